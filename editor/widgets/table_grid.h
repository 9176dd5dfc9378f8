#pragma once

#include <compare>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <wx/panel.h>

#include "editor/text/tab_text.h"
#include "editor/widgets/table_model.h"

class wxGrid;
class wxGridEvent;
class wxKeyEvent;
class wxMouseEvent;
class wxStaticText;

namespace tiku::editor {

class FindBar;
class RowDrag;
class TableView;
struct Command;

/// A table with the manners of a spreadsheet: arrows, Tab and Enter move, typing replaces, F2 edits, Delete
/// empties, Ctrl+C, X and V exchange rectangles with Excel and WPS, Ctrl+D fills down, F3 goes on looking.
/// In the first column Left collapses and Right expands. Selected rows are drawn by their numbers. What is
/// wrong is refused with a sentence below the table, and the old value stays. Every change is one edit of the
/// model.
class TableGrid final : public wxPanel {
 public:
  /// What the table is, said by screen readers. The model must outlive the grid.
  TableGrid(wxWindow* parent, std::string_view name, TableModel& model);
  ~TableGrid() override;

  /// The model's content changed. The cursor stays in its row and column as far as they are there.
  void reload();

  [[nodiscard]] int row() const;
  [[nodiscard]] int column() const;
  /// Rows that are there and touched by the selection, ascending; the cursor's where nothing is selected.
  [[nodiscard]] std::vector<int> selectedRows() const;
  /// Puts the cursor there and brings it into view.
  void select(int row, int column);
  /// Selects whole rows; the cursor goes to the first.
  void selectRows(int first, int last);
  /// Called when the cursor came to another cell.
  void onMoved(std::function<void()> moved) { moved_ = std::move(moved); }

  /// Alt+Up and Alt+Down, and Ctrl+Delete: a grid would keep them from the menus.
  void onMoveRow(std::function<void(bool up)> move) { moveRow_ = std::move(move); }
  void onRemoveRows(std::function<void()> remove) { removeRows_ = std::move(remove); }
  /// What the menu at the right button and the Menu key has besides the clipboard: the room's own commands.
  /// While it is not `writable`, those that change the bank are grey.
  void onMenu(std::function<std::vector<Command>()> commands, std::function<bool()> writable) {
    commands_ = std::move(commands);
    writable_ = std::move(writable);
  }

  /// What is being typed goes into the model, or is refused.
  void finishTyping();
  bool copy();
  bool cut();
  bool paste();
  void clear();
  void fillDown();
  /// A line to look for words comes up below the table.
  void find();
  /// The cursor goes to the next place of the words, or back to the one before; round the end.
  void findNext(bool back);
  /// Collapses what the cursor's row holds, or expands it.
  void toggleFold();
  /// Collapses everything, or expands it where anything is collapsed.
  void toggleFolds();
  [[nodiscard]] bool canFold() const;
  /// Shows a sentence below the table, until the next change.
  void tell(const std::string& sentence);
  [[nodiscard]] const std::string& told() const { return told_; }

  [[nodiscard]] wxGrid* grid() const { return grid_; }
  void SetFocus() override;
  [[nodiscard]] bool hasKeyboard() const;

 private:
  struct Block {
    int top = 0;
    int left = 0;
    int bottom = 0;
    int right = 0;
  };
  /// The one block that is selected, or the cursor's cell; nothing when there are several.
  [[nodiscard]] std::optional<Block> block() const;
  /// Takes the words into the model; false when they were refused.
  bool put(std::vector<CellWords> words);
  /// A cell by the number of its row, whether that shows or not.
  struct CellPlace {
    int number = 0;
    int column = 0;
    auto operator<=>(const CellPlace&) const = default;
  };
  [[nodiscard]] bool takesWords(int row, int column) const;
  void copyBlock(const Block& block);
  void emptyBlock(const Block& block);
  void changing(wxGridEvent& event);
  void keyDown(wxKeyEvent& event);
  bool keyOnRows(const wxKeyEvent& event);
  bool keyOnClipboard(const wxKeyEvent& event);
  bool keyOnChoice(wxKeyEvent& event);
  bool keyOnFold(const wxKeyEvent& event);
  [[nodiscard]] Fold foldOf(int row) const;
  /// The row whose mark lies under the mouse; -1 for none.
  [[nodiscard]] int foldUnder(const wxMouseEvent& event) const;
  void fold(int row, bool closed);
  void bindMouse();
  void bindMenu();
  void showMenu(wxPoint at);
  [[nodiscard]] wxPoint belowCursor() const;
  [[nodiscard]] std::vector<Command> menuLines();
  void drop(const RowMove& move);
  [[nodiscard]] CellPlace here() const;
  [[nodiscard]] std::vector<CellPlace> placesOf(const std::string& words) const;
  void lookAgain();
  void goTo(const std::vector<CellPlace>& places, std::size_t which, bool round);
  /// False when no line to look for words is there.
  bool endFind();
  void sizeColumns();
  [[nodiscard]] int titleWidth(std::size_t column) const;
  void share();
  void enterDown(bool up);
  void choose(int row, int column);
  void clicked(wxMouseEvent& event);
  void paint();
  void fitRows();

  TableModel& model_;
  TableView* view_ = nullptr;  ///< The grid owns it.
  wxGrid* grid_ = nullptr;
  wxStaticText* message_ = nullptr;
  std::string told_;
  std::function<void()> moved_;
  std::function<void(bool)> moveRow_;
  std::function<void()> removeRows_;
  std::function<std::vector<Command>()> commands_;
  std::function<bool()> writable_;
  std::unique_ptr<RowDrag> drag_;
  FindBar* findBar_ = nullptr;       ///< Made when first wanted.
  CellPlace findFrom_;               ///< Where the cursor was when the words were begun.
  int tabFrom_ = -1;                 ///< Where a row of Tabs began: Enter goes back below it.
  std::vector<std::size_t> fitted_;  ///< Of each row, the words and widths that its height was made for.
  int pressedRow_ = -1;
  int pressedColumn_ = -1;
};

}  // namespace tiku::editor
