#include "editor/blueprint/structure_page.h"

#include <wx/sizer.h>

#include "editor/widgets/ask.h"
#include "formats/base/say.h"
#include "validators/checker/facts.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;

StructurePage::StructurePage(wxWindow* parent, BlueprintSource& source)
    : RowsPage(parent), source_(source), model_(source) {
  makeTable(say("操作技能考评内容结构表"), model_, StructureModel::kFunction);
  table().onMoved([this] {
    if (!IsShownOnScreen()) return;
    source_.host().selectionMoved({.room = Room::kBlueprint,
                                   .level = source_.level(),
                                   .half = Half::kSkills,
                                   .object = source_.blueprint().id,
                                   .part = chosen()});
  });
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(&table(), wxSizerFlags(1).Expand());
  SetSizer(all);
}

void StructurePage::refresh() {
  const formats::Id stay = chosen();
  model_.follow();
  table().reload();
  const int row = stay.empty() ? -1 : model_.rowOf(stay);
  if (row >= 0 && row != table().row()) table().select(row, table().column());
}

bool StructurePage::reveal(formats::Id part) {
  const int row = model_.rowOf(part);
  if (row < 0) return false;
  table().select(row, StructureModel::kName);
  return true;
}

bool StructurePage::mayRemove(const std::vector<int>& rows) {
  int items = 0;
  for (const int row : rows) {
    items += source_.checker().facts().itemsOfModule(*source_.level(), model_.moduleAt(row));
  }
  return items == 0 ||
         askYes(this, say("删除"),
                say("选中的模块有 {n} 道操作题。删除以后题还在，但不再属于任何模块。", "n"_a = items),
                say("仍然删除"), say("不删除"));
}

}  // namespace tiku::editor
