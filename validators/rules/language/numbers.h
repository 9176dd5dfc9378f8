#pragma once

#include "validators/rules/language/language_rule.h"

namespace tiku::validators {

/// GB/T 15835—2011 5.1: the first number of a range keeps what it shares with the second where leaving it out
/// changes the value: 15%～30%, not 15~30%; 9 亿～16 亿, not 9~16 亿.
///
/// The sign of a range is ～ or —; a hyphen is told where bounds in ascending order have a unit behind them,
/// 5-10 mm.
///
/// Not judged: units (5~10 mm is right), ~ in the place of ～.
///
/// False positives met: codes and dates with a hyphen, which stand after a letter or another hyphen,
/// deviations (20-0.05 mm) and differences, whose second number is the smaller one, and numbers that name a
/// thing (3-4 号, 1-3 班), whose units are not in the list: excepted.
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
