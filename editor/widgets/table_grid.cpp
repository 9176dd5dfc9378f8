#include "editor/widgets/table_grid.h"

#include <algorithm>
#include <set>

#include <wx/menu.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/widgets/clipboard.h"
#include "editor/widgets/native.h"
#include "editor/widgets/table_view.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;

TableGrid::TableGrid(wxWindow* parent, std::string_view name, TableModel& model)
    : wxPanel(parent), model_(model) {
  grid_ = new wxGrid(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxBORDER_NONE);
  view_ = new TableView(model);
  grid_->SetTable(view_, true, wxGrid::wxGridSelectCells);
  grid_->SetTabBehaviour(wxGrid::Tab_Wrap);
  grid_->DisableDragRowSize();
  grid_->SetDefaultRowSize(grid_->GetCharHeight() + FromDIP(10), true);
  grid_->SetColLabelSize(grid_->GetCharHeight() + FromDIP(12));
  grid_->SetRowLabelSize(FromDIP(40));
  grid_->SetColLabelAlignment(wxALIGN_CENTRE, wxALIGN_CENTRE);
  grid_->SetScrollLineY(grid_->GetDefaultRowSize());
  nameForReaders(grid_, name);
  message_ = new wxStaticText(this, wxID_ANY, {});
  message_->Hide();
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(grid_, wxSizerFlags(1).Expand());
  all->Add(message_, wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
  SetSizer(all);
  paint();
  for (std::size_t i = 0; i < view_->shape().size(); ++i) {
    grid_->SetColSize(static_cast<int>(i), FromDIP(view_->shape()[i].width));
  }
  fitRows(0, view_->GetNumberRows());
  grid_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    share();
  });

  grid_->Bind(wxEVT_GRID_CELL_CHANGING, &TableGrid::changing, this);
  grid_->Bind(wxEVT_KEY_DOWN, &TableGrid::keyDown, this);
  grid_->Bind(wxEVT_GRID_SELECT_CELL, [this](wxGridEvent& event) {
    event.Skip();
    CallAfter([this] {
      if (moved_) moved_();
    });
  });
  grid_->Bind(wxEVT_GRID_COL_SIZE, [this](wxGridSizeEvent& event) {
    event.Skip();
    fitRows(0, view_->GetNumberRows());
    grid_->ForceRefresh();
  });
  grid_->Bind(wxEVT_GRID_CELL_LEFT_DCLICK, [this](wxGridEvent& event) {
    if (model_.cell(event.GetRow(), event.GetCol()).choices.empty()) {
      event.Skip();
    } else {
      choose(event.GetRow(), event.GetCol());
    }
  });
  grid_->GetGridWindow()->Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
    event.Skip();
    tabFrom_ = -1;
    const wxGridCellCoords at = grid_->XYToCell(grid_->CalcUnscrolledPosition(event.GetPosition()));
    pressedRow_ = at.GetRow();
    pressedColumn_ = at.GetCol();
  });
  grid_->GetGridWindow()->Bind(wxEVT_LEFT_UP, &TableGrid::clicked, this);
  Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
    event.Skip();
    paint();
    grid_->ForceRefresh();
  });
}

TableGrid::~TableGrid() = default;

void TableGrid::paint() {
  const wxColour window = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW);
  const wxColour ink = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT);
  grid_->SetDefaultCellBackgroundColour(window);
  grid_->SetDefaultCellTextColour(ink);
  grid_->SetGridLineColour(mix(ink, window, 0.15));
  grid_->SetLabelBackgroundColour(mix(ink, window, 0.07));
  grid_->SetLabelTextColour(ink);
  grid_->SetCellHighlightColour(wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT));
  grid_->SetSelectionBackground(
      mix(wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT), window, isDark() ? 0.45 : 0.3));
  grid_->SetSelectionForeground(ink);
  message_->SetForegroundColour(colourOf(validators::Severity::kError));
}

void TableGrid::reload() {
  const bool sameColumns = view_->follow();
  if (!sameColumns) {
    for (std::size_t i = 0; i < view_->shape().size(); ++i) {
      grid_->SetColSize(static_cast<int>(i), FromDIP(view_->shape()[i].width));
    }
  }
  fitRows(0, view_->GetNumberRows());
  grid_->ForceRefresh();
}

