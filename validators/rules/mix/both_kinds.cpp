#include "validators/rules/mix/both_kinds.h"

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::Level;
using formats::say;
using formats::operator""_a;

void BothKinds::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  if (settings().count("asked", level).value_or(0) == 0) return;
  const TypeCounts& counts = facts.counts(level).theory;
  int objective = 0;
  for (const formats::ItemType type : formats::kItemTypes) {
    if (formats::isObjective(type)) objective += counts.of(type);
  }
  const int subjective = counts.total() - objective;
  // A level without any item is a matter of the bank's size.
  if (counts.total() == 0 || (objective > 0 && subjective > 0)) return;
  Finding finding;
  finding.measured = "0";
  finding.required = "1";
  finding.judged = objective == 0 ? "objective" : "subjective";
  finding.message = objective == 0
                        ? say("{level}理论知识试题没有客观题（{clause}）。", "level"_a = levelWord(level),
                              "clause"_a = settings().clauseFor(level))
                        : say("{level}理论知识试题没有主观题（{clause}）。", "level"_a = levelWord(level),
                              "clause"_a = settings().clauseFor(level));
  finding.advice = say("二级、一级的题库由客观题和主观题组成，补写所缺的一类。");
  found.push_back(std::move(finding));
}

}  // namespace tiku::validators
