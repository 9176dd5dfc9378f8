#pragma once

#include "validators/rules/skills/skill_book.h"
#include "validators/rules/support/per_level.h"

namespace tiku::validators {

/// Every operational item hangs on one point or more of the operational element table of its level. The
/// summary per level (subject: the level's blueprint, field "skills") is the cause of what follows.
class SkillPointMissing final : public PerLevel<formats::SkillItem> {
 public:
  static constexpr std::string_view kId = "skills/point-missing";

  SkillPointMissing(const Profile& profile, const RuleSettings& settings)
      : PerLevel(kId, "skills", settings), profile_(profile) {}

 private:
  std::optional<Finding> fault(const formats::SkillItem& item, const Facts& facts) const override;
  Finding summary(formats::Level level, int faulty, int total, const Facts& facts) const override;
  void followOther(const formats::Change& change, const Facts& facts) override;

  const Profile& profile_;
  SkillBook book_;
};

}  // namespace tiku::validators
