#pragma once

#include <string_view>

#include "validators/checker/level_rule.h"

namespace tiku::validators {

/// Printed codes: every scope and point has one, no two in the same scope have the same, and they leave no
/// gap (A, B, C; 001, 002). In both tables of the level.
///
/// Codes that are neither numbers nor single letters are not judged for gaps. Numbers may start at 0 (the
/// Shanghai table calls 基本要求 chapter 0). A gap in the theory table follows from the points that are
/// missing, where some are: then it folds under their finding.
class Codes final : public LevelRule {
 public:
  static constexpr std::string_view kId = "blueprint/codes";

  Codes(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsBlueprint | kReadsStandard | kReadsStrayPoints) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
