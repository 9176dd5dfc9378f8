#pragma once

#include "validators/rules/language/language_rule.h"

namespace tiku::validators {

/// GB/T 15834: brackets and quotation marks come in pairs, marks do not stand in a row, no text begins with a
/// comma or ends with one.
///
/// Half and full width are one pair here (language/width tells them apart). One unpaired mark of a text is
/// told, since it upsets all that follow.
///
/// False positives met: labels of lists, 1）, intervals, [0, 1), and options that are marks themselves:
/// excepted; lines of pasted code: left out (language/source_code.h). Left: code with unbalanced brackets
/// within a line of prose, and a bracket that a formula closes.
class Punctuation final : public LanguageRule {
 public:
  static constexpr std::string_view kId = "language/punctuation";

  Punctuation(const Profile& /*profile*/, const RuleSettings& settings)
      : LanguageRule(settings, language::Family::kPunctuation) {}

 private:
  void word(const language::Hit& hit, const std::string& where, const std::string& clause,
            Finding& finding) const override;
};

}  // namespace tiku::validators
