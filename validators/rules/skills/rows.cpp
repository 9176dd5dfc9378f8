#include "validators/rules/skills/rows.h"

#include "formats/base/say.h"
#include "validators/rules/support/names.h"

namespace tiku::validators {

using namespace formats;

void ScoreRows::examine(const SkillItem& item, const Facts& /*facts*/, FindingSink& sink) {
  Finding finding = findingOn(item, "scores");
  if (item.scores.empty()) {
    finding.message =
        say("{item}没有评分记录表（{clause}）。", "item"_a = itemName(item), "clause"_a = clause(item.level));
    finding.advice = say("编写评分记录表：考核内容、配分和评分标准。");
    report(sink, std::move(finding));
    return;
  }
  int bare = 0;
  std::string rows;
  for (std::size_t row = 0; row < item.scores.size(); ++row) {
    const ScoreRow& score = item.scores[row];
    if (!score.criterion.empty() || !score.nominal.empty()) continue;
    ++bare;
    rows += (rows.empty() ? "" : "、") + (score.number.empty() ? std::to_string(row + 1) : score.number);
  }
  if (bare == 0) return;
  finding.measured = std::to_string(bare);
  finding.required = "0";
  finding.judged = rows;
  finding.message =
      say("{item}的评分表有 {count} 行没有评分标准：{rows}（{clause}）。", "item"_a = itemName(item),
          "count"_a = bare, "rows"_a = excerpt(rows, 40), "clause"_a = clause(item.level));
  finding.advice = say("写明这些行怎样给分、怎样扣分。");
  report(sink, std::move(finding));
}

}  // namespace tiku::validators
