#pragma once

#include <vector>

#include <wx/grid.h>

#include "editor/widgets/table_model.h"

namespace tiku::editor {

/// The model as wxGrid asks for it: words, looks, and who draws them.
class TableView final : public wxGridTableBase {
 public:
  explicit TableView(TableModel& model);
  ~TableView() override;

  /// Tells the grid how many rows and columns there are now. False when the columns are others than before.
  bool follow();
  [[nodiscard]] const std::vector<TableColumn>& shape() const { return columns_; }

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
  wxGridCellRenderer* painter_ = nullptr;
  wxGridCellEditor* lineEditor_ = nullptr;
  wxGridCellEditor* proseEditor_ = nullptr;
};

}  // namespace tiku::editor
