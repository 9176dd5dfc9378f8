#include "editor/widgets/line_list.h"

#include <algorithm>

#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"

namespace tiku::editor {
namespace {

/// The state of a line is the data that the store keeps for it.
class InkedLines final : public wxDataViewListStore {
 public:
  bool GetAttr(const wxDataViewItem& item, unsigned int /*column*/, wxDataViewItemAttr& look) const override {
    const auto state = static_cast<State>(GetItemData(item));
    if (state == State::kNeutral) return false;
    look.SetColour(inkOf(state));
    return true;
  }
};

}  // namespace

LineList::LineList(wxWindow* parent, std::string_view name, const std::vector<Column>& columns, bool several)
    : wxDataViewListCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                         (several ? wxDV_MULTIPLE : wxDV_SINGLE) | wxDV_ROW_LINES |
                             (std::ranges::any_of(columns, &Column::wraps) ? wxDV_VARIABLE_LINE_HEIGHT : 0)) {
  auto* lines = new InkedLines;
  AssociateModel(lines);
  lines->DecRef();
  for (const Column& column : columns) {
    const int width = FromDIP(column.width);
    auto* made = AppendTextColumn(headed(column.title), wxDATAVIEW_CELL_INERT, width);
    if (column.wraps) {
      wrapCells(made->GetRenderer(), width);
    } else {
      made->GetRenderer()->EnableEllipsize(wxELLIPSIZE_END);
    }
  }
  nameForReaders(this, name);
}

void LineList::show(std::vector<Line> lines) {
  if (lines == lines_) return;
  const std::vector<int> chosen = allChosen();
  lines_ = std::move(lines);
  DeleteAllItems();
  for (const Line& line : lines_) {
    wxVector<wxVariant> cells;
    for (const std::string& cell : line.cells) cells.push_back(shown(cell));
    AppendItem(cells, static_cast<wxUIntPtr>(line.state));
  }
  for (const int row : chosen) choose(row);
}

std::vector<int> LineList::allChosen() const {
  wxDataViewItemArray items;
  GetSelections(items);
  std::vector<int> rows;
  for (const wxDataViewItem& item : items) rows.push_back(ItemToRow(item));
  return rows;
}

void LineList::choose(int line) {
  if (line < 0 || static_cast<std::size_t>(line) >= lines_.size()) return;
  SelectRow(static_cast<unsigned>(line));
}

}  // namespace tiku::editor
