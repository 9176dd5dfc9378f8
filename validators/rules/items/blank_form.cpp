#include "validators/rules/items/blank_form.h"

#include "formats/base/say.h"
#include "validators/rules/support/item_text.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/words.h"

namespace tiku::validators {

using namespace formats;

void BlankForm::examine(const TheoryItem& item, const Facts& facts, FindingSink& sink) {
  if (!isObjective(item.type) && item.type != ItemType::kFillIn) return;
  const auto& [stem, blanks, options] = textOf(item, facts);
  if (static_cast<int>(blanks.size()) <= item.stem.blankCount()) return;
  std::vector<TextChange> changes;
  for (const Span& blank : blanks) {
    if (isBlankPiece(item.stem, blank)) continue;
    changes.push_back(
        {"stem", rangeOf(stem, blank), stem.substr(blank.from, blank.length), "", Inline::Kind::kBlank});
  }
  if (changes.empty()) return;
  Finding finding = findingOn(item, "stem");
  finding.subject.range = changes.front().range;
  finding.measured = changes.front().before;
  finding.judged = stem;
  finding.message = say("{item}的作答空“{blank}”是手工打出的（{clause}）。", "item"_a = itemName(item),
                        "blank"_a = finding.measured, "clause"_a = clause(item.level));
  finding.advice = say("改用统一的作答空。");
  finding.fix = Fix{say("统一作答空的写法"), std::move(changes)};
  report(sink, std::move(finding));
}

}  // namespace tiku::validators