// Where words wrap, the columns share the width that there is, as on a page.
void TableGrid::share() {
  if (!std::ranges::any_of(view_->shape(), &TableColumn::wraps)) return;
  const int width = grid_->GetClientSize().x - grid_->GetRowLabelSize() -
                    wxSystemSettings::GetMetric(wxSYS_VSCROLL_X, grid_);
  int wished = 0;
  for (const TableColumn& column : view_->shape()) wished += column.width;
  if (width < FromDIP(wished) / 2) return;
  bool other = false;
  for (std::size_t i = 0; i < view_->shape().size(); ++i) {
    const int size = width * view_->shape()[i].width / wished;
    if (grid_->GetColSize(static_cast<int>(i)) == size) continue;
    grid_->SetColSize(static_cast<int>(i), size);
    other = true;
  }
  if (other) fitRows(0, view_->GetNumberRows());
}

void TableGrid::fitRows(int from, int to) {
  const bool wraps = std::ranges::any_of(view_->shape(), &TableColumn::wraps);
  if (!wraps) return;
  const wxGridUpdateLocker quiet(grid_);
  for (int row = from; row < to; ++row) grid_->AutoSizeRow(row, false);
}

int TableGrid::row() const {
  return grid_->GetGridCursorRow();
}
int TableGrid::column() const {
  return grid_->GetGridCursorCol();
}

std::vector<int> TableGrid::selectedRows() const {
  std::set<int> rows;
  for (const wxGridBlockCoords& block : grid_->GetSelectedBlocks()) {
    for (int row = block.GetTopRow(); row <= block.GetBottomRow(); ++row) rows.insert(row);
  }
  if (rows.empty() && row() >= 0) rows.insert(row());
  std::erase_if(rows, [this](int row) { return row >= model_.rows(); });
  return {rows.begin(), rows.end()};
}

void TableGrid::select(int row, int column) {
  if (view_->GetNumberRows() == 0 || view_->GetNumberCols() == 0) return;
  row = std::clamp(row, 0, view_->GetNumberRows() - 1);
  column = std::clamp(column, 0, view_->GetNumberCols() - 1);
  grid_->ClearSelection();
  grid_->SetGridCursor(row, column);
  grid_->MakeCellVisible(row, column);
}

void TableGrid::selectRows(int first, int last) {
  select(first, std::max(column(), 0));
  grid_->SelectBlock(first, 0, last, view_->GetNumberCols() - 1);
}

void TableGrid::SetFocus() {
  grid_->SetFocus();
}

bool TableGrid::hasKeyboard() const {
  for (const wxWindow* window = FindFocus(); window != nullptr; window = window->GetParent()) {
    if (window == grid_) return true;
  }
  return false;
}

void TableGrid::tell(const std::string& sentence) {
  if (sentence == told_) return;
  told_ = sentence;
  message_->SetLabelText(shown(sentence));
  message_->Show(!sentence.empty());
  Layout();
}

bool TableGrid::put(std::vector<CellWords> words) {
  const auto refusal = model_.put(words);
  tell(refusal ? refusal->sentence : std::string());
  return !refusal;
}

// The grid holds no words of its own: the model takes them or says why not, and the grid shows the model.
void TableGrid::changing(wxGridEvent& event) {
  event.Veto();
  put({{event.GetRow(), event.GetCol(), typed(event.GetString())}});
}

void TableGrid::finishTyping() {
  if (grid_->IsCellEditControlEnabled()) grid_->DisableCellEditControl();
}

bool TableGrid::takesWords(int row, int column) const {
  const int empty = model_.rows();
  // Below the last row every row is as the empty one.
  return model_.cell(std::min(row, empty), column).editable && (row < empty || model_.grows());
}

