#pragma once

#include <array>
#include <string_view>

#include "validators/checker/level_rule.h"

namespace tiku::validators {

/// 第十四条: the theory paper of a level, as its plan (组卷方案) makes it, comes to 100 marks (`total`).
class PlanTotal final : public LevelRule {
 public:
  static constexpr std::string_view kId = "plan/total";
  static constexpr std::array<std::string_view, 1> kFigures{"total"};

  PlanTotal(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsBlueprint) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
