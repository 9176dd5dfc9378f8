#include "validators/rules/language/confusion.h"

#include "formats/base/say.h"

namespace tiku::validators {

using formats::say;
using formats::operator""_a;

void Confusion::word(const language::Hit& hit, const std::string& where, const std::string& clause,
                     Finding& finding) const {
  finding.message = say("{where}里的“{found}”应写作“{better}”（{clause}）。", "where"_a = where,
                        "found"_a = hit.found, "better"_a = hit.better, "clause"_a = clause);
  finding.advice = hit.reason.empty()
                       ? say("改为“{better}”。", "better"_a = hit.better)
                       : say("改为“{better}”。{reason}。", "better"_a = hit.better, "reason"_a = hit.reason);
}

}  // namespace tiku::validators
