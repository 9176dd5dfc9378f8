#include "validators/rules/language/banned_variant.h"

#include "formats/base/say.h"

namespace tiku::validators {

using formats::say;
using formats::operator""_a;

void BannedVariant::examine(const formats::Object& object, const language::Passage& passage,
                            const language::TermBook& book, std::vector<Finding>& found) const {
  for (const language::TermBook::Banned& banned : book.bannedIn(passage.text)) {
    Finding finding = findingAt(passage, banned.from, banned.length);
    finding.required = banned.preferred;
    finding.message =
        say("{where}用了禁用的“{found}”，本题库的术语是“{term}”（{clause}）。",
            "where"_a = placeName(object, passage.subject, passage.field), "found"_a = finding.measured,
            "term"_a = banned.preferred, "clause"_a = clause(levelOf(object)));
    finding.advice = banned.note.empty() ? say("改为“{better}”。", "better"_a = banned.preferred)
                                         : say("改为“{better}”。{reason}。", "better"_a = banned.preferred,
                                               "reason"_a = banned.note);
    found.push_back(std::move(finding));
  }
}

}  // namespace tiku::validators
