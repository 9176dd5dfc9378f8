// Rows of 基本要求 drawn to another place: entries in the column of entries, else topics.
#include <algorithm>
#include <set>

#include "editor/standard/basics_table.h"
#include "editor/widgets/move_rows.h"
#include "formats/base/say.h"

namespace tiku::editor {

using namespace tiku::formats;

RowMove BasicsTable::topicsMove(const RowMove& move) const {
  RowMove topics;
  for (const std::size_t topic : topicsOf(move.rows)) topics.rows.push_back(static_cast<int>(topic));
  topics.gap = static_cast<int>(topics_.size());
  if (move.gap < rows()) {
    const Line& line = lines_[static_cast<std::size_t>(move.gap)];
    topics.gap = static_cast<int>(line.topic) + (line.entry == 0 ? 0 : 1);
  }
  return topics;
}

std::vector<BasicTopic> BasicsTable::withEntriesMoved(const RowMove& move, int& first) const {
  const auto lineAt = [this](int row) { return lines_[static_cast<std::size_t>(row)]; };
  const Line above = move.gap > 0 ? lineAt(move.gap - 1) : Line{};
  std::set<std::pair<std::size_t, std::size_t>> gone;
  std::vector<std::string> entries;
  for (const int row : move.rows) {
    const Line line = lineAt(row);
    if (line.entry >= topics_[line.topic].entries.size()) continue;
    gone.emplace(line.topic, line.entry);
    entries.push_back(topics_[line.topic].entries[line.entry]);
  }
  const std::size_t at = move.gap > 0 ? above.entry + 1 : 0;
  std::vector<BasicTopic> topics = topics_;
  int row = 0;
  for (std::size_t t = 0; t < topics.size(); ++t) {
    auto& into = topics[t].entries;
    const std::vector<std::string> before = std::exchange(into, {});
    for (std::size_t e = 0; e <= before.size(); ++e) {
      if (t == above.topic && e == std::min(at, before.size())) {
        first = row + static_cast<int>(into.size());
        into.insert(into.end(), entries.begin(), entries.end());
      }
      if (e < before.size() && !gone.contains({t, e})) into.push_back(before[e]);
    }
    row += std::max(static_cast<int>(into.size()), 1);
  }
  return topics;
}

std::optional<int> BasicsTable::landing(const RowMove& move) const {
  if (rows() == 0) return std::nullopt;
  if (move.column == kEntry) {
    int first = 0;
    return withEntriesMoved(move, first) == topics_ ? std::nullopt : std::optional(move.gap);
  }
  const RowMove topics = topicsMove(move);
  if (!movesAnything(topics)) return std::nullopt;
  if (topics.gap == static_cast<int>(topics_.size())) return rows();
  return spotOf(topics_[static_cast<std::size_t>(topics.gap)].id).row;
}

std::optional<RowSpan> BasicsTable::drop(const RowMove& move) {
  if (!landing(move)) return std::nullopt;
  const std::string title = say("移动基本要求的内容");
  if (move.column == kEntry) {
    int first = 0;
    putTopics(title, withEntriesMoved(move, first));
    return RowSpan{first, first + static_cast<int>(move.rows.size()) - 1};
  }
  std::vector<BasicTopic> topics = topics_;
  const RowSpan now = moveRows(topics, topicsMove(move));
  const Id from = topics[static_cast<std::size_t>(now.first)].id;
  const Id to = topics[static_cast<std::size_t>(now.last)].id;
  putTopics(title, std::move(topics));
  const int lastRows = static_cast<int>(std::ranges::find(topics_, to, &BasicTopic::id)->entries.size());
  return RowSpan{spotOf(from).row, spotOf(to).row + std::max(lastRows, 1) - 1};
}

}  // namespace tiku::editor
