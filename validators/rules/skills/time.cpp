#include "validators/rules/skills/time.h"

#include "formats/base/say.h"
#include "validators/rules/support/names.h"

namespace tiku::validators {

using namespace formats;

void SkillTime::compare(const SkillItem& item, const SkillModule& module, FindingSink& sink) {
  if (module.minutes <= 0 || item.minutes <= module.minutes) return;
  Finding finding = findingOn(item, "minutes");
  finding.measured = std::to_string(item.minutes);
  finding.required = std::to_string(module.minutes);
  finding.message =
      say("{item}的考核时间 {minutes} 分钟，超过内容结构表{module}的 {required} 分钟（{clause}）。",
          "item"_a = itemName(item), "minutes"_a = item.minutes, "module"_a = moduleName(module),
          "required"_a = module.minutes, "clause"_a = clause(item.level));
  finding.advice = say("精简任务，或核对内容结构表的考核时间。");
  report(sink, std::move(finding));
}

}  // namespace tiku::validators
