#include "validators/rules/skills/marks.h"

#include "formats/base/say.h"
#include "validators/rules/support/names.h"

namespace tiku::validators {

using namespace formats;

void SkillMarks::compare(const SkillItem& item, const SkillModule& module, FindingSink& sink) {
  static constexpr Marks kFull = Marks::whole(100);
  if (module.marks.isZero() || item.marks == module.marks || item.marks == kFull) return;
  Finding finding = findingOn(item, "marks");
  finding.measured = item.marks.str();
  finding.required = module.marks.str();
  finding.message =
      say("{item}的题分是 {marks} 分，内容结构表的{module}配分 {required} 分（{clause}）。",
          "item"_a = itemName(item), "marks"_a = item.marks.str(), "module"_a = moduleName(module),
          "required"_a = module.marks.str(), "clause"_a = clause(item.level));
  finding.advice = say("按内容结构表调整评分表，或按百分制评分后折算。");
  report(sink, std::move(finding));
}

}  // namespace tiku::validators
