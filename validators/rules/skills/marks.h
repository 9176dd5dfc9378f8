#pragma once

#include "validators/rules/skills/module_rule.h"

namespace tiku::validators {

/// 配分 of the structure table: an operational item counts what its module counts.
///
/// An item marked out of 100 is right as well where the module's share is then applied to the result (the
/// power-industry banks do so), so only a total that is neither is told.
class SkillMarks final : public ModuleRule {
 public:
  static constexpr std::string_view kId = "skills/marks";

  SkillMarks(const Profile& /*profile*/, const RuleSettings& settings) : ModuleRule(settings) {}

 private:
  void compare(const formats::SkillItem& item, const formats::SkillModule& module,
               FindingSink& sink) override;
};

}  // namespace tiku::validators
