#include "validators/rules/language/units.h"

#include "formats/base/say.h"

namespace tiku::validators {

using formats::say;
using formats::operator""_a;

void Units::word(const language::Hit& hit, const std::string& where, const std::string& clause,
                 Finding& finding) const {
  if (hit.fault == language::Fault::kOldUnit) {
    finding.message = say("{where}里的“{found}”不是法定计量单位（{clause}）。", "where"_a = where,
                          "found"_a = hit.found, "clause"_a = clause);
    finding.advice = say("改用{better}，数值一并换算。", "better"_a = hit.better);
    return;
  }
  finding.message = say("{where}里的单位符号“{found}”应写作“{better}”（{clause}）。", "where"_a = where,
                        "found"_a = hit.found, "better"_a = hit.better, "clause"_a = clause);
  finding.advice = say("改为“{better}”：{reason}。", "better"_a = hit.better, "reason"_a = hit.reason);
}

}  // namespace tiku::validators
