#pragma once

#include "editor/blueprint/blueprint_page.h"

namespace tiku::editor {

/// A table of rows one below the other, as its page changes them. Each gives the row where what was done lies
/// now.
class RowsModel : public TableModel {
 public:
  virtual int insertBelow(int row) = 0;
  virtual void remove(const std::vector<int>& rows) = 0;
  virtual int move(int row, bool up) = 0;
};

/// A page with such a table.
class RowsPage : public BlueprintPage {
 public:
  [[nodiscard]] TableGrid& table() const override { return *grid_; }
  [[nodiscard]] bool can(Deed deed) const override;
  void perform(Deed deed) override;

 protected:
  using BlueprintPage::BlueprintPage;
  /// Once, from the constructor. `firstColumn` is where a new row is begun.
  void makeTable(const std::string& name, RowsModel& model, int firstColumn);
  /// Asked before rows go; false keeps them.
  [[nodiscard]] virtual bool mayRemove(const std::vector<int>& /*rows*/) { return true; }

 private:
  RowsModel* model_ = nullptr;
  TableGrid* grid_ = nullptr;
  int firstColumn_ = 0;
};

}  // namespace tiku::editor
