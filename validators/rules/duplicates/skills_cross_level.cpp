#include "validators/rules/duplicates/skills_cross_level.h"

#include "validators/rules/support/names.h"
#include "validators/rules/support/per_object.h"

namespace tiku::validators {

using namespace formats;

void SkillsCrossLevel::judgeSame(const std::vector<const SkillItem*>& items, const std::string& words,
                                 const Facts& /*facts*/, FindingSink& sink) {
  const SkillItem& first = *items.front();
  for (const SkillItem* item : items) {
    if (item->level == first.level) continue;
    Finding finding = findingOn(*item, kField);
    finding.measured = std::to_string(items.size());
    finding.required = "1";
    finding.judged = words + '\n' + first.id.str();
    finding.message = say("{item}与{other}的任务相同，操作技能试题各等级之间不应重复（{clause}）。",
                          "item"_a = itemName(*item), "other"_a = itemName(first),
                          "clause"_a = settings().clauseFor(item->level));
    finding.advice = say("改写其中一道，使任务的难度和要求与等级相称。");
    report(sink, std::move(finding));
  }
}

}  // namespace tiku::validators
