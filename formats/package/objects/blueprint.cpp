// `blueprints/level-N.xml`
#include "formats/package/objects/document.h"

namespace tiku::formats::xml {

template <>
struct Blank<Blueprint> {
  static Blueprint make() { return Blueprint(*Level::of(5)); }
};

template <typename Io>
void fields(Io& io, Side<Io, Point>& point) {
  io.required("id", point.id);
  io.optional("code", point.code);
  io.optional("name", point.name);
  io.optional("importance", point.importance);
  io.optional("weight", point.weight);
  io.optional("requirements", point.requirements);
  io.optional("note", point.note);
  io.extras(point.extras);
}

template <typename Io>
void scopeAttributes(Io& io, Side<Io, Scope>& scope) {
  io.required("id", scope.id);
  io.optional("code", scope.code);
  io.optional("name", scope.name);
  io.optional("weight", scope.weight);
  io.optional("requirement", scope.requirement);
  io.optional("note", scope.note);
  io.extras(scope.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, Scope>& scope) {
  scopeAttributes(io, scope);
  io.children("scope", scope.scopes);
  io.children("point", scope.points);
}

template <typename Io>
void fields(Io& io, Side<Io, ElementTable::Top>& top) {
  io.required("part", top.part);
  fields(io, top.scope);
}

template <typename Io>
void fields(Io& io, Side<Io, ElementTable>& table) {
  io.optional("compiled-by", table.compiledBy);
  io.optional("compiled-on", table.compiledOn);
  io.optional("reviewed-by", table.reviewedBy);
  io.optional("reviewed-on", table.reviewedOn);
  io.extras(table.extras);
  io.children("scope", table.tops);
}

template <typename Io>
void fields(Io& io, Side<Io, SkillModule>& module) {
  io.required("id", module.id);
  io.optional("code", module.code);
  io.optional("function", module.function);
  io.optional("name", module.name);
  io.optional("form", module.form);
  io.optional("marks", module.marks);
  io.optional("minutes", module.minutes);
  io.optional("bank-items", module.bankItems);
  io.extras(module.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, SkillGroup>& group) {
  io.required("take", group.take);
  io.extras(group.extras);
  io.children("module", group.modules);
}

template <typename Io>
void fields(Io& io, Side<Io, SkillStructure>& structure) {
  io.extras(structure.extras);
  io.children("group", structure.groups);
}

template <typename Io>
void fields(Io& io, Side<Io, PlanSection>& section) {
  io.required("type", section.type);
  io.required("count", section.count);
  io.required("each", section.each);
  io.extras(section.extras);
}

template <typename Io>
void fields(Io& io, Side<Io, PaperPlan>& plan) {
  io.optional("minutes", plan.minutes);
  io.extras(plan.extras);
  io.children("section", plan.sections);
}

template <typename Io>
void fields(Io& io, Side<Io, Blueprint>& blueprint) {
  io.required("level", blueprint.level);
  io.extras(blueprint.extras);
  io.child("theory", blueprint.theory);
  io.child("skills", blueprint.skills);
  io.child("structure", blueprint.structure);
  io.child("plan", blueprint.plan);
}

namespace {

void addIds(const Scope& scope, UniqueIds& ids) {
  ids.add(scope.id, "scope");
  for (const Scope& child : scope.scopes) addIds(child, ids);
  for (const Point& point : scope.points) ids.add(point.id, "point");
}

void checkIds(const Blueprint& blueprint, const std::string& file) {
  UniqueIds ids(file);
  for (const ElementTable::Top& top : blueprint.theory.tops) addIds(top.scope, ids);
  for (const ElementTable::Top& top : blueprint.skills.tops) addIds(top.scope, ids);
  for (const SkillGroup& group : blueprint.structure.groups) {
    for (const SkillModule& module : group.modules) ids.add(module.id, "module");
  }
}

}  // namespace

std::string write(const Blueprint& blueprint) {
  checkIds(blueprint, {});
  return writeDocument("blueprint", blueprint);
}

Blueprint readBlueprint(Element& root, const ReadContext& context) {
  auto blueprint = readDocument<Blueprint>(root, "blueprint", context);
  blueprint.id = Blueprint::idOf(blueprint.level);
  checkIds(blueprint, context.file);
  return blueprint;
}

}  // namespace tiku::formats::xml