std::optional<TableGrid::Block> TableGrid::block() const {
  std::optional<Block> only;
  for (const wxGridBlockCoords& block : grid_->GetSelectedBlocks()) {
    if (only) return std::nullopt;
    only = Block{block.GetTopRow(), block.GetLeftCol(), block.GetBottomRow(), block.GetRightCol()};
  }
  return only ? only : Block{row(), column(), row(), column()};
}

void TableGrid::copyBlock(const Block& block) {
  CellBlock cells;
  for (int row = block.top; row <= block.bottom; ++row) {
    std::vector<std::string>& line = cells.emplace_back();
    for (int column = block.left; column <= block.right; ++column) {
      line.push_back(model_.cell(row, column).text);
    }
  }
  std::string text = tabTextOf(cells);
  // One cell goes into a line of text as words, without a line end.
  if (cells.size() == 1 && cells.front().size() == 1) text.pop_back();
  setClipboardText(text);
}

bool TableGrid::copy() {
  if (!hasKeyboard() || row() < 0) return false;
  const auto chosen = block();
  if (!chosen) {
    tell(say("只能复制一块连在一起的单元格。"));
    return true;
  }
  copyBlock(*chosen);
  return true;
}

bool TableGrid::cut() {
  if (!hasKeyboard() || row() < 0) return false;
  const auto chosen = block();
  if (!chosen) {
    tell(say("只能复制一块连在一起的单元格。"));
    return true;
  }
  copyBlock(*chosen);
  emptyBlock(*chosen);
  return true;
}

void TableGrid::emptyBlock(const Block& block) {
  std::vector<CellWords> words;
  for (int row = block.top; row <= std::min(block.bottom, model_.rows() - 1); ++row) {
    for (int column = block.left; column <= block.right; ++column) {
      const TableCell cell = model_.cell(row, column);
      if (cell.editable && !cell.text.empty()) words.push_back({row, column, {}});
    }
  }
  if (!words.empty()) put(std::move(words));
}

void TableGrid::clear() {
  if (const auto chosen = block()) emptyBlock(*chosen);
}

bool TableGrid::paste() {
  if (!hasKeyboard() || row() < 0) return false;
  const CellBlock cells = cellsOfTabText(clipboardText());
  if (cells.empty()) return true;
  const auto chosen = block();
  if (!chosen) {
    tell(say("选中一块连在一起的单元格再粘贴。"));
    return true;
  }
  // One cell fills all that is selected; a larger one lies at its corner.
  const bool fills = cells.size() == 1 && cells.front().size() == 1;
  const int bottom = fills ? chosen->bottom : chosen->top + static_cast<int>(cells.size()) - 1;
  std::vector<CellWords> words;
  for (int row = chosen->top; row <= bottom; ++row) {
    const auto& line = cells[fills ? 0 : static_cast<std::size_t>(row - chosen->top)];
    const int right = fills ? chosen->right : chosen->left + static_cast<int>(line.size()) - 1;
    for (int column = chosen->left; column <= std::min(right, view_->GetNumberCols() - 1); ++column) {
      if (!takesWords(row, column)) continue;
      words.push_back({row, column, line[fills ? 0 : static_cast<std::size_t>(column - chosen->left)]});
    }
  }
  if (words.empty()) {
    tell(say("这里的单元格由程序计算，不能粘贴。"));
    return true;
  }
  put(std::move(words));
  return true;
}

void TableGrid::fillDown() {
  finishTyping();
  const auto chosen = block();
  if (!chosen) return;
  // One row alone takes what stands above it, as in Excel.
  const int from = chosen->top == chosen->bottom ? chosen->top - 1 : chosen->top;
  if (from < 0) return;
  std::vector<CellWords> words;
  for (int row = from + 1; row <= std::min(chosen->bottom, model_.rows() - 1); ++row) {
    for (int column = chosen->left; column <= chosen->right; ++column) {
      if (takesWords(row, column)) words.push_back({row, column, model_.cell(from, column).text});
    }
  }
  if (!words.empty()) put(std::move(words));
}

void TableGrid::enterDown(bool up) {
  finishTyping();
  const int back = tabFrom_ >= 0 ? tabFrom_ : column();
  tabFrom_ = -1;
  select(row() + (up ? -1 : 1), back);
}

