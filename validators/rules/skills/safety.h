#pragma once

#include "validators/rules/skills/skill_book.h"
#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// Where the standard stars a skill (★: who fails it fails the exam), an operational item on that work
/// content has a 否定项 or a row of its score sheet that speaks of safety.
///
/// An item is on a work content when one of its points is traced to an entry of it, or hangs below a scope
/// that mirrors it. Items without points, and points without traces, are not judged.
///
/// False positives met: a starred entry that is critical but no matter of safety (a measurement that must be
/// right): there a 否定项 is what is missing, and the advice says so first.
class SkillSafety final : public PerObject<formats::SkillItem> {
 public:
  static constexpr std::string_view kId = "skills/safety";

  SkillSafety(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void examine(const formats::SkillItem& item, const Facts& facts, FindingSink& sink) override;
  void follow(const formats::Change& change, const Facts& facts) override;

  SkillBook book_;
};

}  // namespace tiku::validators
