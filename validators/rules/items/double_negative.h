#pragma once

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// W5 of the writing rules: no double negative. In a judgement or an option two negatives that cancel each
/// other (不能不, 并非不 ...); in a stem that asks for what is not so, a further negative in the same clause
/// or at the beginning of every option.
///
/// False positives met: idioms of affirmation (不得不, 不可不 in rules of conduct, 必不可少), terms (不平衡,
/// 无功, 不锈钢, 非金属), and a negative option among affirmative ones, which only says what it says.
class DoubleNegative final : public PerObject<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "items/double-negative";

  DoubleNegative(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void examine(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
