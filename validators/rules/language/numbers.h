#pragma once

#include "validators/rules/language/language_rule.h"

namespace tiku::validators {

/// GB/T 15835—2011 5.1: the first number of a range keeps what it shares with the second where leaving it out
/// changes the value: 15%～30%, not 15~30%; 9 亿～16 亿, not 9~16 亿.
///
/// Not judged: units (5~10 mm is right), the sign of the range (~, - and — are all in use).
///
/// False positives met: codes and dates with a hyphen, which stand after a letter or another hyphen:
/// excepted.
class Numbers final : public LanguageRule {
 public:
  static constexpr std::string_view kId = "language/numbers";

  Numbers(const Profile& /*profile*/, const RuleSettings& settings)
      : LanguageRule(settings, language::Family::kNumbers) {}

 private:
  void word(const language::Hit& hit, const std::string& where, const std::string& clause,
            Finding& finding) const override;
};

}  // namespace tiku::validators
