#pragma once

#include "validators/rules/language/language_rule.h"

namespace tiku::validators {

/// W10, GB 3100—1993: legal units of measurement, their symbols in the right case. After a number: 5 Kg,
/// 10KW, 2 公分; a symbol that cannot be anything else (Kg, Mpa) also as a whole option.
///
/// Not judged: items that ask for units themselves (计量单位, 换算); what trades write both ways (ml, kVA,
/// rpm); inches; KM and KA where contactors and relays are spoken of; blood pressure in 毫米汞柱; food in
/// 千卡.
///
/// False positives met: KM as the letter of a contactor (1KM), 马力 without a number: excepted.
class Units final : public LanguageRule {
 public:
  static constexpr std::string_view kId = "language/units";

  Units(const Profile& /*profile*/, const RuleSettings& settings)
      : LanguageRule(settings, language::Family::kUnits) {}

 private:
  void word(const language::Hit& hit, const std::string& where, const std::string& clause,
            Finding& finding) const override;
};

}  // namespace tiku::validators
