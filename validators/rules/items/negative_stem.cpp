#include "validators/rules/items/negative_stem.h"

#include <optional>

#include "formats/base/say.h"
#include "validators/rules/support/item_text.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/stems.h"
#include "validators/rules/support/words.h"

namespace tiku::validators {

using namespace formats;

void NegativeStem::examine(const TheoryItem& item, const Facts& facts, FindingSink& sink) {
  if (!hasOptions(item.type)) return;
  const std::string& stem = textOf(item, facts).stem;
  const std::optional<Span> negative = negativeDemand(stem);
  if (!negative || isEmphasised(item.stem, *negative)) return;
  const std::string word = stem.substr(negative->from, negative->length);
  Finding finding = findingOn(item, "stem");
  finding.subject.range = rangeOf(stem, *negative);
  finding.measured = word;
  finding.judged = stem;
  finding.message = say("{item}的题干用否定词“{word}”设问，且没有突出显示（{clause}）。",
                        "item"_a = itemName(item), "word"_a = word, "clause"_a = clause(item.level));
  finding.advice = say("改为肯定设问；确需否定设问的，把“{word}”加着重号或加粗。", "word"_a = word);
  finding.fix =
      Fix{say("否定词加着重"),
          std::vector{TextChange{"stem", *finding.subject.range, word, word, Inline::Kind::kEmphasis}}};
  report(sink, std::move(finding));
}

}  // namespace tiku::validators
