#include "validators/rules/plan/plan_missing.h"

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::Level;
using formats::say;
using formats::operator""_a;

void PlanMissing::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  const formats::Blueprint* blueprint = facts.bank().blueprint(level);
  if (blueprint == nullptr || blueprint->theory.empty() || !blueprint->plan.empty()) return;
  if (facts.bank().info().theoryKind == formats::BankKind::kPapers) return;
  Finding finding;
  finding.subject.field = "plan";
  finding.measured = "0";
  finding.required = "1";
  finding.message = say("{level}没有理论知识组卷方案（{clause}）。", "level"_a = levelWord(level),
                        "clause"_a = settings().clauseFor(level));
  finding.advice = say("导入或填写组卷方案：考试时间，各题型的题量和每题分值。");
  found.push_back(std::move(finding));
}

}  // namespace tiku::validators
