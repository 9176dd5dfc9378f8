#pragma once

#include <map>

#include "validators/rules/support/answer_index.h"
#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// W8 of the writing rules: no item gives away another's answer. Told is each item whose answer stands in the
/// stem of another one of its level in the same words as around its own blank (answer_index.h): the two must
/// not meet on a paper, which `papers/answer-told` watches.
///
/// False positives met: wrong judgements and options, which nobody believes: only what a stem states counts;
/// words that merely recur, since six characters of the context have to recur with the key.
class AnswerTold final : public PerObject<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "items/answer-told";

  AnswerTold(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void follow(const formats::Change& change, const Facts& facts) override;
  void examine(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink) override;

  std::map<formats::Level, AnswerIndex> levels_;
};

}  // namespace tiku::validators
