#include "validators/rules/skills/module_missing.h"

#include "formats/base/say.h"
#include "validators/rules/skills/module_rule.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using namespace formats;

std::optional<Finding> ModuleMissing::fault(const SkillItem& item, const Facts& facts) const {
  if (item.module && moduleOf(facts.bank().blueprint(item.level), *item.module) != nullptr)
    return std::nullopt;
  Finding finding = findingOn(item, "module");
  finding.message = item.module ? say("{item}所属的模块不在{level}操作技能考评内容结构表中（{clause}）。",
                                      "item"_a = itemName(item), "level"_a = levelWord(item.level),
                                      "clause"_a = clause(item.level))
                                : say("{item}不属于操作技能考评内容结构表的任何模块（{clause}）。",
                                      "item"_a = itemName(item), "clause"_a = clause(item.level));
  finding.advice = say("给这道题选内容结构表的模块。");
  return finding;
}

Finding ModuleMissing::summary(Level level, int faulty, int total, const Facts& facts) const {
  Finding finding;
  finding.measured = std::to_string(faulty);
  finding.required = "0";
  const Blueprint* blueprint = facts.bank().blueprint(level);
  const bool noTable = blueprint == nullptr || blueprint->structure.empty();
  finding.message =
      noTable ? say("{level}还没有操作技能考评内容结构表，{total} 道操作题中有 {faulty} "
                    "道没有归入模块（{clause}）。",
                    "level"_a = levelWord(level), "total"_a = total, "faulty"_a = faulty,
                    "clause"_a = clause(level))
              : say("{level} {total} 道操作题中有 {faulty} 道没有归入内容结构表的模块（{clause}）。",
                    "level"_a = levelWord(level), "total"_a = total, "faulty"_a = faulty,
                    "clause"_a = clause(level));
  finding.advice = noTable ? say("先编制或导入{level}内容结构表。", "level"_a = levelWord(level))
                           : say("给这些试题选内容结构表的模块。");
  return finding;
}

void ModuleMissing::followOther(const Change& change, const Facts& /*facts*/) {
  const auto level = book_.follow(change);
  if (!level) return;
  touchLevel(*level);
  for (const Id item : book_.at(*level)) touch(item);
}

}  // namespace tiku::validators
