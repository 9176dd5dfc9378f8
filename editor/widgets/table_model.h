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
};

/// One cell as it shows.
struct TableCell {
  std::string text;    ///< What is edited and copied.
  std::string prefix;  ///< Stands before it, quietly, and is not edited: a number that follows by itself.
  State state = State::kNeutral;
  int indent = 0;
  bool editable = true;
  bool bold = false;
  bool link = false;                 ///< Clicking it, or Enter, opens something: TableModel::open().
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
};

}  // namespace tiku::editor
