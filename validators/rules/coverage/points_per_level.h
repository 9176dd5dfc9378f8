#pragma once

#include <array>
#include <string_view>

#include "validators/checker/level_rule.h"
#include "validators/rules/support/causes.h"

namespace tiku::validators {

/// 第六条（一）: the theory element table of a level has at least `points` assessment points.
///
/// The clause opens with 理论知识, so the operational table is not counted (domain study, C14).
class PointsPerLevel final : public LevelRule {
 public:
  static constexpr std::string_view kId = kPointsPerLevelRule;
  static constexpr std::array<std::string_view, 1> kFigures{"points"};

  PointsPerLevel(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsBlueprint | kReadsStandard | kReadsStrayPoints) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
