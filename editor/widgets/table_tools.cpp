// What else a table can: the menu at the mouse, collapsing, drawing rows, and looking for words.
#include <algorithm>

#include <wx/menu.h>
#include <wx/sizer.h>

#include "editor/text/item_query.h"
#include "editor/widgets/find_bar.h"
#include "editor/widgets/row_drag.h"
#include "editor/widgets/table_grid.h"
#include "editor/widgets/table_view.h"
#include "editor/widgets/words.h"
#include "editor/workspace/workspace.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;

void TableGrid::bindMenu() {
  grid_->Bind(wxEVT_GRID_CELL_RIGHT_CLICK, [this](wxGridEvent& event) {
    if (!grid_->IsInSelection(event.GetRow(), event.GetCol())) select(event.GetRow(), event.GetCol());
    showMenu(grid_->GetGridWindow()->ScreenToClient(wxGetMousePosition()));
  });
  grid_->Bind(wxEVT_GRID_LABEL_RIGHT_CLICK, [this](wxGridEvent& event) {
    if (event.GetRow() < 0) return;
    if (!grid_->IsInSelection(event.GetRow(), 0)) selectRows(event.GetRow(), event.GetRow());
    showMenu(grid_->GetGridWindow()->ScreenToClient(wxGetMousePosition()));
  });
}

std::vector<Command> TableGrid::menuLines() {
  const auto any = [this] { return row() >= 0; };
  std::vector<Command> lines{
      {say("剪切(&X)"), "Ctrl+X", {}, [this] { cut(); }, any},
      {say("复制(&Y)"), "Ctrl+C", {}, [this] { copy(); }, any, false},
      {say("粘贴(&V)"), "Ctrl+V", {}, [this] { paste(); }, any},
      {say("查找(&W)…"), "Ctrl+F", {}, [this] { find(); }, {}, false},
  };
  if (!commands_) return lines;
  lines.emplace_back();
  for (Command& command : commands_()) lines.push_back(std::move(command));
  return lines;
}

void TableGrid::showMenu(wxPoint at) {
  finishTyping();
  grid_->SetFocus();
  const std::vector<Command> lines = menuLines();
  const bool writable = !writable_ || writable_();
  wxMenu menu;
  int chosen = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Command& line = lines[i];
    if (line.title.empty()) {
      menu.AppendSeparator();
      continue;
    }
    const std::string title = line.key.empty() ? line.title : line.title + "\t" + line.key;
    wxMenuItem* item = menu.Append(static_cast<int>(i) + 1, shown(title), shown(line.hint));
    item->Enable((writable || !line.changes) && (!line.enabled || line.enabled()));
  }
  menu.Bind(wxEVT_MENU, [&chosen](wxCommandEvent& event) { chosen = event.GetId(); });
  grid_->GetGridWindow()->PopupMenu(&menu, at);
  if (chosen > 0) lines[static_cast<std::size_t>(chosen) - 1].run();
}

Fold TableGrid::foldOf(int row) const {
  if (row < 0 || row >= model_.rows()) return Fold::kNone;
  for (std::size_t column = 0; column < view_->shape().size(); ++column) {
    if (view_->shape()[column].folds) return model_.cell(row, static_cast<int>(column)).fold;
  }
  return Fold::kNone;
}

int TableGrid::foldUnder(const wxMouseEvent& event) const {
  const wxPoint mouse = grid_->CalcUnscrolledPosition(event.GetPosition());
  const wxGridCellCoords at = grid_->XYToCell(mouse);
  if (at.GetRow() < 0 || at.GetCol() < 0 || at.GetRow() >= model_.rows()) return -1;
  const wxRect box = view_->foldBox(grid_->CellToRect(at), at.GetRow(), at.GetCol());
  return box.Contains(mouse) ? at.GetRow() : -1;
}

void TableGrid::fold(int row, bool closed) {
  const int stay = this->row() < 0 ? 0 : model_.numberOf(std::min(this->row(), model_.rows() - 1));
  if (!model_.fold(row, closed)) return;
  reload();
  select(model_.rowShowing(stay), column());
}

bool TableGrid::canFold() const {
  return foldOf(row()) != Fold::kNone;
}

void TableGrid::toggleFold() {
  finishTyping();
  fold(row(), foldOf(row()) == Fold::kOpen);
}

void TableGrid::toggleFolds() {
  if (model_.rows() == 0) return;
  finishTyping();
  const int stay = model_.numberOf(std::clamp(row(), 0, model_.rows() - 1));
  model_.foldAll(model_.rows() == model_.allRows());
  reload();
  select(model_.rowShowing(stay), column());
}

