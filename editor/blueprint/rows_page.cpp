#include "editor/blueprint/rows_page.h"

namespace tiku::editor {

void RowsPage::makeTable(const std::string& name, RowsModel& model, int firstColumn) {
  model_ = &model;
  grid_ = new TableGrid(this, name, model);
  firstColumn_ = firstColumn;
}

bool RowsPage::can(Deed deed) const {
  if (deed == Deed::kInsert || deed == Deed::kFillDown) return true;
  const bool ofRows = deed == Deed::kRemove || deed == Deed::kUp || deed == Deed::kDown;
  return ofRows && !grid_->selectedRows().empty();
}

void RowsPage::perform(Deed deed) {
  finishTyping();
  if (!can(deed)) return;
  if (deed == Deed::kFillDown) {
    grid_->fillDown();
    return;
  }
  if (deed == Deed::kInsert) {
    grid_->select(model_->insertBelow(grid_->row()), firstColumn_);
  } else if (deed == Deed::kRemove) {
    const std::vector<int> rows = grid_->selectedRows();
    if (!mayRemove(rows)) return;
    model_->remove(rows);
  } else {
    grid_->select(model_->move(grid_->selectedRows().front(), deed == Deed::kUp), grid_->column());
  }
  grid_->tell({});
  grid_->SetFocus();
}

}  // namespace tiku::editor
