#include "validators/rules/skills/score_sum.h"

#include "formats/base/say.h"
#include "validators/rules/support/names.h"

namespace tiku::validators {

using namespace formats;

void ScoreSum::examine(const SkillItem& item, const Facts& /*facts*/, FindingSink& sink) {
  const Marks sum = item.scoreTotal();
  if (item.scores.empty() || sum == item.marks) return;
  Finding finding = findingOn(item, "scores");
  finding.measured = sum.str();
  finding.required = item.marks.str();
  finding.message =
      say("{item}评分表的配分合计 {sum} 分，与题分 {marks} 分不符（{clause}）。", "item"_a = itemName(item),
          "sum"_a = sum.str(), "marks"_a = item.marks.str(), "clause"_a = clause(item.level));
  finding.advice = say("调整各行配分，使合计等于题分。");
  report(sink, std::move(finding));
}

}  // namespace tiku::validators
