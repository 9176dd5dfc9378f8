#pragma once

#include <array>
#include <string_view>

#include "validators/checker/level_rule.h"

namespace tiku::validators {

/// 第六条（三）3: at 二级 and 一级 the theory items are of both kinds, objective and subjective. The profile
/// names the levels by `asked` 1. How the marks are shared is `mix/subjective-share`, which needs a paper
/// plan.
class BothKinds final : public LevelRule {
 public:
  static constexpr std::string_view kId = "mix/both-kinds";
  static constexpr std::array<std::string_view, 1> kFigures{"asked"};

  BothKinds(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsTheoryItems) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
