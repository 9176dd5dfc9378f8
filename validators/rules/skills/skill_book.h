#pragma once

#include <map>
#include <unordered_set>

#include "formats/model/bank.h"

namespace tiku::validators {

/// Which operational items a level has: for rules that look at them again when the level's blueprint changes.
class SkillBook {
 public:
  /// Keeps book of a change, and returns the level whose items it concerns as a whole: that of a changed
  /// blueprint.
  std::optional<formats::Level> follow(const formats::Change& change);
  [[nodiscard]] const std::unordered_set<formats::Id>& at(formats::Level level) const;

 private:
  std::map<formats::Level, std::unordered_set<formats::Id>> itemsAt_;
};

}  // namespace tiku::validators
