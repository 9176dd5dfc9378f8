#pragma once

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// The score sheet adds up: the sum of its 配分 is the item's 题分.
///
/// An item without a score sheet is `skills/rows`.
class ScoreSum final : public PerObject<formats::SkillItem> {
 public:
  static constexpr std::string_view kId = "skills/score-sum";

  ScoreSum(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void examine(const formats::SkillItem& item, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
