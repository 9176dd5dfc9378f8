#pragma once

#include "validators/rules/papers/paper_rule.h"

namespace tiku::validators {

/// W8 of the writing rules, on a paper: no item's stem states the answer of another (support/answer_index.h).
///
/// False positives met: those of `items/answer-told`.
class PaperAnswerTold final : public PaperRule {
 public:
  static constexpr std::string_view kId = "papers/answer-told";

  PaperAnswerTold(const Profile& /*profile*/, const RuleSettings& settings) : PaperRule(settings) {}

 private:
  void examine(const formats::Paper& paper, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
