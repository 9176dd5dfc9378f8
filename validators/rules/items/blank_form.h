#pragma once

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// W7 of the writing rules: the place for the answer is a blank of the document, not brackets or a line that
/// somebody typed. Typed ones differ from item to item on paper and cannot be filled by a program.
///
/// Judged in the stems of choice, judgement and fill-in items; the others have room for their answers
/// elsewhere. The fix puts the blank in the place of the typed one.
///
/// False positives met: "main()" and "__init__" in items on programs, which are no blanks (words.h).
class BlankForm final : public PerObject<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "items/blank-form";

  BlankForm(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void examine(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