void TableGrid::keyDown(wxKeyEvent& event) {
  const int key = event.GetKeyCode();
  const bool plain = !event.ControlDown() && !event.AltDown();
  const bool typing = grid_->IsCellEditControlEnabled();
  if (key == WXK_TAB && plain) {
    if (tabFrom_ < 0) tabFrom_ = column();
    event.Skip();
    return;
  }
  if ((key == WXK_RETURN || key == WXK_NUMPAD_ENTER) && plain) {
    if (!typing && row() >= 0 && model_.cell(row(), column()).link) {
      model_.open(row(), column());
    } else {
      enterDown(event.ShiftDown());
    }
    return;
  }
  if (keyOnRows(event)) return;
  if (typing) {
    event.Skip();
    return;
  }
  if (key >= WXK_END && key <= WXK_DOWN) tabFrom_ = -1;
  if ((key == WXK_DELETE || key == WXK_NUMPAD_DELETE || key == WXK_BACK) && plain) {
    clear();
    return;
  }
  if (plain && keyOnChoice(event)) return;
  event.Skip();
}

bool TableGrid::keyOnRows(const wxKeyEvent& event) {
  const int key = event.GetKeyCode();
  const bool arrow = key == WXK_UP || key == WXK_DOWN;
  if (arrow && event.AltDown() && !event.ControlDown() && moveRow_) {
    moveRow_(key == WXK_UP);
    return true;
  }
  if (key == WXK_DELETE && event.ControlDown() && removeRows_) {
    removeRows_();
    return true;
  }
  return false;
}

// A choice takes the first letter of one, or its number; Space and F2 list them.
bool TableGrid::keyOnChoice(wxKeyEvent& event) {
  if (row() < 0) return false;
  const TableCell cell = model_.cell(row(), column());
  if (cell.choices.empty() || !cell.editable) return false;
  const int key = event.GetKeyCode();
  if (key == WXK_F2 || key == WXK_SPACE) {
    choose(row(), column());
    return true;
  }
  for (std::size_t i = 0; i < cell.choices.size(); ++i) {
    const bool byNumber = key == '1' + static_cast<int>(i);
    const bool byLetter = !cell.choices[i].empty() && key == cell.choices[i].front();
    if (!byNumber && !byLetter) continue;
    put({{row(), column(), cell.choices[i]}});
    return true;
  }
  return false;
}

void TableGrid::choose(int row, int column) {
  const TableCell cell = model_.cell(row, column);
  if (!cell.editable) return;
  wxMenu menu;
  int chosen = -1;
  for (std::size_t i = 0; i < cell.choices.size(); ++i) {
    const int id = static_cast<int>(i) + 1;
    wxMenuItem* item = menu.AppendRadioItem(
        id, wxString::Format("&%d ", id) + wxControl::EscapeMnemonics(shown(cell.choices[i])));
    item->Check(cell.choices[i] == cell.text);
  }
  menu.Bind(wxEVT_MENU, [&chosen](wxCommandEvent& event) { chosen = event.GetId() - 1; });
  const wxRect at = grid_->CellToRect(row, column);
  const wxPoint below = grid_->CalcScrolledPosition(wxPoint(at.x, at.GetBottom()));
  grid_->GetGridWindow()->PopupMenu(&menu, below);
  if (chosen >= 0) put({{row, column, cell.choices[static_cast<std::size_t>(chosen)]}});
}

void TableGrid::clicked(wxMouseEvent& event) {
  event.Skip();
  const wxGridCellCoords at = grid_->XYToCell(grid_->CalcUnscrolledPosition(event.GetPosition()));
  const bool same = at.GetRow() == pressedRow_ && at.GetCol() == pressedColumn_;
  pressedRow_ = -1;
  if (!same || at.GetRow() < 0 || at.GetCol() < 0 || event.ShiftDown() || event.ControlDown()) return;
  if (!model_.cell(at.GetRow(), at.GetCol()).link) return;
  CallAfter([this, row = at.GetRow(), column = at.GetCol()] { model_.open(row, column); });
}

}  // namespace tiku::editor
