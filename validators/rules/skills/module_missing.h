#pragma once

#include "validators/rules/skills/skill_book.h"
#include "validators/rules/support/per_level.h"

namespace tiku::validators {

/// Every operational item belongs to a module of the structure table of its level: its marks and time follow
/// from there. The summary per level (subject: the level's blueprint, field "structure") is the cause of what
/// follows.
class ModuleMissing final : public PerLevel<formats::SkillItem> {
 public:
  static constexpr std::string_view kId = "skills/module-missing";

  ModuleMissing(const Profile& /*profile*/, const RuleSettings& settings)
      : PerLevel(kId, "structure", settings) {}

 private:
  std::optional<Finding> fault(const formats::SkillItem& item, const Facts& facts) const override;
  Finding summary(formats::Level level, int faulty, int total, const Facts& facts) const override;
  void followOther(const formats::Change& change, const Facts& facts) override;

  SkillBook book_;
};

}  // namespace tiku::validators
