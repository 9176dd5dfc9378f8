#pragma once

#include <string_view>

#include "validators/checker/level_rule.h"

namespace tiku::validators {

/// A 技能要求 says what a person can do: it begins with 能 and does not say 了解, 掌握 or 熟悉, which cannot
/// be seen in an exam. Every entry of the standards that were read begins so.
class SkillWording final : public LevelRule {
 public:
  static constexpr std::string_view kId = "standard/skill-wording";

  SkillWording(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsStandard) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
