#pragma once

#include "validators/rules/language/language_rule.h"

namespace tiku::validators {

/// GB/T 15834: Chinese text has full-width marks, and letters and digits are half-width. What is told is
/// mixing: a pair of brackets of two widths, a half-width mark between Han characters in a text that has
/// the same mark full, full-width letters and digits.
///
/// A text that has half-width marks throughout is left alone: whole banks are written so, and it is a style.
///
/// False positives met: none on published items; marks between a Han character and a letter or digit are not
/// judged, since ratios (比例为1:2) and English stand there.
class Width final : public LanguageRule {
 public:
  static constexpr std::string_view kId = "language/width";

  Width(const Profile& /*profile*/, const RuleSettings& settings)
      : LanguageRule(settings, language::Family::kWidth) {}

 private:
  void word(const language::Hit& hit, const std::string& where, const std::string& clause,
            Finding& finding) const override;
};

}  // namespace tiku::validators
