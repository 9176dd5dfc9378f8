#include "editor/blueprint/structure_page.h"

#include <wx/sizer.h>

#include "editor/widgets/ask.h"
#include "formats/base/say.h"
#include "validators/checker/facts.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;

StructurePage::StructurePage(wxWindow* parent, BlueprintSource& source)
    : BlueprintPage(parent), source_(source), model_(source) {
  grid_ = new TableGrid(this, say("操作技能考评内容结构表"), model_);
  grid_->onMoved([this] {
    if (!IsShownOnScreen()) return;
    source_.host().selectionMoved({.room = Room::kBlueprint,
                                   .level = source_.level(),
                                   .half = Half::kSkills,
                                   .object = source_.blueprint().id,
                                   .part = chosen()});
  });
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(grid_, wxSizerFlags(1).Expand());
  SetSizer(all);
}

void StructurePage::refresh() {
  const formats::Id stay = chosen();
  model_.follow();
  grid_->reload();
  const int row = stay.empty() ? -1 : model_.rowOf(stay);
  if (row >= 0 && row != grid_->row()) grid_->select(row, grid_->column());
}

bool StructurePage::reveal(formats::Id part) {
  const int row = model_.rowOf(part);
  if (row < 0) return false;
  grid_->select(row, StructureModel::kName);
  return true;
}

bool StructurePage::can(Deed deed) const {
  if (deed == Deed::kInsert) return true;
  const bool ofRows = deed == Deed::kRemove || deed == Deed::kUp || deed == Deed::kDown;
  return ofRows && !grid_->selectedRows().empty();
}

void StructurePage::perform(Deed deed) {
  finishTyping();
  if (!can(deed)) return;
  if (deed == Deed::kInsert) {
    grid_->select(model_.insertBelow(grid_->row()), StructureModel::kFunction);
  } else if (deed == Deed::kRemove) {
    int items = 0;
    for (const int row : grid_->selectedRows()) {
      items += source_.checker().facts().itemsOfModule(*source_.level(), model_.moduleAt(row));
    }
    if (items > 0 &&
        !askYes(this, say("删除"),
                say("选中的模块有 {n} 道操作题。删除以后题还在，但不再属于任何模块。", "n"_a = items),
                say("仍然删除"), say("不删除"))) {
      return;
    }
    model_.remove(grid_->selectedRows());
  } else {
    grid_->select(model_.move(grid_->selectedRows().front(), deed == Deed::kUp), grid_->column());
  }
  grid_->tell({});
  grid_->SetFocus();
}

}  // namespace tiku::editor
