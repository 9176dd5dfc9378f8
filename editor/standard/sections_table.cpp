#include "editor/standard/sections_table.h"

#include <algorithm>

#include "editor/widgets/cell_words.h"
#include "editor/widgets/move_rows.h"
#include "formats/base/say.h"
#include "validators/rules/support/names.h"

namespace tiku::editor {

using namespace tiku::formats;

std::vector<TableColumn> SectionsTable::columns() const {
  return {{say("编号"), 70}, {say("标题"), 180}, {say("正文"), 520}};
}

TableCell SectionsTable::cell(int row, int column) const {
  TableCell cell;
  cell.editable = column != kText;
  if (row >= rows()) return cell;
  const OverviewSection& section = sections_[static_cast<std::size_t>(row)];
  if (column == kNumber) cell.text = section.number;
  if (column == kTitle) cell.text = section.title;
  if (column == kText) {
    constexpr int kMostShown = 60;
    cell.text = section.text.empty() ? say("（空）") : validators::excerpt(section.text.str(), kMostShown);
    cell.link = true;
    if (section.text.empty()) cell.state = State::kShort;
  }
  return cell;
}

std::optional<Refusal> SectionsTable::put(const std::vector<CellWords>& words) {
  std::vector<OverviewSection> sections = sections_;
  for (const CellWords& each : words) {
    const std::string line = oneLine(each.words);
    const auto row = static_cast<std::size_t>(each.row);
    if (row >= sections.size()) {
      if (line.empty()) continue;
      sections.resize(row + 1);
    }
    (each.column == kNumber ? sections[row].number : sections[row].title) = line;
  }
  putSections(say("修改职业概况"), std::move(sections));
  return std::nullopt;
}

void SectionsTable::open(int row, int column) {
  if (row < rows() && column == kText && open_) open_(row);
}

void SectionsTable::putSections(const std::string& title, std::vector<OverviewSection> sections) {
  if (sections == sections_) return;
  Standard standard = source().standard();
  standard.overview = std::move(sections);
  source().put(title, std::move(standard));
}

StandardTable::Spot SectionsTable::insertBelow(Spot spot) {
  std::vector<OverviewSection> sections = sections_;
  const int at = std::clamp(spot.row + 1, 0, rows());
  sections.insert(sections.begin() + at, OverviewSection{});
  putSections(say("在职业概况里新增一节"), std::move(sections));
  return {at, kNumber};
}

void SectionsTable::remove(const std::vector<int>& rows, int /*column*/) {
  std::vector<OverviewSection> sections = sections_;
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) sections.erase(sections.begin() + *row);
  putSections(say("删除职业概况的 {n} 节", "n"_a = rows.size()), std::move(sections));
}

StandardTable::Spot SectionsTable::move(Spot spot, bool up) {
  const int other = up ? spot.row - 1 : spot.row + 1;
  if (spot.row < 0 || spot.row >= rows() || other < 0 || other >= rows()) return spot;
  std::vector<OverviewSection> sections = sections_;
  std::swap(sections[static_cast<std::size_t>(spot.row)], sections[static_cast<std::size_t>(other)]);
  putSections(up ? say("上移") : say("下移"), std::move(sections));
  return {other, spot.column};
}

std::optional<int> SectionsTable::landing(const RowMove& move) const {
  return movesAnything(move) ? std::optional(move.gap) : std::nullopt;
}

std::optional<RowSpan> SectionsTable::drop(const RowMove& move) {
  if (!movesAnything(move)) return std::nullopt;
  auto next = sections_;
  const RowSpan now = moveRows(next, move);
  putSections(say("移动职业概况的节"), std::move(next));
  return now;
}

}  // namespace tiku::editor
