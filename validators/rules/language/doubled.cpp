#include "validators/rules/language/doubled.h"

#include "formats/base/say.h"

namespace tiku::validators {

using formats::say;
using formats::operator""_a;

void Doubled::word(const language::Hit& hit, const std::string& where, const std::string& clause,
                   Finding& finding) const {
  finding.message = say("{where}里的“{found}”写重了（{clause}）。", "where"_a = where, "found"_a = hit.found,
                        "clause"_a = clause);
  finding.advice = say("改为“{better}”。", "better"_a = hit.better);
}

}  // namespace tiku::validators
