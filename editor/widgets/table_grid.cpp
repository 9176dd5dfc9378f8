#include "editor/widgets/table_grid.h"

#include <algorithm>
#include <set>

#include <wx/menu.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/row_drag.h"
#include "editor/widgets/table_view.h"
#include "editor/widgets/words.h"

namespace tiku::editor {

namespace {

/// Where a menu about the cell begins.
wxPoint belowCell(const wxGrid& grid, int row, int column) {
  const wxRect at = grid.CellToRect(row, column);
  return grid.CalcScrolledPosition(wxPoint(at.x, at.GetBottom()));
}

}  // namespace

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
  sizeColumns();
  fitRows();
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
    fitRows();
    grid_->ForceRefresh();
  });
  grid_->Bind(wxEVT_GRID_CELL_LEFT_DCLICK, [this](wxGridEvent& event) {
    if (model_.cell(event.GetRow(), event.GetCol()).choices.empty()) {
      event.Skip();
    } else {
      choose(event.GetRow(), event.GetCol());
    }
  });
  bindMouse();
  bindMenu();
  drag_ = std::make_unique<RowDrag>(grid_, model_,
                                    RowDrag::Deeds{[this] {
                                                     finishTyping();
                                                     return selectedRows();
                                                   },
                                                   [this](std::optional<int> gap) {
                                                     view_->setMark(gap);
                                                     grid_->ForceRefresh();
                                                   },
                                                   [this](const RowMove& move) { drop(move); }});
  Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
    event.Skip();
    paint();
    grid_->ForceRefresh();
  });
}

TableGrid::~TableGrid() = default;

void TableGrid::bindMouse() {
  const auto pressed = [this](wxMouseEvent& event) {
    tabFrom_ = -1;
    // A press on the mark that collapses is no press on the cell.
    if (const int row = foldUnder(event); row >= 0) {
      finishTyping();
      pressedRow_ = -1;
      fold(row, foldOf(row) == Fold::kOpen);
      return;
    }
    event.Skip();
    const wxGridCellCoords at = grid_->XYToCell(grid_->CalcUnscrolledPosition(event.GetPosition()));
    pressedRow_ = at.GetRow();
    pressedColumn_ = at.GetCol();
  };
  grid_->GetGridWindow()->Bind(wxEVT_LEFT_DOWN, pressed);
  grid_->GetGridWindow()->Bind(wxEVT_LEFT_DCLICK, [this, pressed](wxMouseEvent& event) {
    if (foldUnder(event) >= 0) {
      pressed(event);
    } else {
      event.Skip();
    }
  });
  grid_->GetGridWindow()->Bind(wxEVT_LEFT_UP, &TableGrid::clicked, this);
}

void TableGrid::paint() {
  const wxColour window = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW);
  const wxColour ink = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT);
  grid_->SetDefaultCellBackgroundColour(window);
  grid_->SetDefaultCellTextColour(ink);
  grid_->SetGridLineColour(mix(ink, window, 0.15));
  grid_->SetLabelBackgroundColour(mix(ink, window, 0.07));
  grid_->SetLabelTextColour(ink);
  const wxColour highlight = wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT);
  grid_->SetCellHighlightColour(isDark() ? mix(ink, highlight, 0.5) : highlight);
  grid_->SetCellHighlightROPenWidth(grid_->GetCellHighlightPenWidth());
  grid_->SetSelectionBackground(
      mix(wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT), window, isDark() ? 0.45 : 0.3));
  grid_->SetSelectionForeground(ink);
  message_->SetForegroundColour(colourOf(validators::Severity::kError));
}

void TableGrid::reload() {
  view_->forgetFoundHere();  // Rows may be others now.
  const bool sameColumns = view_->follow();
  if (!sameColumns) sizeColumns();
  fitRows();
  grid_->ForceRefresh();
}

// No title is cut, in whatever language it is.
int TableGrid::titleWidth(std::size_t column) const {
  const wxFont font = grid_->GetLabelFont();
  int title = 0;
  grid_->GetTextExtent(headed(view_->shape()[column].title), &title, nullptr, nullptr, nullptr, &font);
  return title + FromDIP(12);
}

