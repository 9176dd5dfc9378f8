#pragma once

#include <string>
#include <string_view>

#include "editor/widgets/table_grid.h"
#include "tests/gui/support/hands.h"

class wxGrid;

namespace tiku::tests {

/// 三级, which the tests of tables write in.
inline const formats::Level kThree = *formats::Level::of(3);

/// A person with the keyboard in a table.
class AtTable {
 public:
  /// At a place, in the table of this name.
  AtTable(OpenEditor& window, const std::string& name, const editor::Place& place);

  /// The words of a cell as the person reads them.
  [[nodiscard]] std::string at(int row, int column) const;
  /// What a column says, from the first row to the last one that is there.
  [[nodiscard]] std::vector<std::string> column(int column) const;
  [[nodiscard]] bool comesToSay(int row, int column, const std::string& words) const;
  void paste(const std::string& text);
  /// A cell typed and left with Tab.
  void typeAndTab(std::string_view words);
  /// Draws the rows from the first to the last by their numbers to above a row, or behind the last.
  void draw(int first, int last, int above);

  wxGrid* grid = nullptr;
  editor::TableGrid* table = nullptr;

 protected:
  OpenEditor& window_;
};

}  // namespace tiku::tests
