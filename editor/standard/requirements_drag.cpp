// Rows of 工作要求 drawn to another place: functions, contents or entries, by the column of the cursor.
#include <algorithm>
#include <unordered_set>

#include "editor/standard/requirements_table.h"
#include "formats/base/say.h"

namespace tiku::editor {

using namespace tiku::formats;

namespace {

using Ids = std::unordered_set<Id>;

/// The first, from an index on, that stays where it is; empty for the end.
template <typename T>
Id firstStaying(const std::vector<T>& list, std::size_t index, const Ids& moved) {
  for (std::size_t i = index; i < list.size(); ++i) {
    if (!moved.contains(list[i].id)) return list[i].id;
  }
  return {};
}

template <typename T>
void takeOut(std::vector<T>& from, const Ids& moved, std::vector<T>& into) {
  for (T& each : from) {
    if (moved.contains(each.id)) into.push_back(std::move(each));
  }
  std::erase_if(from, [&moved](const T& each) { return moved.contains(each.id); });
}

template <typename T>
void putBefore(std::vector<T>& list, Id before, const std::vector<T>& moved) {
  const auto place = before.empty() ? list.end() : std::ranges::find(list, before, &T::id);
  list.insert(place, moved.begin(), moved.end());
}

}  // namespace

std::optional<LevelRequirements> RequirementsTable::moved(const RowMove& move, int& gap) const {
  if (rows() == 0) return std::nullopt;
  const std::vector<Id> chosen = partsOf(move.rows, move.column);
  const Ids ids(chosen.begin(), chosen.end());
  const auto lineAt = [this](int row) { return lines_[static_cast<std::size_t>(row)]; };
  const bool atTop = move.gap == 0;
  const Line above = lineAt(atTop ? 0 : move.gap - 1);
  gap = move.gap;
  // A function or a content is not parted: behind the one that the row above the gap belongs to.
  const auto belongs = [&](const Line& line) {
    return line.function == above.function && (move.column == kFunction || line.content == above.content);
  };
  while (!atTop && move.column <= kContent && gap < rows() && belongs(lineAt(gap))) ++gap;
  LevelRequirements next = *now_;
  Function& into = next.functions[above.function];
  if (move.column == kFunction) {
    const Id before = firstStaying(next.functions, atTop ? 0 : above.function + 1, ids);
    std::vector<Function> functions;
    takeOut(next.functions, ids, functions);
    putBefore(next.functions, before, functions);
  } else if (!above.content) {
    return std::nullopt;
  } else if (move.column == kContent) {
    const Id before = firstStaying(into.contents, atTop ? 0 : *above.content + 1, ids);
    std::vector<WorkContent> contents;
    for (Function& function : next.functions) takeOut(function.contents, ids, contents);
    putBefore(into.contents, before, contents);
  } else {
    const auto list = move.column == kSkill ? &WorkContent::skills : &WorkContent::knowledge;
    auto& entries = into.contents[*above.content].*list;
    const std::size_t index = atTop ? 0 : std::min(above.entry + 1, entries.size());
    gap -= static_cast<int>(atTop ? 0 : above.entry + 1 - index);
    const Id before = firstStaying(entries, index, ids);
    std::vector<Requirement> drawn;
    for (Function& function : next.functions) {
      for (WorkContent& content : function.contents) takeOut(content.*list, ids, drawn);
    }
    putBefore(entries, before, drawn);
  }
  return next == *now_ ? std::nullopt : std::optional(std::move(next));
}

std::optional<int> RequirementsTable::landing(const RowMove& move) const {
  int gap = 0;
  return moved(move, gap) ? std::optional(gap) : std::nullopt;
}

std::optional<RowSpan> RequirementsTable::drop(const RowMove& move) {
  int gap = 0;
  auto next = moved(move, gap);
  const std::vector<Id> parts = partsOf(move.rows, move.column);
  if (!next || parts.empty() || !putLevel(say("移动工作要求的内容"), std::move(*next))) return std::nullopt;
  const int first = spotOf(parts.front()).row;
  return RowSpan{first, first + static_cast<int>(move.rows.size()) - 1};
}

}  // namespace tiku::editor
