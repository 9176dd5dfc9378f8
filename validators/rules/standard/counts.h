#pragma once

#include <array>
#include <string_view>

#include "validators/checker/level_rule.h"

/// How finely a standard divides its work requirements. Defaults from practice (the five levels of
/// 人工智能训练师 2021 meet the last two everywhere); the text of 《国家职业标准编制技术规程（2023年版）》
/// was not at hand.
namespace tiku::validators {

/// Each level has at least `least` 职业功能.
class StandardFunctions final : public LevelRule {
 public:
  static constexpr std::string_view kId = "standard/functions";
  static constexpr std::array<std::string_view, 1> kFigures{"least"};

  StandardFunctions(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsStandard) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

/// Each 职业功能 has at least `least` 工作内容.
class StandardContents final : public LevelRule {
 public:
  static constexpr std::string_view kId = "standard/contents";
  static constexpr std::array<std::string_view, 1> kFigures{"least"};

  StandardContents(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsStandard) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

/// Each 工作内容 has at least `least` 技能要求.
class StandardSkills final : public LevelRule {
 public:
  static constexpr std::string_view kId = "standard/skills";
  static constexpr std::array<std::string_view, 1> kFigures{"least"};

  StandardSkills(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsStandard) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