// Only in the first column: in the others the arrows go from cell to cell.
bool TableGrid::keyOnFold(const wxKeyEvent& event) {
  const int key = event.GetKeyCode();
  if (column() != 0 || event.ShiftDown() || (key != WXK_LEFT && key != WXK_RIGHT)) return false;
  const Fold now = foldOf(row());
  if (key == WXK_RIGHT) {
    if (now != Fold::kClosed) return false;
    fold(row(), false);
    return true;
  }
  if (now == Fold::kOpen) {
    fold(row(), true);
  } else if (const int parent = row() < model_.rows() ? model_.parentOf(row()) : -1; parent >= 0) {
    select(parent, 0);
  }
  return true;
}

void TableGrid::drop(const RowMove& move) {
  const auto now = model_.drop(move);
  tell({});
  reload();
  if (now) selectRows(now->first, now->last);
  grid_->SetFocus();
}

TableGrid::CellPlace TableGrid::here() const {
  const int last = model_.rows() - 1;
  if (row() < 0 || last < 0) return {};
  // Behind the last row there is nothing to find.
  return row() > last ? CellPlace{model_.allRows(), 0} : CellPlace{model_.numberOf(row()), column()};
}

void TableGrid::find() {
  finishTyping();
  if (findBar_ == nullptr) {
    findBar_ = new FindBar(
        this, {[this] { lookAgain(); }, [this](bool back) { findNext(back); }, [this] { endFind(); }});
    GetSizer()->Insert(1, findBar_, wxSizerFlags().Expand());
  }
  findFrom_ = here();
  findBar_->open();
  Layout();
  lookAgain();
}

bool TableGrid::endFind() {
  if (findBar_ == nullptr || !findBar_->IsShown()) return false;
  findBar_->Hide();
  view_->setFound({});
  Layout();
  grid_->ForceRefresh();
  grid_->SetFocus();
  return true;
}

std::vector<TableGrid::CellPlace> TableGrid::placesOf(const std::string& words) const {
  std::vector<CellPlace> places;
  const std::string wanted = folded(words);
  if (wanted.empty()) return places;
  for (int number = 0; number < model_.allRows(); ++number) {
    for (int column = 0; column < view_->GetNumberCols(); ++column) {
      const TableCell cell = model_.cellOfAll(number, column);
      if (folded(cell.prefix + cell.text).find(wanted) != std::string::npos)
        places.push_back({number, column});
    }
  }
  return places;
}

// While the words are typed, the cursor stays at the first place from where they were begun.
void TableGrid::lookAgain() {
  const std::string words = findBar_->words();
  const std::vector<CellPlace> places = placesOf(words);
  if (places.empty()) {
    view_->setFound({});
    findBar_->say(words.empty() ? std::string() : say("没有找到。"), words.empty());
    grid_->ForceRefresh();
    return;
  }
  const auto next = std::ranges::lower_bound(places, findFrom_);
  const bool round = next == places.end();
  goTo(places, round ? 0 : static_cast<std::size_t>(next - places.begin()), round);
}

void TableGrid::findNext(bool back) {
  if (findBar_ == nullptr || findBar_->words().empty()) {
    find();
    return;
  }
  const std::vector<CellPlace> places = placesOf(findBar_->words());
  if (places.empty()) {
    lookAgain();
    return;
  }
  const CellPlace now = here();
  const auto next = back ? std::ranges::lower_bound(places, now) : std::ranges::upper_bound(places, now);
  const bool round = next == (back ? places.begin() : places.end());
  const std::size_t index = static_cast<std::size_t>(next - places.begin());
  goTo(places, back ? (round ? places.size() : index) - 1 : (round ? 0 : index), round);
  findFrom_ = here();
}

void TableGrid::goTo(const std::vector<CellPlace>& places, std::size_t which, bool round) {
  const CellPlace place = places[which];
  model_.bringOut(place.number);
  if (!findBar_->IsShown()) {
    findBar_->Show();
    Layout();
  }
  reload();
  view_->setFound(folded(findBar_->words()));
  view_->setFoundHere(model_.rowShowing(place.number), place.column);
  select(model_.rowShowing(place.number), place.column);
  grid_->ForceRefresh();
  const std::string count = say("第 {n} 处，共 {count} 处", "n"_a = which + 1, "count"_a = places.size());
  findBar_->say(round ? say("{count}；绕过了表的一头", "count"_a = count) : count, true);
}

}  // namespace tiku::editor
