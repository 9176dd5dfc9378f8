#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>

#include "editor/text/item_index.h"

namespace tiku::editor {

/// Gives the next printed codes that no item of a point has: B-A-B-C-001-002. Costs what hangs on the points.
class FreeCodes {
 public:
  explicit FreeCodes(const ItemIndex& index) : index_(index) {}

  /// This one is taken too.
  void take(const std::string& code) { taken_.insert(code); }
  /// Empty for a point that the level's table does not have.
  [[nodiscard]] std::string next(formats::ItemType type, const formats::Id& point);

 private:
  const ItemIndex& index_;
  std::set<std::string> taken_;
  std::set<formats::Id> known_;  ///< Points whose codes are among the taken ones.
  std::map<std::pair<formats::ItemType, formats::Id>, int> last_;
};

}  // namespace tiku::editor
