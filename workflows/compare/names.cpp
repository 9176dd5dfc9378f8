#include "workflows/compare/names.h"

#include <optional>

#include "formats/base/say.h"
#include "workflows/compare/rows.h"

namespace tiku::workflows {

using namespace formats;

namespace {

std::string codedOr(const std::string& code, const std::string& title) {
  return code.empty() ? title : code;
}

// What an item or a paper is called inside a sentence: its code, as in tables.
std::string shortName(const Object& object) {
  if (const auto* item = as<TheoryItem>(object)) return codedOr(item->code, item->stem.str());
  if (const auto* item = as<SkillItem>(object)) return codedOr(item->code, item->title);
  if (const auto* paper = as<Paper>(object)) return codedOr(paper->number, paper->title);
  if (const auto* round = as<Round>(object)) return round->title;
  return {};
}

}  // namespace

void Names::add(const Object& object) {
  const auto rows = [this](const FieldRows& table) {
    for (const TableRow& row : table.rows) {
      if (const auto id = Id::parse(row.key)) names_[*id] = row.name;
    }
  };
  if (const auto* blueprint = as<Blueprint>(object)) {
    rows(tableRows(blueprint->theory));
    rows(tableRows(blueprint->skills));
    rows(tableRows(blueprint->structure));
  } else if (const auto* standard = as<Standard>(object)) {
    rows(tableRows(standard->levels));
    rows(tableRows(standard->basics));
  } else if (const auto* people = as<People>(object)) {
    for (const Person& person : people->people) names_[person.id] = person.name;
  } else if (const auto* experts = as<Experts>(object)) {
    for (const Expert& expert : experts->experts) names_[expert.id] = expert.name;
  } else if (const std::string name = shortName(object); !name.empty()) {
    names_[idOf(object)] = name;
  }
}

void Names::add(const Bank& bank) {
  for (const auto& blueprint : bank.all<Blueprint>()) add(Object(blueprint));
  for (const Id id : {Standard::kId, People::kId, Experts::kId}) {
    if (const Object* object = bank.object(id)) add(*object);
  }
}

std::string Names::of(Id id) const {
  if (const auto known = names_.find(id); known != names_.end()) return known->second;
  std::string name;
  if (find_) name = shortName(find_(id));
  names_.emplace(id, name);
  return name;
}

std::string Names::in(std::string_view text) const {
  constexpr std::size_t kIdLength = 36;
  const auto idAt = [text](std::size_t at) -> std::optional<Id> {
    if (text.size() - at < kIdLength || text[at + 8] != '-') return std::nullopt;
    return Id::parse(text.substr(at, kIdLength));
  };
  std::string words;
  for (std::size_t at = 0; at < text.size();) {
    if (const auto id = idAt(at)) {
      const std::string name = of(*id);
      words += name.empty() ? translate("（题库里没有）") : name;
      at += kIdLength;
    } else {
      words += text[at++];
    }
  }
  return words;
}

}  // namespace tiku::workflows
