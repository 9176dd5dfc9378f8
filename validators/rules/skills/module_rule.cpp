#include "validators/rules/skills/module_rule.h"

namespace tiku::validators {

using namespace formats;

const SkillModule* moduleOf(const Blueprint* blueprint, Id module) {
  if (blueprint == nullptr) return nullptr;
  for (const SkillGroup& group : blueprint->structure.groups) {
    const auto found = std::ranges::find(group.modules, module, &SkillModule::id);
    if (found != group.modules.end()) return &*found;
  }
  return nullptr;
}

std::string moduleName(const SkillModule& module) {
  return "“" + (module.name.empty() ? module.function : module.name) + "”";
}

void ModuleRule::examine(const SkillItem& item, const Facts& facts, FindingSink& sink) {
  if (!item.module) return;
  const SkillModule* module = moduleOf(facts.bank().blueprint(item.level), *item.module);
  if (module != nullptr) compare(item, *module, sink);
}

void ModuleRule::follow(const Change& change, const Facts& /*facts*/) {
  const auto level = book_.follow(change);
  if (!level) return;
  for (const Id item : book_.at(*level)) touch(item);
}

}  // namespace tiku::validators
