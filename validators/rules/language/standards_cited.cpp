#include "validators/rules/language/standards_cited.h"

#include "formats/base/say.h"

namespace tiku::validators {

using formats::say;
using formats::operator""_a;

void StandardsCited::word(const language::Hit& hit, const std::string& where, const std::string& clause,
                          Finding& finding) const {
  finding.message = say("{where}引用的“{found}”已经被代替：{title}（{clause}）。", "where"_a = where,
                        "found"_a = hit.found, "title"_a = hit.reason, "clause"_a = clause);
  finding.advice = hit.better.empty()
                       ? say("查对现行的版本，连同试题内容一起改。")
                       : say("查对后改引 {better}，连同试题内容一起改。", "better"_a = hit.better);
}

}  // namespace tiku::validators
