#include "editor/papers/paper_edits.h"

#include <algorithm>
#include <array>
#include <set>

namespace tiku::editor {

using namespace formats;

namespace {

// Titles of sections are printed on papers: they are Chinese whatever the language of the screens.
constexpr std::array<std::string_view, 10> kNumbers{"一", "二", "三", "四", "五",
                                                    "六", "七", "八", "九", "十"};

std::string sectionTitle(std::size_t place, ItemType type) {
  std::string title = place < kNumbers.size() ? std::string(kNumbers[place]) + "、" : std::string();
  return title + std::string(itemTypeName(type));
}

/// "LJ-3-2026-01" -> "LJ-3-2026-02"
std::string numberAfter(const std::string& number) {
  std::size_t from = number.size();
  while (from > 0 && number[from - 1] >= '0' && number[from - 1] <= '9') --from;
  std::string digits = number.substr(from);
  if (digits.empty()) return number + "2";
  std::size_t at = digits.size();
  while (at > 0 && digits[at - 1] == '9') digits[--at] = '0';
  if (at == 0) {
    digits.insert(digits.begin(), '1');
  } else {
    ++digits[at - 1];
  }
  return number.substr(0, from) + digits;
}

PaperSection& sectionAt(Paper& paper, int section) {
  return paper.sections[static_cast<std::size_t>(section)];
}

bool isSection(const Paper& paper, int section) {
  return section >= 0 && section < static_cast<int>(paper.sections.size());
}

const PlanSection* planned(const Paper& paper, ItemType type, const Bank& bank) {
  const Blueprint* blueprint = bank.blueprint(paper.level);
  if (blueprint == nullptr || paper.kind != Paper::Kind::kTheory) return nullptr;
  const auto& sections = blueprint->plan.sections;
  const auto found = std::ranges::find(sections, type, &PlanSection::type);
  return found == sections.end() ? nullptr : &*found;
}

Marks marksFor(const Paper& paper, const PaperSection& section, std::size_t place, Id item,
               const Bank& bank) {
  if (const auto* skill = bank.find<SkillItem>(item)) return skill->marks;
  const auto* theory = bank.find<TheoryItem>(item);
  if (theory == nullptr) return {};
  if (const PlanSection* plan = planned(paper, theory->type, bank)) return plan->each;
  if (place > 0) return section.entries[place - 1].marks;
  return theory->marks.value_or(Marks::whole(1));
}

int sectionFor(Paper& paper, Id item, const Bank& bank) {
  const auto* theory = bank.find<TheoryItem>(item);
  if (theory == nullptr) {
    if (paper.sections.empty()) paper.sections.emplace_back();
    return static_cast<int>(paper.sections.size()) - 1;
  }
  for (std::size_t i = 0; i < paper.sections.size(); ++i) {
    if (typeOf(paper.sections[i], bank) == theory->type) return static_cast<int>(i);
  }
  paper.sections.push_back({sectionTitle(paper.sections.size(), theory->type), {}, {}});
  return static_cast<int>(paper.sections.size()) - 1;
}

}  // namespace

std::optional<ItemType> typeOf(const PaperSection& section, const Bank& bank) {
  for (const PaperEntry& entry : section.entries) {
    if (const auto* item = bank.find<TheoryItem>(entry.item)) return item->type;
  }
  static constexpr std::array<std::pair<std::string_view, ItemType>, 3> kLongNames{
      {{"单项选择题", ItemType::kSingleChoice},
       {"多项选择题", ItemType::kMultipleChoice},
       {"是非题", ItemType::kTrueFalse}}};
  for (const auto& [name, type] : kLongNames) {
    if (section.title.find(name) != std::string::npos) return type;
  }
  for (const ItemType type : kItemTypes) {
    if (section.title.find(itemTypeName(type)) != std::string::npos) return type;
  }
  return std::nullopt;
}

Paper newPaper(const Bank& bank, Level level, Paper::Kind kind) {
  Paper paper(Id::random(), level, kind);
  std::set<std::string> numbers;
  bank.forEach<Paper>([&](const auto& other) {
    if (other->level == level && other->kind == kind) numbers.insert(other->number);
  });
  paper.number = numbers.empty() || numbers.rbegin()->empty() ? "1" : numberAfter(*numbers.rbegin());
  while (numbers.contains(paper.number)) paper.number = numberAfter(paper.number);
  paper.title = bank.info().occupationName + "（" + std::string(level.name()) + "）" +
                (kind == Paper::Kind::kTheory ? "理论知识试卷" : "操作技能试卷");
  const Blueprint* blueprint = bank.blueprint(level);
  if (blueprint == nullptr) return paper;
  if (kind == Paper::Kind::kSkills) {
    paper.minutes = blueprint->structure.minutes();
    return paper;
  }
  paper.minutes = blueprint->plan.minutes;
  for (const PlanSection& section : blueprint->plan.sections)
    paper.sections.push_back({sectionTitle(paper.sections.size(), section.type), {}, {}});
  return paper;
}

std::vector<PaperLine> addItems(Paper& paper, const std::vector<Id>& items, PaperLine at, const Bank& bank) {
  std::set<Id> had;
  for (const PaperSection& section : paper.sections) {
    for (const PaperEntry& entry : section.entries) had.insert(entry.item);
  }
  std::vector<PaperLine> added;
  for (const Id item : items) {
    if (!had.insert(item).second) continue;
    const int number = isSection(paper, at.section) ? at.section : sectionFor(paper, item, bank);
    PaperSection& section = sectionAt(paper, number);
    const bool before = at.section == number && at.entry >= 0;
    const std::size_t place = before ? std::min(static_cast<std::size_t>(at.entry), section.entries.size())
                                     : section.entries.size();
    const Marks marks = marksFor(paper, section, place, item, bank);
    section.entries.insert(section.entries.begin() + static_cast<std::ptrdiff_t>(place), {item, marks, {}});
    added.push_back({number, static_cast<int>(place)});
    if (before) at.entry = static_cast<int>(place) + 1;
  }
  return added;
}

PaperLine addSection(Paper& paper, PaperLine at, std::string title) {
  const int place = isSection(paper, at.section) ? at.section + 1 : static_cast<int>(paper.sections.size());
  paper.sections.insert(paper.sections.begin() + place, {std::move(title), {}, {}});
  return {place, -1};
}

void removeLines(Paper& paper, std::vector<PaperLine> lines) {
  // From the end, so that those before keep their numbers; entries before the section that holds them.
  std::ranges::sort(lines, std::greater<>());
  for (const PaperLine line : lines) {
    if (!isSection(paper, line.section)) continue;
    if (line.entry < 0) {
      paper.sections.erase(paper.sections.begin() + line.section);
    } else if (auto& entries = sectionAt(paper, line.section).entries;
               line.entry < static_cast<int>(entries.size())) {
      entries.erase(entries.begin() + line.entry);
    }
  }
}

PaperLine moveLine(Paper& paper, PaperLine line, int by) {
  if (!isSection(paper, line.section)) return line;
  if (line.entry < 0) {
    if (!isSection(paper, line.section + by)) return line;
    std::swap(sectionAt(paper, line.section), sectionAt(paper, line.section + by));
    return {line.section + by, -1};
  }
  auto& entries = sectionAt(paper, line.section).entries;
  const int to = line.entry + by;
  if (to >= 0 && to < static_cast<int>(entries.size())) {
    std::swap(entries[static_cast<std::size_t>(line.entry)], entries[static_cast<std::size_t>(to)]);
    return {line.section, to};
  }
  if (!isSection(paper, line.section + by)) return line;
  auto& next = sectionAt(paper, line.section + by).entries;
  const auto place = by > 0 ? next.begin() : next.end();
  const auto moved = next.insert(place, entries[static_cast<std::size_t>(line.entry)]);
  const PaperLine now{line.section + by, static_cast<int>(moved - next.begin())};
  entries.erase(entries.begin() + line.entry);
  return now;
}

std::vector<PaperLine> moveEntries(Paper& paper, std::vector<PaperLine> lines, PaperLine to) {
  std::erase_if(lines, [](PaperLine line) { return line.entry < 0; });
  std::ranges::sort(lines);
  if (lines.empty() || !isSection(paper, to.section)) return {};
  std::vector<PaperEntry> moved;
  for (const PaperLine line : lines)
    moved.push_back(sectionAt(paper, line.section).entries[static_cast<std::size_t>(line.entry)]);
  int place = to.entry < 0 ? static_cast<int>(sectionAt(paper, to.section).entries.size()) : to.entry;
  place -= static_cast<int>(std::ranges::count_if(
      lines, [&](PaperLine line) { return line.section == to.section && line.entry < place; }));
  removeLines(paper, lines);
  auto& entries = sectionAt(paper, to.section).entries;
  entries.insert(entries.begin() + place, moved.begin(), moved.end());
  std::vector<PaperLine> now;
  for (int i = 0; i < static_cast<int>(moved.size()); ++i) now.push_back({to.section, place + i});
  return now;
}

}  // namespace tiku::editor
