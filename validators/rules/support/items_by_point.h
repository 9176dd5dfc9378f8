#pragma once

#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "formats/model/bank.h"

namespace tiku::validators {

/// Which theory items name which point: for rules that must look again at an item when its point moves, is
/// renamed or goes.
class ItemsByPoint {
 public:
  /// Keeps book of the change. After a change of a blueprint: the items whose point it moved, renamed, added
  /// or removed.
  std::vector<formats::Id> follow(const formats::Change& change);

 private:
  std::unordered_map<formats::Id, std::unordered_set<formats::Id>> itemsOf_;
};

}  // namespace tiku::validators
