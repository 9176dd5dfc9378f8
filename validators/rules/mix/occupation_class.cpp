#include "validators/rules/mix/occupation_class.h"

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::ItemType;
using formats::Level;
using formats::OccupationClass;
using formats::say;
using formats::operator""_a;

void OccupationClassMix::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  if (settings().count("asked", level).value_or(0) == 0) return;
  const OccupationClass kind = facts.bank().info().occupationClass;
  if (kind == OccupationClass::kTechnical) return;
  const bool knowledge = kind == OccupationClass::kKnowledge;
  const ItemType type = knowledge ? ItemType::kCaseAnalysis : ItemType::kComprehensive;
  const TypeCounts& counts = facts.counts(level).theory;
  if (counts.total() == 0 || counts.of(type) > 0) return;
  Finding finding;
  finding.measured = "0";
  finding.judged = formats::itemTypeLetter(type);
  finding.message =
      knowledge ? say("{level}题库没有案例分析题；知识技能型职业应强化案例分析、方案策划等题型（{clause}）。",
                      "level"_a = levelWord(level), "clause"_a = settings().clauseFor(level))
                : say("{level}题库没有综合题；复合技能型职业应设计综合性、复杂性试题（{clause}）。",
                      "level"_a = levelWord(level), "clause"_a = settings().clauseFor(level));
  finding.advice = say("补写这类试题；条文没有规定数量。");
  found.push_back(std::move(finding));
}

}  // namespace tiku::validators