void TableGrid::sizeColumns() {
  for (std::size_t i = 0; i < view_->shape().size(); ++i)
    grid_->SetColSize(static_cast<int>(i), std::max(FromDIP(view_->shape()[i].width), titleWidth(i)));
}

// Where words wrap, the columns share the width that there is, as on a page.
void TableGrid::share() {
  if (!std::ranges::any_of(view_->shape(), &TableColumn::wraps)) return;
  const int width = grid_->GetClientSize().x - grid_->GetRowLabelSize() -
                    wxSystemSettings::GetMetric(wxSYS_VSCROLL_X, grid_);
  int wished = 0;
  int titles = 0;
  for (std::size_t i = 0; i < view_->shape().size(); ++i) {
    wished += view_->shape()[i].width;
    titles += titleWidth(i);
  }
  if (width < titles) return;
  bool other = false;
  for (std::size_t i = 0; i < view_->shape().size(); ++i) {
    const int size = titleWidth(i) + (width - titles) * view_->shape()[i].width / wished;
    if (grid_->GetColSize(static_cast<int>(i)) == size) continue;
    grid_->SetColSize(static_cast<int>(i), size);
    other = true;
  }
  if (other) fitRows();
}

void TableGrid::fitRows() {
  if (!std::ranges::any_of(view_->shape(), &TableColumn::wraps)) return;
  const wxGridUpdateLocker quiet(grid_);
  fitted_.resize(static_cast<std::size_t>(view_->GetNumberRows()));
  for (int row = 0; row < view_->GetNumberRows(); ++row) {
    // To measure a row takes half a millisecond: only those that are other than before.
    std::string content;
    for (int column = 0; column < view_->GetNumberCols(); ++column) {
      if (!view_->shape()[static_cast<std::size_t>(column)].wraps) continue;
      const TableCell cell = model_.cell(row, column);
      content += cell.prefix + cell.text + "\t" + std::to_string(grid_->GetColSize(column)) + "\t";
    }
    std::size_t& fitted = fitted_[static_cast<std::size_t>(row)];
    const std::size_t now = std::hash<std::string>()(content);
    if (fitted == now) continue;
    fitted = now;
    grid_->AutoSizeRow(row, false);
  }
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
  message_->Wrap(GetClientSize().x - FromDIP(12));
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
  if (key == WXK_ESCAPE && (drag_->cancel() || (!typing && endFind()))) return;
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
  if (!typing && keyOnClipboard(event)) return;
  if (typing) {
    event.Skip();
    return;
  }
  if (key >= WXK_END && key <= WXK_DOWN) tabFrom_ = -1;
  if ((key == WXK_DELETE || key == WXK_NUMPAD_DELETE || key == WXK_BACK) && plain) {
    clear();
    return;
  }
  if (plain && (keyOnFold(event) || keyOnChoice(event))) return;
  if (key == WXK_WINDOWS_MENU || key == WXK_MENU || (key == WXK_F10 && event.ShiftDown())) {
    showMenu(belowCursor());
    return;
  }
  if (key == WXK_F3) {
    findNext(event.ShiftDown());
    return;
  }
  event.Skip();
}

// The menus of the window have these keys too and come first; a dialog has no menus.
bool TableGrid::keyOnClipboard(const wxKeyEvent& event) {
  if (!event.ControlDown() || event.AltDown() || event.ShiftDown()) return false;
  switch (event.GetKeyCode()) {
    case 'C':
      return copy();
    case 'X':
      return cut();
    case 'V':
      return paste();
    case 'D':
      fillDown();
      return true;
    case 'F':
      find();
      return true;
    default:
      return false;
  }
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
  grid_->GetGridWindow()->PopupMenu(&menu, belowCell(*grid_, row, column));
  if (chosen >= 0) put({{row, column, cell.choices[static_cast<std::size_t>(chosen)]}});
}

wxPoint TableGrid::belowCursor() const {
  return row() < 0 ? wxPoint() : belowCell(*grid_, row(), column());
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
