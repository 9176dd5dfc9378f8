#pragma once

#include <string_view>

#include "validators/checker/level_rule.h"

namespace tiku::validators {

/// 第六条（一） ties the number of points to the weight of their scope, so the scopes where it binds must
/// have one.
///
/// One finding per level; where only some scopes lack a weight, one per scope under it. Deeper scopes need
/// none, unless one of their siblings has one. Only the theory table is looked at.
class WeightsMissing final : public LevelRule {
 public:
  static constexpr std::string_view kId = "blueprint/weights-missing";

  WeightsMissing(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsBlueprint | kReadsStandard) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
