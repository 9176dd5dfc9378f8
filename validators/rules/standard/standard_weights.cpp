#include "validators/rules/standard/standard_weights.h"

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::Level;
using formats::say;
using formats::Standard;
using formats::Weight;
using formats::WeightRow;
using formats::operator""_a;

void StandardWeightsSum::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  const Standard* standard = facts.bank().standard();
  const auto total = settings().number("total", level);
  if (standard == nullptr || !total) return;
  const auto judge = [&](const std::vector<WeightRow>& rows, const std::string& table, const char* field) {
    Weight sum;
    bool any = false;
    for (const WeightRow& row : rows) {
      const auto weight = row.weights.find(level);
      if (weight == row.weights.end()) continue;
      sum += weight->second;
      any = true;
    }
    if (!any || sum == *total) return;
    Finding finding;
    finding.subject.id = Standard::kId;
    finding.subject.object = Standard::kId;
    finding.subject.field = std::string(field) + "/" + std::to_string(level.number());
    finding.measured = sum.str();
    finding.required = total->str();
    finding.message = say("标准的{table}中，{level}一列合计 {sum}，不是 {total}（{clause}）。",
                          "table"_a = table, "level"_a = levelWord(level), "sum"_a = sum.str(),
                          "total"_a = total->str(), "clause"_a = settings().clauseFor(level));
    finding.advice = say("对照标准原文核对这一列。");
    found.push_back(std::move(finding));
  };
  judge(standard->theoryWeights, say("理论知识权重表"), "theory-weights");
  judge(standard->skillsWeights, say("技能要求权重表"), "skills-weights");
}

}  // namespace tiku::validators
