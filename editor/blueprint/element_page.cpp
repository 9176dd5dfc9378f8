#include "editor/blueprint/element_page.h"

#include <algorithm>

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/widgets/ask.h"
#include "editor/widgets/cell_words.h"
#include "editor/widgets/field_line.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using namespace tiku::formats;
using workflows::Direction;
using workflows::TableHalf;

ElementPage::ElementPage(wxWindow* parent, BlueprintSource& source, TableHalf half)
    : BlueprintPage(parent), source_(source), model_(source, half) {
  grid_ = new TableGrid(
      this, half == TableHalf::kTheory ? say("理论知识考评要素细目表") : say("操作技能考评要素细目表"),
      model_);
  sums_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  grid_->onMoved([this] {
    if (!IsShownOnScreen()) return;
    source_.host().selectionMoved(
        {.room = Room::kBlueprint,
         .level = source_.level(),
         .half = model_.half() == TableHalf::kTheory ? Half::kTheory : Half::kSkills,
         .object = source_.blueprint().id,
         .part = chosen()});
  });
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(grid_, wxSizerFlags(1).Expand());
  all->Add(sums_, wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
  makeSigners(all);
  SetSizer(all);
}

void ElementPage::makeSigners(wxSizer* all) {
  signers_ = {{{nullptr, say("填表人"), &ElementTable::compiledBy, nullptr},
               {nullptr, say("填表日期"), nullptr, &ElementTable::compiledOn},
               {nullptr, say("审表人"), &ElementTable::reviewedBy, nullptr},
               {nullptr, say("审表日期"), nullptr, &ElementTable::reviewedOn}}};
  auto* line = new FieldLine(this);
  for (Signer& signer : signers_) {
    signer.field =
        new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(96, -1)), wxTE_PROCESS_ENTER);
    nameForReaders(signer.field, signer.title);
    line->add(signer.title, signer.field);
    signer.field->Bind(wxEVT_TEXT_ENTER, [this, &signer](wxCommandEvent&) { sign(signer); });
    signer.field->Bind(wxEVT_KILL_FOCUS, [this, &signer](wxFocusEvent& event) {
      event.Skip();
      sign(signer);
    });
  }
  all->Add(line, wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
}

void ElementPage::showSigners() {
  for (const Signer& signer : signers_) {
    const auto& day = signer.day == nullptr ? std::nullopt : model_.table().*signer.day;
    const std::string words = signer.name != nullptr ? model_.table().*signer.name : day ? day->str() : "";
    if (signer.field->GetValue() != shown(words)) signer.field->ChangeValue(shown(words));
  }
}

void ElementPage::sign(const Signer& signer) {
  if (!source_.level()) return;
  const std::string words = oneLine(typed(signer.field->GetValue()));
  Blueprint blueprint = source_.blueprint();
  ElementTable& table = workflows::tableOf(blueprint, model_.half());
  if (signer.name != nullptr) {
    table.*signer.name = words;
  } else {
    const auto day = Date::parse(words);
    if (!day && !words.empty()) {
      grid_->tell(say("{field}“{words}”不是日期：写成 2026-03-01。原来的值没有改动。",
                      "field"_a = signer.title, "words"_a = words));
      showSigners();
      return;
    }
    table.*signer.day = day;
  }
  grid_->tell({});
  if (blueprint == source_.blueprint()) return;
  source_.put(say("修改{field}", "field"_a = signer.title), std::move(blueprint));
}

void ElementPage::finishTyping() {
  grid_->finishTyping();
  for (const Signer& signer : signers_) {
    if (FindFocus() == signer.field) sign(signer);
  }
}

void ElementPage::refresh() {
  const Id stay = chosen();
  model_.follow();
  grid_->reload();
  // Rows above may have come or gone.
  const int number = stay.empty() ? -1 : model_.find(stay);
  const int row = number < 0 ? -1 : model_.rowShowing(number);
  if (row >= 0 && row != grid_->row()) grid_->select(row, grid_->column());
  showSums();
  showSigners();
}

void ElementPage::countAgain() {
  model_.count();
  grid_->reload();
  showSums();
}

void ElementPage::judged() {
  model_.judge();
  grid_->reload();
}

void ElementPage::showSums() {
  const wxString text = shown(model_.sums());
  if (sums_->GetLabelText() == text) return;
  sums_->SetLabelText(text);
  sums_->SetToolTip(text);  // Where the window is too narrow for it.
  Layout();
}

Id ElementPage::chosen() const {
  const ElementRow* row = model_.row(grid_->row());
  return row == nullptr ? Id() : row->id;
}

bool ElementPage::reveal(Id part) {
  const int number = model_.find(part);
  if (number < 0) return false;
  model_.bringOut(number);
  grid_->reload();
  grid_->select(model_.rowShowing(number), model_.nameColumn());
  return true;
}

