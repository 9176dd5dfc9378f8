#pragma once

#include <string_view>

#include "validators/checker/level_rule.h"

namespace tiku::validators {

/// The national element table marks every point X (核心), Y (一般) or Z (辅助). One finding per level with
/// the number of points that have no mark.
///
/// False positives met: the Shanghai table has no such column, so this is information by default.
class ImportanceMissing final : public LevelRule {
 public:
  static constexpr std::string_view kId = "blueprint/importance-missing";

  ImportanceMissing(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsBlueprint) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
