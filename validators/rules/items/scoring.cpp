#include "validators/rules/items/scoring.h"

#include "formats/base/say.h"
#include "validators/rules/support/names.h"

namespace tiku::validators {

using namespace formats;

void Scoring::examine(const TheoryItem& item, const Facts& /*facts*/, FindingSink& sink) {
  if (isObjective(item.type)) return;
  if (item.type == ItemType::kFillIn && item.scoring.empty()) return;
  Marks sum;
  for (const ScoringPoint& point : item.scoring) sum += point.marks;

  Finding finding = findingOn(item, "scoring");
  if (item.scoring.empty()) {
    finding.message =
        say("{item}没有评分要点（{clause}）。", "item"_a = itemName(item), "clause"_a = clause(item.level));
    finding.advice = say("写出评分要点和各点分值，使阅卷人给分一致。");
  } else if (!item.marks) {
    finding.measured = sum.str();
    finding.message = say("{item}的评分要点合计 {sum} 分，但没有写明本题分值（{clause}）。",
                          "item"_a = itemName(item), "sum"_a = sum.str(), "clause"_a = clause(item.level));
    finding.advice = say("写明本题分值。");
  } else if (*item.marks != sum) {
    finding.measured = sum.str();
    finding.required = item.marks->str();
    finding.message = say("{item}的评分要点合计 {sum} 分，与本题分值 {marks} 分不符（{clause}）。",
                          "item"_a = itemName(item), "sum"_a = sum.str(), "marks"_a = item.marks->str(),
                          "clause"_a = clause(item.level));
    finding.advice = say("调整各评分要点的分值，使合计等于本题分值。");
  } else {
    return;
  }
  report(sink, std::move(finding));
}

}  // namespace tiku::validators
