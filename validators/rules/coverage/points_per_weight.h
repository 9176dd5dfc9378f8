#pragma once

#include <array>
#include <string_view>

#include "validators/checker/level_rule.h"
#include "validators/rules/support/causes.h"

namespace tiku::validators {

/// 第六条（一）: a scope holds at least `ratio` times as many assessment points as its weight.
///
/// Judged at the scopes that the standard's weight table names, since that is where the regulation's
/// "corresponding weight" is defined (see ladder.h); deeper scopes are reported as information only,
/// under the one that binds.
///
/// False positives met: a draft table whose scopes have no weights yet (then `blueprint/weights-missing`
/// speaks instead).
class PointsPerWeight final : public LevelRule {
 public:
  static constexpr std::string_view kId = kPointsPerWeightRule;
  static constexpr std::array<std::string_view, 1> kFigures{"ratio"};

  PointsPerWeight(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsBlueprint | kReadsStandard | kReadsStrayPoints) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
