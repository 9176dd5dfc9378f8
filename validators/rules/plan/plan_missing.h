#pragma once

#include <string_view>

#include "validators/checker/level_rule.h"

namespace tiku::validators {

/// A level with an assessment blueprint also says how its theory paper is made up (组卷方案): without it
/// neither the structure of 第十四条 nor the share of subjective marks can be judged.
///
/// False positives met: a bank of papers, where the papers themselves say it.
class PlanMissing final : public LevelRule {
 public:
  static constexpr std::string_view kId = "plan/missing";

  PlanMissing(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsBlueprint) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
