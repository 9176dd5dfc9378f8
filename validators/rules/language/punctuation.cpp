#include "validators/rules/language/punctuation.h"

#include "formats/base/say.h"

namespace tiku::validators {

using formats::say;
using formats::operator""_a;

void Punctuation::word(const language::Hit& hit, const std::string& where, const std::string& clause,
                       Finding& finding) const {
  const auto args = [&](std::string_view text) {
    return say(text, "where"_a = where, "found"_a = hit.found, "clause"_a = clause);
  };
  switch (hit.fault) {
    case language::Fault::kDoubledMark:
      finding.message = args(formats::markForTranslation("{where}里的标点“{found}”连在了一起（{clause}）。"));
      finding.advice = say("只留一个标点。");
      return;
    case language::Fault::kLeadingMark:
      finding.message = args(formats::markForTranslation("{where}以标点“{found}”开头（{clause}）。"));
      finding.advice = say("删去这个标点，或者补上它前面漏掉的文字。");
      return;
    case language::Fault::kTrailingComma:
      finding.message =
          args(formats::markForTranslation("{where}以“{found}”结尾，像是没有写完（{clause}）。"));
      finding.advice = say("补完这句话，或者改用句号。");
      return;
    case language::Fault::kReversedQuote:
      finding.message = args(formats::markForTranslation("{where}里的引号“{found}”用反了（{clause}）。"));
      finding.advice = say("改为 {better}。", "better"_a = hit.better);
      return;
    default:
      finding.message = args(formats::markForTranslation("{where}里的“{found}”没有另一半（{clause}）。"));
      finding.advice = say("补上配对的那一半，或者删去这一个。");
  }
}

}  // namespace tiku::validators
