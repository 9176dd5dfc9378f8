#pragma once

#include <optional>
#include <string>
#include <vector>

#include <wx/grid.h>

#include "editor/widgets/table_model.h"

namespace tiku::editor {

/// What is drawn over the cells.
struct Marks {
  std::optional<int> gap;                 ///< A thick line between two rows.
  std::optional<wxGridCellCoords> found;  ///< A frame.
};

/// The model as wxGrid asks for it: words, looks, and who draws them.
class TableView final : public wxGridTableBase {
 public:
  explicit TableView(TableModel& model);
  ~TableView() override;

  /// Tells the grid how many rows and columns there are now. False when the columns are others than before.
  bool follow();
  [[nodiscard]] const std::vector<TableColumn>& shape() const { return columns_; }
  /// A thick line in this gap between two rows: what is drawn with the mouse comes to lie there.
  void setMark(std::optional<int> gap) { marks_.gap = gap; }
  /// Cells with these folded() words stand out, and this one among them gets a frame: the grid draws its own
  /// only while it has the keyboard.
  void setFound(std::string words) {
    found_ = std::move(words);
    forgetFoundHere();
  }
  void forgetFoundHere() { marks_.found.reset(); }
  void setFoundHere(int row, int column) { marks_.found = wxGridCellCoords(row, column); }
  /// Where in a cell the mark lies that collapses and expands; empty where there is none.
  [[nodiscard]] wxRect foldBox(const wxRect& cell, int row, int column) const;

  int GetNumberRows() override { return rows_; }
  int GetNumberCols() override { return static_cast<int>(columns_.size()); }
  wxString GetValue(int row, int column) override;
  /// Never called with anything: the grid's words go to the model before.
  void SetValue(int /*row*/, int /*column*/, const wxString& /*words*/) override {}
  bool IsEmptyCell(int row, int column) override { return GetValue(row, column).empty(); }
  wxString GetColLabelValue(int column) override;
  wxString GetRowLabelValue(int row) override;
  wxGridCellAttr* GetAttr(int row, int column, wxGridCellAttr::wxAttrKind kind) override;

 private:
  void tell(int more, int fewer, int before, int now);
  [[nodiscard]] int rowsNow() const { return model_.rows() + (model_.grows() ? 1 : 0) + model_.sumRows(); }

  TableModel& model_;
  std::vector<TableColumn> columns_;
  int rows_ = 0;
  Marks marks_;
  std::string found_;
  wxGridCellRenderer* painter_ = nullptr;
  wxGridCellEditor* lineEditor_ = nullptr;
  wxGridCellEditor* proseEditor_ = nullptr;
};

}  // namespace tiku::editor
