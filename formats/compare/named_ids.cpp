#include "formats/compare/named_ids.h"

#include <map>
#include <optional>

#include "formats/base/say.h"

namespace tiku::formats {

namespace {

constexpr std::size_t kIdLength = 36;  // Of an id in print.

using Names = std::map<Id, std::string>;

void nameParts(const Blueprint& blueprint, Names& wanted) {
  const auto name = [&wanted](Id id, const std::string& words) {
    if (const auto found = wanted.find(id); found != wanted.end()) found->second = words;
  };
  for (const ElementTable* table : {&blueprint.theory, &blueprint.skills}) {
    walk(*table, [&](const TablePlace& place) {
      const Id id = place.point != nullptr ? place.point->id : place.path.back()->id;
      name(id, place.code() + " " + (place.point != nullptr ? place.point->name : place.path.back()->name));
    });
  }
  for (const SkillGroup& group : blueprint.structure.groups) {
    for (const SkillModule& module : group.modules) name(module.id, module.code + " " + module.name);
  }
}

std::string nameOfObject(const Object& object) {
  if (const auto* item = std::get_if<std::shared_ptr<const TheoryItem>>(&object)) return (*item)->code;
  if (const auto* item = std::get_if<std::shared_ptr<const SkillItem>>(&object)) {
    return (*item)->code.empty() ? (*item)->title : (*item)->code;
  }
  if (const auto* paper = std::get_if<std::shared_ptr<const Paper>>(&object)) {
    return (*paper)->number.empty() ? (*paper)->title : (*paper)->number;
  }
  return {};
}

}  // namespace

std::string withNames(std::string_view text, const Bank& bank) {
  Names names;
  const auto idAt = [text](std::size_t at) -> std::optional<Id> {
    if (text.size() - at < kIdLength || text.substr(at + 8, 1) != "-") return std::nullopt;
    return Id::parse(text.substr(at, kIdLength));
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const auto id = idAt(at)) names[*id];
  }
  if (names.empty()) return std::string(text);
  for (auto& [id, name] : names) {
    if (const Object* object = bank.object(id)) name = nameOfObject(*object);
  }
  for (const auto& blueprint : bank.all<Blueprint>()) nameParts(*blueprint, names);
  if (const auto* people = bank.find<People>(People::kId)) {
    for (auto& [id, name] : names) {
      if (const Person* person = people->find(id)) name = person->name;
    }
  }
  std::string words;
  for (std::size_t at = 0; at < text.size();) {
    if (const auto id = idAt(at)) {
      words += names[*id].empty() ? say("（题库里没有）") : names[*id];
      at += kIdLength;
    } else {
      words += text[at++];
    }
  }
  return words;
}

}  // namespace tiku::formats
