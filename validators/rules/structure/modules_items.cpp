#include "validators/rules/structure/modules_items.h"

#include <unordered_map>

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::Id;
using formats::Level;
using formats::say;
using formats::SkillItem;
using formats::operator""_a;

void ModulesItems::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  const formats::Blueprint* blueprint = facts.bank().blueprint(level);
  if (blueprint == nullptr || facts.bank().info().skillsKind != formats::BankKind::kItems) return;
  for (const formats::SkillGroup& group : blueprint->structure.groups) {
    for (const formats::SkillModule& module : group.modules) {
      const int planned = module.bankItems.value_or(1);
      const int have = facts.itemsOfModule(level, module.id);
      if (have >= planned) continue;
      Finding finding;
      finding.subject.id = module.id;
      finding.measured = std::to_string(have);
      finding.required = std::to_string(planned);
      finding.judged = finding.measured + "/" + finding.required;
      finding.message =
          say("{level}操作技能模块 {code}「{name}」有试题 {have} 道，少于 {planned} 道（{clause}）。",
              "level"_a = levelWord(level), "code"_a = module.code, "name"_a = module.name, "have"_a = have,
              "planned"_a = planned, "clause"_a = settings().clauseFor(level));
      finding.advice = say("补 {missing} 道试题，或把已有的试题归到这个模块。", "missing"_a = planned - have);
      found.push_back(std::move(finding));
    }
  }
}

}  // namespace tiku::validators
