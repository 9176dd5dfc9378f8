#pragma once

#include <string_view>

#include "validators/checker/level_rule.h"

namespace tiku::validators {

/// 第五条, 第十条（一）3 to 5: every level has an assessment blueprint: the theory element table, the
/// operational structure table and the operational element table.
///
/// A level without any blueprint is one finding; else each table that is missing is one.
class BlueprintMissing final : public LevelRule {
 public:
  static constexpr std::string_view kId = "blueprint/missing";

  BlueprintMissing(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsBlueprint) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
