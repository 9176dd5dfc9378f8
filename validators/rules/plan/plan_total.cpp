#include "validators/rules/plan/plan_total.h"

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::Level;
using formats::say;
using formats::operator""_a;

void PlanTotal::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  const formats::Blueprint* blueprint = facts.bank().blueprint(level);
  const auto required = settings().number("total", level);
  if (blueprint == nullptr || blueprint->plan.empty() || !required) return;
  const formats::Marks total = blueprint->plan.total();
  if (total.hundredths() == required->hundredths()) return;
  Finding finding;
  finding.subject.field = "plan";
  finding.measured = total.str();
  finding.required = required->str();
  finding.message =
      say("{level}组卷方案合计 {total} 分，不是 {required} 分（{clause}）。", "level"_a = levelWord(level),
          "total"_a = total.str(), "required"_a = required->str(), "clause"_a = settings().clauseFor(level));
  finding.advice = say("改正题量或每题分值。");
  found.push_back(std::move(finding));
}

}  // namespace tiku::validators
