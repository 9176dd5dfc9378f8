#pragma once

#include <array>
#include <string_view>

#include "validators/checker/level_rule.h"

namespace tiku::validators {

/// Each level's column of the standard's two weight tables comes to 100 (`total`).
class StandardWeightsSum final : public LevelRule {
 public:
  static constexpr std::string_view kId = "standard/weights-sum";
  static constexpr std::array<std::string_view, 1> kFigures{"total"};

  StandardWeightsSum(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsStandard) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
