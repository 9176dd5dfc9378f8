#pragma once

#include <algorithm>
#include <vector>

#include "editor/widgets/table_model.h"

namespace tiku::editor {

/// Takes the rows of a list to the gap, in their order, and gives where they lie now.
template <typename T>
RowSpan moveRows(std::vector<T>& list, const RowMove& move) {
  std::vector<T> moved;
  int first = move.gap;
  for (const int row : move.rows) {
    moved.push_back(std::move(list[static_cast<std::size_t>(row)]));
    if (row < move.gap) --first;
  }
  for (auto row = move.rows.rbegin(); row != move.rows.rend(); ++row) list.erase(list.begin() + *row);
  list.insert(list.begin() + first, std::make_move_iterator(moved.begin()),
              std::make_move_iterator(moved.end()));
  return {first, first + static_cast<int>(moved.size()) - 1};
}

/// Whether rows of a list would lie otherwise than they do; ascending, as a RowMove has them.
[[nodiscard]] inline bool movesAnything(const RowMove& move) {
  if (move.rows.empty()) return false;
  const int first = move.rows.front();
  const int last = move.rows.back();
  const bool together = last - first + 1 == static_cast<int>(move.rows.size());
  return !together || move.gap < first || move.gap > last + 1;
}

}  // namespace tiku::editor
