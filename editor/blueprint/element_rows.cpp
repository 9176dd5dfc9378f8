// The rows of an element table as they show: collapsed, expanded, drawn to another place.
#include <algorithm>
#include <limits>

#include "editor/blueprint/element_model.h"
#include "formats/base/say.h"
#include "workflows/blueprint/table_move.h"

namespace tiku::editor {

using namespace tiku::formats;

bool ElementModel::holdsRows(int number) const {
  const auto next = static_cast<std::size_t>(number) + 1;
  return next < rows_.size() && rows_[next].depth > rows_[next - 1].depth;
}

void ElementModel::lookWhatShows() {
  open_.clear();
  int most = std::numeric_limits<int>::max();  // Deeper rows lie in a collapsed scope.
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (rows_[i].depth > most) continue;
    open_.push_back(static_cast<int>(i));
    most = closed_.contains(rows_[i].id) ? rows_[i].depth : std::numeric_limits<int>::max();
  }
}

int ElementModel::rowShowing(int number) const {
  const auto after = std::ranges::upper_bound(open_, number);
  return static_cast<int>(after - open_.begin()) - (after == open_.begin() ? 0 : 1);
}

void ElementModel::bringOut(int number) {
  int depth = rows_[static_cast<std::size_t>(number)].depth;
  bool opened = false;
  for (auto above = static_cast<std::size_t>(number); above-- > 0 && depth > 0;) {
    if (rows_[above].depth >= depth) continue;
    depth = rows_[above].depth;
    opened = closed_.erase(rows_[above].id) > 0 || opened;
  }
  if (opened) lookWhatShows();
}

bool ElementModel::fold(int row, bool closed) {
  const ElementRow* at = this->row(row);
  if (at == nullptr || !holdsRows(numberOf(row)) || closed_.contains(at->id) == closed) return false;
  if (closed) {
    closed_.insert(at->id);
  } else {
    closed_.erase(at->id);
  }
  lookWhatShows();
  return true;
}

void ElementModel::foldAll(bool closed) {
  for (int number = 0; number < allRows(); ++number) {
    const Id id = rows_[static_cast<std::size_t>(number)].id;
    if (closed && holdsRows(number)) {
      closed_.insert(id);
    } else {
      closed_.erase(id);
    }
  }
  lookWhatShows();
}

int ElementModel::parentOf(int row) const {
  const ElementRow* at = this->row(row);
  if (at == nullptr) return -1;
  for (int above = row - 1; above >= 0; --above) {
    if (this->row(above)->depth < at->depth) return above;
  }
  return -1;
}

std::optional<Blueprint> ElementModel::moved(const RowMove& move) const {
  std::vector<Id> ids;
  for (const int row : move.rows) ids.push_back(this->row(row)->id);
  const ElementRow* above = row(move.gap - 1);
  const ElementRow* below = row(move.gap);
  Blueprint next = source_.blueprint();
  const bool goes =
      workflows::moveEntriesTo(workflows::tableOf(next, half_), ids,
                               {above == nullptr ? Id() : above->id, below == nullptr ? Id() : below->id});
  return goes ? std::optional(std::move(next)) : std::nullopt;
}

std::optional<int> ElementModel::landing(const RowMove& move) const {
  return moved(move) ? std::optional(move.gap) : std::nullopt;
}

std::optional<RowSpan> ElementModel::drop(const RowMove& move) {
  auto next = moved(move);
  if (!next) return std::nullopt;
  std::vector<Id> ids;
  for (const int row : move.rows) ids.push_back(this->row(row)->id);
  const Edit edit = workflows::replaceTable(source_.bank(), std::move(*next), half_, say("移动细目表的行"));
  if (!source_.host().change(edit)) return std::nullopt;
  std::vector<int> rows;
  for (const Id id : ids) {
    if (find(id) >= 0) bringOut(find(id));
  }
  for (const Id id : ids) rows.push_back(rowShowing(find(id)));
  return RowSpan{std::ranges::min(rows), std::ranges::max(rows)};
}

}  // namespace tiku::editor
