#include "validators/rules/skills/skill_book.h"

namespace tiku::validators {

using namespace formats;

std::optional<Level> SkillBook::follow(const Change& change) {
  if (const auto* was = change.was<SkillItem>()) itemsAt_[was->level].erase(was->id);
  if (const auto* is = change.is<SkillItem>()) itemsAt_[is->level].insert(is->id);
  if (const auto* was = change.was<Blueprint>()) return was->level;
  if (const auto* is = change.is<Blueprint>()) return is->level;
  return std::nullopt;
}

const std::unordered_set<Id>& SkillBook::at(Level level) const {
  static const std::unordered_set<Id> kNone;
  const auto found = itemsAt_.find(level);
  return found == itemsAt_.end() ? kNone : found->second;
}

}  // namespace tiku::validators
