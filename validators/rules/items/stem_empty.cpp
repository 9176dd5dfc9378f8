#include "validators/rules/items/stem_empty.h"

#include "formats/base/say.h"
#include "validators/rules/support/item_text.h"
#include "validators/rules/support/scope_names.h"
#include "validators/rules/support/words.h"

namespace tiku::validators {

using namespace formats;

void StemEmpty::examine(const TheoryItem& item, const Facts& facts, FindingSink& sink) {
  const ItemText& text = textOf(item, facts);
  std::string words = text.stem;
  const std::vector<Span>& blanks = text.blanks;
  for (auto blank = blanks.rbegin(); blank != blanks.rend(); ++blank) words.erase(blank->from, blank->length);
  if (!trimmed(words).empty()) return;
  Finding finding = findingOn(item, "stem");
  finding.message =
      item.code.empty()
          ? say("一道{level}{type}没有题干（{clause}）。", "level"_a = levelWord(item.level),
                "type"_a = typeWord(item.type), "clause"_a = clause(item.level))
          : say("{level}{type} {code} 没有题干（{clause}）。", "level"_a = levelWord(item.level),
                "type"_a = typeWord(item.type), "code"_a = item.code, "clause"_a = clause(item.level));
  finding.advice = say("写上题干，或删去这道题。");
  report(sink, std::move(finding));
}

}  // namespace tiku::validators
