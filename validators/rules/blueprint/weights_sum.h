#pragma once

#include <array>
#include <string_view>

#include "validators/checker/level_rule.h"

namespace tiku::validators {

/// The weights of an element table add up: those of the top scopes to 100, those of the scopes in a scope to
/// its own. In both tables of the level.
///
/// Judged only where every one of the siblings has a weight (else `blueprint/weights-missing` speaks). The
/// 分数系数 of points, which the Shanghai table prints, are no weights and are not added: 300 points of 0.5
/// come to 150, and that is right.
class WeightsSum final : public LevelRule {
 public:
  static constexpr std::string_view kId = "blueprint/weights-sum";
  static constexpr std::array<std::string_view, 1> kFigures{"total"};

  WeightsSum(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsBlueprint) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
