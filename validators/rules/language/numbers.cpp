#include "validators/rules/language/numbers.h"

#include "formats/base/say.h"

namespace tiku::validators {

using formats::say;
using formats::operator""_a;

void Numbers::word(const language::Hit& hit, const std::string& where, const std::string& clause,
                   Finding& finding) const {
  if (hit.fault == language::Fault::kHyphenRange) {
    finding.message = say("{where}里的范围“{found}”用了连字符，会当成减号或编号（{clause}）。",
                          "where"_a = where, "found"_a = hit.found, "clause"_a = clause);
    finding.advice = say("用浪纹线或一字线，写成“{better}”（GB/T 15835—2011）。", "better"_a = hit.better);
    return;
  }
  finding.message = say("{where}里的范围“{found}”，前一个数缺了与后一个数相同的百分号或倍数（{clause}）。",
                        "where"_a = where, "found"_a = hit.found, "clause"_a = clause);
  finding.advice = say("写成“{better}”（GB/T 15835—2011）。", "better"_a = hit.better);
}

}  // namespace tiku::validators
