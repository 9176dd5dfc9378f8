#include "validators/rules/language/term_slips.h"

#include "formats/base/say.h"

namespace tiku::validators {

using formats::say;
using formats::operator""_a;

void TermSlips::examine(const formats::Object& object, const language::Passage& passage,
                        const language::TermBook& book, std::vector<Finding>& found) const {
  for (const language::TermBook::Slip& slip : book.slipsIn(passage.text)) {
    Finding finding = findingAt(passage, slip.from, slip.length);
    finding.required = slip.term;
    finding.message =
        say("{where}里的“{found}”与术语“{term}”只差一两个字，像是写错了（{clause}）。",
            "where"_a = placeName(object, passage.subject, passage.field), "found"_a = finding.measured,
            "term"_a = slip.term, "clause"_a = clause(levelOf(object)));
    finding.advice = say("改为“{term}”；确是另一事物的，把它也写进术语表。", "term"_a = slip.term);
    found.push_back(std::move(finding));
  }
}

}  // namespace tiku::validators
