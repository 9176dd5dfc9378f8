#include "editor/blueprint/standard_numbers.h"

namespace tiku::editor {

using namespace tiku::formats;

namespace {

std::string dotted(const std::string& before, std::size_t index) {
  return (before.empty() ? "" : before + ".") + std::to_string(index + 1);
}

}  // namespace

StandardNumbers::StandardNumbers(const Standard* standard, Level level, bool theory) {
  if (standard == nullptr) return;
  std::size_t ethics = 0;
  std::size_t foundation = 0;
  for (const BasicTopic& topic : standard->basics) {
    const bool isEthics = topic.part == BasicTopic::Part::kEthics;
    add(Part::kBasic, dotted(isEthics ? "2.1" : "2.2", isEthics ? ethics++ : foundation++), topic.id);
  }
  const LevelRequirements* requirements = standard->at(level);
  if (requirements == nullptr) return;
  for (std::size_t f = 0; f < requirements->functions.size(); ++f) {
    const Function& function = requirements->functions[f];
    const std::string functionNumber = dotted({}, f);
    add(Part::kWork, functionNumber, function.id);
    for (std::size_t c = 0; c < function.contents.size(); ++c) {
      const WorkContent& content = function.contents[c];
      const std::string contentNumber = dotted(functionNumber, c);
      add(Part::kWork, contentNumber, content.id);
      const auto& entries = theory ? content.knowledge : content.skills;
      for (std::size_t e = 0; e < entries.size(); ++e) {
        add(Part::kWork, dotted(contentNumber, e), entries[e].id);
      }
    }
  }
}

void StandardNumbers::add(Part part, std::string number, Id id) {
  numbers_.emplace(id, number);
  ids_.emplace(std::pair(part, std::move(number)), id);
}

std::string StandardNumbers::words(const std::vector<Id>& entries) const {
  std::string words;
  for (const Id entry : entries) {
    const auto found = numbers_.find(entry);
    words += (words.empty() ? "" : " ") + (found == numbers_.end() ? "?" : found->second);
  }
  return words;
}

std::optional<std::vector<Id>> StandardNumbers::entries(const std::string& words, Part part) const {
  std::vector<Id> entries;
  std::string number;
  bool known = true;
  const auto take = [&] {
    if (number.empty()) return;
    const auto found = ids_.find({part, number});
    known = known && found != ids_.end();
    if (found != ids_.end()) entries.push_back(found->second);
    number.clear();
  };
  for (const char c : words) {
    if ((c >= '0' && c <= '9') || c == '.') {
      number += c;
    } else if (c == ' ' || c == ',' || c == ';') {
      take();
    } else if (static_cast<unsigned char>(c) < 0x80) {
      return std::nullopt;
    } else {
      take();  // A Chinese comma or enumeration mark, in several bytes.
    }
  }
  take();
  if (!known) return std::nullopt;
  return entries;
}

}  // namespace tiku::editor
