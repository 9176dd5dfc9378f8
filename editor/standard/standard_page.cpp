#include "editor/standard/standard_page.h"

#include <wx/sizer.h>

#include "editor/widgets/ask.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;

StandardTablePage::StandardTablePage(wxWindow* parent, const std::string& name,
                                     std::unique_ptr<StandardTable> model, std::function<void()> moved)
    : StandardPage(parent), model_(std::move(model)) {
  grid_ = new TableGrid(this, name, *model_);
  grid_->onMoved(std::move(moved));
  grid_->onMoveRow([this](bool up) { perform(up ? Deed::kUp : Deed::kDown); });
  grid_->onRemoveRows([this] { perform(Deed::kRemove); });
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(grid_, wxSizerFlags(1).Expand());
  SetSizer(all);
}

void StandardTablePage::refresh() {
  model_->follow();
  grid_->reload();
}

formats::Id StandardTablePage::chosen() const {
  return model_->partAt(spot());
}

bool StandardTablePage::reveal(formats::Id part) {
  const StandardTable::Spot at = model_->spotOf(part);
  if (at.row < 0) return false;
  grid_->select(at.row, at.column);
  return true;
}

bool StandardTablePage::can(Deed deed) const {
  if (deed == Deed::kInsert || deed == Deed::kFillDown) return true;
  if (deed == Deed::kStar) return model_->canStar(spot());
  return !grid_->selectedRows().empty();
}

void StandardTablePage::perform(Deed deed) {
  finishTyping();
  if (!can(deed)) return;
  if (deed == Deed::kFillDown) {
    grid_->fillDown();
    return;
  }
  grid_->tell({});
  if (deed == Deed::kRemove) {
    remove();
  } else if (deed == Deed::kStar) {
    model_->star(grid_->selectedRows(), grid_->column());
  } else {
    const StandardTable::Spot at =
        deed == Deed::kInsert ? model_->insertBelow(spot()) : model_->move(spot(), deed == Deed::kUp);
    if (at.row >= 0) grid_->select(at.row, at.column);
  }
  grid_->SetFocus();
}

void StandardTablePage::remove() {
  const std::vector<int> rows = grid_->selectedRows();
  const int traced = model_->tracesTo(rows, grid_->column());
  if (traced > 0 &&
      !askYes(this, say("删除"),
              say("蓝图里有 {n} 个考评范围、考评点对应要删除的内容。删除以后它们还在，但不再对应标准的条目。",
                  "n"_a = traced),
              say("仍然删除"), say("不删除"))) {
    return;
  }
  const StandardTable::Spot at = spot();
  model_->remove(rows, at.column);
  grid_->select(rows.front(), at.column);
}

}  // namespace tiku::editor
