#include "formats/model/pictures.h"

namespace tiku::formats {
namespace {

void add(const RichText& text, std::vector<std::string>& names) {
  for (std::string& name : text.images()) names.push_back(std::move(name));
}

}  // namespace

std::vector<std::string> picturesOf(const TheoryItem& item) {
  std::vector<std::string> names;
  add(item.stem, names);
  for (const RichText& option : item.options) add(option, names);
  if (const auto* key = std::get_if<ReferenceKey>(&item.key)) add(key->answer, names);
  add(item.rationale, names);
  return names;
}

std::vector<std::string> picturesOf(const SkillItem& item) {
  std::vector<std::string> names;
  for (const RichText* text : {&item.venue, &item.task, &item.requirements, &item.quality}) add(*text, names);
  for (const ScoreRow& row : item.scores) {
    add(row.content, names);
    add(row.criterion, names);
  }
  return names;
}

std::vector<std::string> picturesOf(const ItemSet& set) {
  std::vector<std::string> names;
  add(set.stem, names);
  for (const RichText& option : set.options) add(option, names);
  return names;
}

std::vector<std::string> picturesOf(const Standard& standard) {
  std::vector<std::string> names;
  for (const OverviewSection& section : standard.overview) add(section.text, names);
  return names;
}

std::vector<std::string> picturesOf(const Object& object) {
  if (const auto* theory = as<TheoryItem>(object)) return picturesOf(*theory);
  if (const auto* skill = as<SkillItem>(object)) return picturesOf(*skill);
  if (const auto* set = as<ItemSet>(object)) return picturesOf(*set);
  if (const auto* standard = as<Standard>(object)) return picturesOf(*standard);
  return {};
}

std::optional<Id> mediaIdOf(std::string_view name) {
  return Id::ofDigest(name.substr(0, name.find('.')));
}

const Media* mediaNamed(const Bank& bank, std::string_view name) {
  const auto id = mediaIdOf(name);
  const auto* media = id ? bank.find<Media>(*id) : nullptr;
  return media != nullptr && media->name == name ? media : nullptr;
}

}  // namespace tiku::formats
