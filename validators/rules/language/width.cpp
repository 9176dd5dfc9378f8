#include "validators/rules/language/width.h"

#include "formats/base/say.h"

namespace tiku::validators {

using formats::say;
using formats::operator""_a;

void Width::word(const language::Hit& hit, const std::string& where, const std::string& clause,
                 Finding& finding) const {
  switch (hit.fault) {
    case language::Fault::kMixedPair:
      finding.message = say("{where}里有一对括号一半是全角、一半是半角（{clause}）。", "where"_a = where,
                            "clause"_a = clause);
      finding.advice = say("两半都用全角括号。");
      return;
    case language::Fault::kWideLetters:
      finding.message = say("{where}里的“{found}”是全角的字母或数字（{clause}）。", "where"_a = where,
                            "found"_a = hit.found, "clause"_a = clause);
      finding.advice = say("改为半角的“{better}”。", "better"_a = hit.better);
      return;
    default:
      finding.message = say("{where}在汉字之间用了半角的“{found}”，别处用的是全角标点（{clause}）。",
                            "where"_a = where, "found"_a = hit.found, "clause"_a = clause);
      finding.advice = say("改为“{better}”。", "better"_a = hit.better);
  }
}

}  // namespace tiku::validators
