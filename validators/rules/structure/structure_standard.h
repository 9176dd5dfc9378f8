#pragma once

#include <string_view>

#include "validators/checker/level_rule.h"

namespace tiku::validators {

/// The operational structure table carries the weights of the standard's skill weight table (技能要求权重表):
/// the modules of a 职业功能 weigh together what the standard gives it, and no function is left out.
///
/// Judged only where every module is compulsory: a choice between functions weighs what the draw makes of it.
class StructureStandard final : public LevelRule {
 public:
  static constexpr std::string_view kId = "structure/standard";

  StructureStandard(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsBlueprint | kReadsStandard) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
