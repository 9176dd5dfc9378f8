#pragma once

#include <string>
#include <type_traits>
#include <variant>

#include "formats/model/item.h"
#include "formats/model/records.h"

/// The texts of an object and how Subject::field names them: one list for those who read all of them and for
/// those who change one.
namespace tiku::validators {

namespace text_fields {

template <typename List, typename Visit>
void each(List& list, const char* name, const Visit& visit) {
  int position = 0;
  for (auto& one : list) visit(one, name + std::to_string(position++));
}

template <typename Scope, typename Visit>
void scope(Scope& at, const Visit& visit) {
  visit(at.id, "name", at.name);
  visit(at.id, "note", at.note);
  for (auto& point : at.points) {
    visit(point.id, "name", point.name);
    visit(point.id, "note", point.note);
  }
  for (auto& below : at.scopes) scope(below, visit);
}

}  // namespace text_fields

/// Calls `visit(subject, field, text)` for every text that a writer writes, in reading order. `text` is a
/// RichText or a string, const where the object is; `subject` is the object's id, or that of a part of it.
template <typename Item, typename Visit>
  requires std::is_same_v<std::remove_const_t<Item>, formats::TheoryItem>
void forEachText(Item& item, const Visit& visit) {
  const formats::Id id = item.id;
  visit(id, "stem", item.stem);
  text_fields::each(item.options, "options/", [&](auto& one, const auto& field) { visit(id, field, one); });
  if (auto* fillIn = std::get_if<formats::FillInKey>(&item.key)) {
    text_fields::each(fillIn->blanks, "key/", [&](auto& answers, const std::string& blank) {
      text_fields::each(answers, (blank + '/').c_str(),
                        [&](auto& one, const auto& field) { visit(id, field, one); });
    });
  } else if (auto* reference = std::get_if<formats::ReferenceKey>(&item.key)) {
    visit(id, "key", reference->answer);
  }
  text_fields::each(item.scoring, "scoring/",
                    [&](auto& one, const auto& field) { visit(id, field, one.text); });
  visit(id, "rationale", item.rationale);
  visit(id, "reference", item.reference);
}

template <typename Item, typename Visit>
  requires std::is_same_v<std::remove_const_t<Item>, formats::SkillItem>
void forEachText(Item& item, const Visit& visit) {
  const formats::Id id = item.id;
  visit(id, "title", item.title);
  visit(id, "venue", item.venue);
  text_fields::each(item.materials, "materials/", [&](auto& one, const std::string& field) {
    visit(id, field + "/name", one.name);
    visit(id, field + "/specification", one.specification);
    visit(id, field + "/quantity", one.quantity);
    visit(id, field + "/note", one.note);
  });
  visit(id, "task", item.task);
  visit(id, "requirements", item.requirements);
  visit(id, "quality", item.quality);
  text_fields::each(item.vetoes, "vetoes/", [&](auto& one, const auto& field) { visit(id, field, one); });
  text_fields::each(item.scores, "scores/", [&](auto& one, const std::string& field) {
    visit(id, field + "/content", one.content);
    visit(id, field + "/criterion", one.criterion);
    visit(id, field + "/nominal", one.nominal);
    visit(id, field + "/note", one.note);
  });
}

template <typename Table, typename Visit>
  requires std::is_same_v<std::remove_const_t<Table>, formats::Blueprint>
void forEachText(Table& blueprint, const Visit& visit) {
  for (auto* table : {&blueprint.theory, &blueprint.skills}) {
    for (auto& top : table->tops) text_fields::scope(top.scope, visit);
  }
  for (auto& group : blueprint.structure.groups) {
    for (auto& module : group.modules) {
      visit(module.id, "function", module.function);
      visit(module.id, "name", module.name);
    }
  }
}

}  // namespace tiku::validators
