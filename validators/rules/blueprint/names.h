#pragma once

#include <string_view>

#include "validators/checker/level_rule.h"

namespace tiku::validators {

/// No two points of a level's theory element table have the same name (white space, width and punctuation
/// apart): two points that cannot be told apart get the same items. The finding is on the later one.
class Names final : public LevelRule {
 public:
  static constexpr std::string_view kId = "blueprint/names";

  Names(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsBlueprint) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
