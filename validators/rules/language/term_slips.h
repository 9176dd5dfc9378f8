#pragma once

#include "validators/rules/language/term_rule.h"

namespace tiku::validators {

/// Terms are written as terms.xml has them: 三爪自定心卡盆 is a slip of 三爪自定心卡盘.
///
/// All stretches that are one or two characters off a term are looked at, and most are other terms
/// (单相/三相, 四爪/三爪, 主动/从动). Told is only what cannot be meant as it stands;
/// language::TermBook::slipsIn says how that is judged.
///
/// False positives met: none on the terms proposed from published element tables. Left: a new word that
/// differs from a term by one character of the same sound and is itself in no dictionary.
class TermSlips final : public TermRule {
 public:
  static constexpr std::string_view kId = "language/terms";

  TermSlips(const Profile& /*profile*/, const RuleSettings& settings) : TermRule(settings) {}

 private:
  void examine(const formats::Object& object, const language::Passage& passage,
               const language::TermBook& book, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
