#pragma once

#include "validators/rules/skills/skill_book.h"
#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// The module of a level's structure table; null when the table does not have it.
const formats::SkillModule* moduleOf(const formats::Blueprint* blueprint, formats::Id module);

/// "“制动系统检修”": a module as findings name it.
std::string moduleName(const formats::SkillModule& module);

/// A rule that compares operational items with their module of the structure table: looks at them again when
/// the level's blueprint changes. Items without a module are `skills/module-missing`.
class ModuleRule : public PerObject<formats::SkillItem> {
 public:
  using PerObject::PerObject;

 protected:
  virtual void compare(const formats::SkillItem& item, const formats::SkillModule& module,
                       FindingSink& sink) = 0;

 private:
  void examine(const formats::SkillItem& item, const Facts& facts, FindingSink& sink) final;
  void follow(const formats::Change& change, const Facts& facts) final;

  SkillBook book_;
};

}  // namespace tiku::validators
