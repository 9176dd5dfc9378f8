#pragma once

#include <string_view>

#include "validators/checker/level_rule.h"

namespace tiku::validators {

/// Every module of the operational structure table has the items that the table plans for it (题库题量); a
/// module without a plan has at least one.
class ModulesItems final : public LevelRule {
 public:
  static constexpr std::string_view kId = "structure/modules-items";

  ModulesItems(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsBlueprint | kReadsSkillItems) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
