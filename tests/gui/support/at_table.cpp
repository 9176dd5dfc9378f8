#include "tests/gui/support/at_table.h"

#include <catch2/catch.hpp>
#include <wx/grid.h>

#include "editor/widgets/clipboard.h"
#include "editor/widgets/words.h"

namespace tiku::tests {

AtTable::AtTable(OpenEditor& window, const std::string& name, const editor::Place& place) : window_(window) {
  window.frame().goTo(place);
  grid = window.find<wxGrid>(name);
  table = dynamic_cast<editor::TableGrid*>(grid->GetParent());
  table->SetFocus();
  REQUIRE(waitFor([this] { return table->hasKeyboard(); }));
}

std::string AtTable::at(int row, int column) const {
  return editor::typed(grid->GetCellValue(row, column));
}

std::vector<std::string> AtTable::column(int column) const {
  std::vector<std::string> words;
  for (int row = 0; row < grid->GetNumberRows(); ++row) words.push_back(at(row, column));
  return words;
}

bool AtTable::comesToSay(int row, int column, const std::string& words) const {
  return waitFor([&] { return row < grid->GetNumberRows() && at(row, column) == words; });
}

void AtTable::paste(const std::string& text) {
  editor::setClipboardText(text);
  window_.hands().key('V', wxMOD_CONTROL);
}

void AtTable::typeAndTab(std::string_view words) {
  if (!words.empty()) window_.hands().type(words);
  window_.hands().key(WXK_TAB);
}

void AtTable::draw(int first, int last, int above) {
  table->selectRows(first, last);
  wxWindow* labels = grid->GetGridRowLabelWindow();
  const auto yOf = [this](int row) {
    const wxRect cell = grid->CellToRect(row, 0);
    return grid->CalcScrolledPosition(wxPoint(0, cell.y)).y;
  };
  const int half = grid->GetDefaultRowSize() / 2;
  const wxPoint from(labels->GetClientSize().x / 2, yOf(first) + half);
  window_.hands().drag(labels, from, {from.x, yOf(above) + 3});
}

}  // namespace tiku::tests
