#pragma once

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// W1 and W2 of the writing rules: a judgement is one statement. Found are questions, and two statements set
/// against each other ("…是…，而…是…"), of which one may be right and the other wrong.
///
/// False positives met: sentences with 而 inside a word (而且, 从而, 反而, 然而, 因而, 而言), and two clauses
/// of which only one claims something: both sides must have a verb of their own (是, 为, 能, 应, 属于 ...).
class JudgementForm final : public PerObject<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "items/judgement-form";

  JudgementForm(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void examine(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
