#include "formats/exchange/written/names.h"

#include <algorithm>

#include "formats/base/utf8.h"

namespace tiku::formats::written {
namespace {

constexpr std::size_t kLongestName = 120;  // Bytes; a label is there to be read.

void enter(std::map<std::string, std::optional<Id>>& index, const std::string& words, Id id) {
  const auto [known, isNew] = index.emplace(words, id);
  if (!isNew && known->second != id) known->second.reset();
}

std::optional<Id> find(const std::map<std::string, std::optional<Id>>& index, const std::string& words) {
  const auto known = index.find(words);
  return known == index.end() ? std::nullopt : known->second;
}

// On one line and without what parts the fields of a tag, so that it reads back.
std::string onOneLine(std::string_view words) {
  std::string line;
  for (const char c : words) {
    const bool blank = static_cast<unsigned char>(c) <= ' ' || c == '\x7F';
    if (!blank) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

}  // namespace

Names::Names(const Bank& bank) {
  for (const auto& blueprint : bank.all<Blueprint>()) {
    Table& table = tables_[blueprint->level];
    table.finder.emplace(bank, blueprint->level);
    walk(blueprint->theory, [&table](const TablePlace& place) {
      if (place.point == nullptr) return;
      const std::string code = onOneLine(place.code());
      const std::string name = shortened(onOneLine(place.point->name), kLongestName);
      const std::string label = code.empty() || name.empty() ? code + name : code + " " + name;
      enter(table.byLabel, label, place.point->id);
      table.labels.emplace(place.point->id, label);
      table.inOrder.push_back(label);
    });
  }
  if (const auto* people = bank.find<People>(People::kId)) {
    for (const Person& person : people->people) {
      const std::string name = shortened(onOneLine(person.name), kLongestName);
      if (name.empty()) continue;
      enter(authors_, name, person.id);
      authorNames_.emplace(person.id, name);
    }
  }
}

std::string Names::point(const TheoryItem& item) const {
  if (!item.point) return {};
  const auto table = tables_.find(item.level);
  if (table == tables_.end()) return item.point->str();
  const auto label = table->second.labels.find(*item.point);
  const bool tells = label != table->second.labels.end() && find(table->second.byLabel, label->second);
  return tells ? label->second : item.point->str();
}

std::optional<Id> Names::pointOf(Level level, const std::string& words) const {
  if (const auto id = Id::parse(words)) return id;
  const auto table = tables_.find(level);
  if (table == tables_.end()) return std::nullopt;
  const auto known = find(table->second.byLabel, words);
  return known ? known : table->second.finder->find(words);
}

std::vector<std::string> Names::points(Level level) const {
  const auto table = tables_.find(level);
  return table == tables_.end() ? std::vector<std::string>() : table->second.inOrder;
}

std::string Names::author(const std::optional<Id>& author) const {
  if (!author) return {};
  const auto name = authorNames_.find(*author);
  return name != authorNames_.end() && find(authors_, name->second) ? name->second : author->str();
}

std::optional<Id> Names::authorOf(const std::string& words) const {
  if (const auto id = Id::parse(words)) return id;
  return find(authors_, words);
}

}  // namespace tiku::formats::written
