#pragma once

#include <optional>
#include <string>
#include <vector>

#include "editor/widgets/colours.h"

namespace tiku::editor {

struct TableColumn {
  enum class Align { kLeft, kCentre, kRight };
  std::string title;
  int width = 80;  ///< In DIP, at first; the user may draw it wider.
  Align align = Align::kLeft;
  bool wraps = false;  ///< Long words break into lines and the row grows.
  bool folds = false;  ///< Has the marks that collapse and expand.
};

/// Whether a row has others below it, and whether they show.
enum class Fold { kNone, kOpen, kClosed };

/// One cell as it shows.
struct TableCell {
  std::string text;    ///< What is edited and copied.
  std::string prefix;  ///< Stands before it, quietly, and is not edited: a number that follows by itself.
  State state = State::kNeutral;
  int indent = 0;
  bool editable = true;
  bool bold = false;
  bool link = false;                 ///< Clicking it, or Enter, opens something: TableModel::open().
  Fold fold = Fold::kNone;           ///< In a column that folds.
  std::vector<std::string> choices;  ///< One of these is chosen; other words are not typed.
};

/// Words put into a cell.
struct CellWords {
  int row = 0;
  int column = 0;
  std::string words;
};

/// Why words were not taken: the whole change is refused and nothing was changed.
struct Refusal {
  std::string sentence;
};

/// Rows drawn to another place: above the row `gap`, or rows() for the end. What of a row is meant can depend
/// on the column of the cursor.
struct RowMove {
  std::vector<int> rows;
  int column = 0;
  int gap = 0;
};

/// Rows from the first to the last.
struct RowSpan {
  int first = 0;
  int last = 0;
};

/// What a TableGrid shows and what may be done to it. Rows are: those that are there; then, where the table
/// can grow, one empty row to write on in; then rows of sums.
class TableModel {
 public:
  TableModel() = default;
  TableModel(const TableModel&) = delete;
  TableModel& operator=(const TableModel&) = delete;
  virtual ~TableModel() = default;

  [[nodiscard]] virtual std::vector<TableColumn> columns() const = 0;
  /// Rows that are there.
  [[nodiscard]] virtual int rows() const = 0;
  /// Whether writing below the last row makes new rows.
  [[nodiscard]] virtual bool grows() const { return false; }
  /// Rows of sums below.
  [[nodiscard]] virtual int sumRows() const { return 0; }
  /// A cell; `row` may be rows(), the empty one, or one of the sums behind it.
  [[nodiscard]] virtual TableCell cell(int row, int column) const = 0;
  /// Takes the words as one edit, or refuses all of them. Rows from rows() on are new ones. Only cells that
  /// are editable are given.
  virtual std::optional<Refusal> put(const std::vector<CellWords>& words) = 0;
  /// A link was followed.
  virtual void open(int /*row*/, int /*column*/) {}

  // Rows that can be drawn to another place.
  [[nodiscard]] virtual bool movesRows() const { return false; }
  /// The gap that the rows would come to lie in; nothing where they cannot, or where they lie already.
  [[nodiscard]] virtual std::optional<int> landing(const RowMove& /*move*/) const { return std::nullopt; }
  /// Does it as one edit, and says where the rows lie now; nothing when nothing was moved.
  virtual std::optional<RowSpan> drop(const RowMove& /*move*/) { return std::nullopt; }

  // Rows that can be collapsed: those that do not show are no rows, but have a number all the same.
  [[nodiscard]] virtual int allRows() const { return rows(); }
  [[nodiscard]] virtual TableCell cellOfAll(int number, int column) const { return cell(number, column); }
  /// The number of a row that shows.
  [[nodiscard]] virtual int numberOf(int row) const { return row; }
  /// The row that shows it, or the one that hides it.
  [[nodiscard]] virtual int rowShowing(int number) const { return number; }
  /// Expands what hides it.
  virtual void bringOut(int /*number*/) {}
  /// Collapses a row or expands it. False when it has nothing to hide, or is so already.
  virtual bool fold(int /*row*/, bool /*closed*/) { return false; }
  virtual void foldAll(bool /*closed*/) {}
  /// The row of the entry that this row lies in; -1 where it lies in none.
  [[nodiscard]] virtual int parentOf(int /*row*/) const { return -1; }
};

}  // namespace tiku::editor
