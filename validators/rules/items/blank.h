#pragma once

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// W7 of the writing rules: the place for the answer stands exactly once in the stem of a choice item.
///
/// A choice stem may do without when it asks a question ("…？", "…是哪一种"), says how many to choose
/// ("（选一项）") or leads into the options ("…：", "…的是"). A judgement has at most one. A fill-in has one
/// per answer of its key, and at least one.
///
/// False positives met: items that ask for pairs, "……（　），……（　）" with options "甲；乙": two blanks
/// are right where every option names as many parts, and such items are left alone. Choice
/// stems with a program, whose brackets are its own and which follows the question, are left alone too.
class Blank final : public PerObject<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "items/blank";

  Blank(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void examine(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