bool ElementPage::can(Deed deed) const {
  const ElementRow* row = model_.row(grid_->row());
  switch (deed) {
    case Deed::kInsertScope:
    case Deed::kRenumber:
    case Deed::kFillDown:
      return true;
    case Deed::kInsert:
      return model_.rows() > 0;
    case Deed::kInsertInside:
      return row != nullptr && !row->isPoint && row->depth + 1 < workflows::kMostScopeDepth;
    case Deed::kIndent:
    case Deed::kOutdent:
      return row != nullptr && !row->isPoint;
    case Deed::kOtherPart:
      return row != nullptr && row->depth == 0 && model_.half() == TableHalf::kTheory;
    case Deed::kRemove:
    case Deed::kUp:
    case Deed::kDown:
      break;
  }
  return row != nullptr;
}

bool ElementPage::apply(Deed deed, ElementTable& table, Id& stay) const {
  const Id at = stay.empty() && model_.rows() > 0 ? model_.row(model_.rows() - 1)->id : stay;
  switch (deed) {
    case Deed::kInsert:
      stay = workflows::insertPoint(table, at);
      return !stay.empty();
    case Deed::kInsertScope:
      stay = workflows::insertScope(table, at);
      return !stay.empty();
    case Deed::kInsertInside:
      stay = workflows::insertScopeInside(table, at);
      return !stay.empty();
    case Deed::kUp:
      return workflows::moveEntry(table, stay, Direction::kUp);
    case Deed::kDown:
      return workflows::moveEntry(table, stay, Direction::kDown);
    case Deed::kIndent:
      return workflows::indentScope(table, stay);
    case Deed::kOutdent:
      return workflows::outdentScope(table, stay);
    case Deed::kOtherPart:
      for (ElementTable::Top& top : table.tops) {
        if (top.scope.id == stay) top.part = top.part == Part::kBasic ? Part::kWork : Part::kBasic;
      }
      return true;
    case Deed::kRemove:
    case Deed::kRenumber:
    case Deed::kFillDown:
      break;
  }
  return false;
}

void ElementPage::perform(Deed deed) {
  finishTyping();
  if (!can(deed)) return;
  if (deed == Deed::kRemove) {
    remove();
  } else if (deed == Deed::kFillDown) {
    grid_->fillDown();
  } else if (deed == Deed::kRenumber) {
    renumber();
  } else {
    reshape(deed);
  }
}

void ElementPage::renumber() {
  const Edit edit = workflows::renumberEdit(source_.bank(), *source_.level(), model_.half());
  if (edit.empty()) {
    grid_->tell(say("代码已经连续，不用重新编号。"));
  } else if (source_.host().change(edit)) {
    grid_->tell({});
  }
}

void ElementPage::reshape(Deed deed) {
  static const std::map<Deed, const char*> kTitles{{Deed::kInsert, markForTranslation("插入考评点")},
                                                   {Deed::kInsertScope, markForTranslation("插入考评范围")},
                                                   {Deed::kInsertInside, markForTranslation("插入考评范围")},
                                                   {Deed::kUp, markForTranslation("上移")},
                                                   {Deed::kDown, markForTranslation("下移")},
                                                   {Deed::kIndent, markForTranslation("降一级")},
                                                   {Deed::kOutdent, markForTranslation("升一级")},
                                                   {Deed::kOtherPart, markForTranslation("改变所属部分")}};
  Blueprint blueprint = source_.blueprint();
  Id stay = chosen();
  if (!apply(deed, workflows::tableOf(blueprint, model_.half()), stay)) {
    grid_->tell(deed == Deed::kIndent || deed == Deed::kInsertInside
                    ? say("考评范围最多三级，第一个不能再降。")
                    : say("已经到头了。"));
    return;
  }
  if (!source_.host().change(workflows::replaceTable(source_.bank(), std::move(blueprint), model_.half(),
                                                     translate(kTitles.at(deed))))) {
    return;
  }
  grid_->tell({});
  reveal(stay);
  grid_->SetFocus();
}

void ElementPage::remove() {
  std::vector<Id> ids;
  for (const int row : grid_->selectedRows()) ids.push_back(model_.row(row)->id);
  const int items = workflows::itemsHangingOn(source_.bank(), model_.table(), ids);
  if (items > 0 &&
      !askYes(this, say("删除"),
              say("选中的内容下面挂着 {n} 道题。删除以后题还在，但不再属于任何考评点。", "n"_a = items),
              say("仍然删除"), say("不删除"))) {
    return;
  }
  const int stay = grid_->selectedRows().front();
  Blueprint blueprint = source_.blueprint();
  workflows::removeEntries(workflows::tableOf(blueprint, model_.half()), ids);
  if (!source_.put(say("删除细目表的 {n} 行", "n"_a = ids.size()), std::move(blueprint))) return;
  grid_->tell({});
  grid_->select(stay, grid_->column());
  grid_->SetFocus();
}

}  // namespace tiku::editor
