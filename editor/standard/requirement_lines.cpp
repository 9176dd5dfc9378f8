#include "editor/standard/requirement_lines.h"

#include <algorithm>

#include "editor/standard/standard_table.h"
#include "editor/widgets/cell_words.h"

namespace tiku::editor {

using namespace tiku::formats;

namespace {

constexpr int kFunctionColumn = 0;
constexpr int kContentColumn = 1;
constexpr int kSkillColumn = 2;

template <typename T>
T named(Id id, std::string name) {
  T object;
  object.id = id;
  object.name = std::move(name);
  return object;
}

/// One entry per line of the words, the first keeping what stood there.
std::vector<Requirement> entriesOf(const std::string& words, const std::vector<Requirement>& before) {
  std::vector<Requirement> entries;
  std::size_t from = 0;
  while (from <= words.size()) {
    const std::size_t end = std::min(words.find('\n', from), words.size());
    std::string line = oneLine(words.substr(from, end - from));
    from = end + 1;
    Requirement entry;
    if (entries.empty() && !before.empty()) entry = before.front();
    constexpr std::string_view kStar = "★";
    if (line.starts_with(kStar)) {
      entry.critical = true;
      line = oneLine(line.substr(kStar.size()));
    }
    line = withoutNumber(line, 3);
    if (line.empty()) continue;
    entry.text = std::move(line);
    if (entry.id.empty()) entry.id = Id::random();
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace

RequirementLines::RequirementLines(const LevelRequirements& requirements) : shell_(requirements) {
  for (const Function& function : shell_.functions) {
    Line head;
    head.function = function;
    head.function->contents.clear();
    if (function.contents.empty()) lines_.push_back(head);
    for (const WorkContent& content : function.contents) {
      head.content = content;
      head.content->skills.clear();
      head.content->knowledge.clear();
      const std::size_t rows = std::max({content.skills.size(), content.knowledge.size(), std::size_t{1}});
      for (std::size_t row = 0; row < rows; ++row) {
        if (row < content.skills.size()) head.skills = {content.skills[row]};
        if (row < content.knowledge.size()) head.knowledge = {content.knowledge[row]};
        lines_.push_back(std::move(head));
        head = {};
      }
    }
  }
  shell_.functions.clear();
}

bool RequirementLines::put(std::size_t row, int column, const std::string& words) {
  const bool empty = oneLine(words).empty();
  if (row >= lines_.size()) {
    if (empty) return true;
    lines_.resize(row + 1);
  }
  Line& line = lines_[row];
  if (column == kFunctionColumn) {
    const std::string name = withoutNumber(oneLine(words), 1);
    if (name.empty()) return !line.function.has_value();
    if (line.function) {
      line.function->name = name;
    } else {
      line.function = named<Function>(Id::random(), name);
    }
  } else if (column == kContentColumn) {
    const std::string name = withoutNumber(oneLine(words), 2);
    if (name.empty()) return !line.content.has_value() || line.content->name.empty();
    if (line.content) {
      line.content->name = name;
    } else {
      line.content = named<WorkContent>(Id::random(), name);
    }
  } else {
    auto& entries = column == kSkillColumn ? line.skills : line.knowledge;
    entries = entriesOf(words, entries);
  }
  return true;
}

LevelRequirements RequirementLines::requirements() const {
  LevelRequirements whole = shell_;
  for (const Line& line : lines_) {
    const bool hasEntries = !line.skills.empty() || !line.knowledge.empty();
    if (line.function) whole.functions.push_back(*line.function);
    if (!line.content && !hasEntries) continue;
    if (whole.functions.empty()) whole.functions.push_back(named<Function>(Id::random(), {}));
    auto& contents = whole.functions.back().contents;
    if (line.content) {
      contents.push_back(*line.content);
    } else if (contents.empty()) {
      contents.push_back(named<WorkContent>(Id::random(), {}));
    }
    contents.back().skills.insert(contents.back().skills.end(), line.skills.begin(), line.skills.end());
    contents.back().knowledge.insert(contents.back().knowledge.end(), line.knowledge.begin(),
                                     line.knowledge.end());
  }
  return whole;
}

}  // namespace tiku::editor
