#pragma once

#include "validators/rules/skills/module_rule.h"

namespace tiku::validators {

/// 考核时间 of the structure table: an operational item takes no longer than its module has.
///
/// A time that is not stated, in the item or in the table, is not judged.
class SkillTime final : public ModuleRule {
 public:
  static constexpr std::string_view kId = "skills/time";

  SkillTime(const Profile& /*profile*/, const RuleSettings& settings) : ModuleRule(settings) {}

 private:
  void compare(const formats::SkillItem& item, const formats::SkillModule& module,
               FindingSink& sink) override;
};

}  // namespace tiku::validators
