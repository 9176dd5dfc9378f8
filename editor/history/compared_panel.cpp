#include "editor/history/compared_panel.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>

#include "editor/document/restoring.h"
#include "editor/history/fields_beside.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/line_list.h"
#include "editor/widgets/side_by_side.h"
#include "editor/widgets/words.h"
#include "editor/workspace/place.h"
#include "formats/base/say.h"
#include "formats/compare/fields.h"
#include "formats/compare/named_ids.h"

namespace tiku::editor {

using formats::Change;
using formats::Object;
using formats::say;
using formats::operator""_a;

namespace {

bool isThere(const Object& object) {
  return !formats::idOf(object).empty();
}

const Object& thingOf(const Change& change) {
  return isThere(change.after) ? change.after : change.before;
}

std::string deedOf(const Change& change) {
  switch (change.kind()) {
    case Change::Kind::kAdded:
      return say("新增");
    case Change::Kind::kRemoved:
      return say("删除");
    case Change::Kind::kReplaced:
      break;
  }
  return say("修改");
}

// "题干、难度"
std::string fieldsOf(const Change& change) {
  if (change.kind() != Change::Kind::kReplaced) return {};
  std::string words;
  for (const formats::Field& field : formats::differingFields(change.before, change.after))
    words += (words.empty() ? "" : say("、")) + field.word;
  return words;
}

State inkFor(const Change& change) {
  switch (change.kind()) {
    case Change::Kind::kAdded:
      return State::kGood;
    case Change::Kind::kRemoved:
      return State::kEmpty;
    case Change::Kind::kReplaced:
      break;
  }
  return State::kNeutral;
}

}  // namespace

ComparedPanel::ComparedPanel(wxWindow* parent, Host& host, Deeds deeds)
    : wxPanel(parent), host_(host), deeds_(std::move(deeds)) {
  auto* columns = new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                       wxSP_LIVE_UPDATE | wxSP_NOBORDER);
  columns->SetMinimumPaneSize(FromDIP(160));
  wxWindow* left = makeObjects(columns);
  wxWindow* right = makeSides(columns);
  columns->SplitVertically(left, right, FromDIP(372));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(columns, wxSizerFlags(1).Expand());
  SetSizer(all);
}

wxWindow* ComparedPanel::makeObjects(wxWindow* parent) {
  auto* panel = new wxPanel(parent);
  counts_ = new wxStaticText(panel, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  counts_->SetForegroundColour(quietInk());
  objects_ = new LineList(panel, say("改动的对象"),
                          {{say("改动"), 44}, {say("对象"), 200}, {say("栏目"), 110}}, true);
  history_ = new wxButton(panel, wxID_ANY, shown(say("它的历史(&O)")));
  history_->SetToolTip(shown(say("只列改动过它的签入。")));
  go_ = new wxButton(panel, wxID_ANY, shown(say("到那里去(&G)")));
  go_->SetToolTip(shown(say("到它所在的地方；双击一行也可以。")));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(history_);
  buttons->Add(go_, wxSizerFlags().Border(wxLEFT, FromDIP(6)));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(counts_, wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
  all->Add(objects_, wxSizerFlags(1).Expand());
  all->Add(buttons, wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
  panel->SetSizer(all);
  objects_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { showChosen(); });
  const auto go = [this] {
    const auto changes = chosen();
    if (changes.size() == 1 && host_.document().bank().object(changes.front()->id) != nullptr)
      host_.goTo(placeOf(changes.front()->id, host_.document().bank()));
  };
  objects_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [go](wxDataViewEvent&) { go(); });
  go_->Bind(wxEVT_BUTTON, [go](wxCommandEvent&) { go(); });
  history_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    const auto changes = chosen();
    if (changes.size() == 1) deeds_.showHistory(formats::Id(changes.front()->id));
  });
  return panel;
}

wxWindow* ComparedPanel::makeSides(wxWindow* parent) {
  auto* panel = new wxPanel(parent);
  sides_ = new SideBySide(panel, [this](const std::string& field, SideBySide::Side side) {
    restoreField(field, side == SideBySide::Side::kLeft);
  });
  restoreLeft_ = new wxButton(panel, wxID_ANY, shown(say("恢复成改动前(&B)")));
  restoreRight_ = new wxButton(panel, wxID_ANY, shown(say("恢复成这一版(&V)")));
  restoreLeft_->SetToolTip(shown(say("让选中的对象回到左边的样子；可以撤销。")));
  restoreRight_->SetToolTip(shown(say("让选中的对象回到右边的样子；可以撤销。")));
  restoreLeft_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { restore(true); });
  restoreRight_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { restore(false); });
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->AddStretchSpacer();
  buttons->Add(restoreLeft_, wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
  buttons->Add(restoreRight_);
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(sides_, wxSizerFlags(1).Expand());
  all->Add(buttons, wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
  panel->SetSizer(all);
  return panel;
}

void ComparedPanel::show(workflows::RevisionChanges changes, Heads heads, formats::Id first) {
  changes_ = std::move(changes);
  heads_ = std::move(heads);
  restoreLeft_->SetLabel(shown(heads_.oneCheckIn ? say("恢复成改动前(&B)") : say("恢复成左边的(&B)")));
  restoreRight_->SetLabel(shown(heads_.oneCheckIn ? say("恢复成这一版(&V)") : say("恢复成右边的(&V)")));
  restoreRight_->Show(!heads_.now);
  restoreRight_->GetParent()->Layout();
  showObjects(first);
}

void ComparedPanel::clear(const std::string& sentence) {
  changes_ = {};
  counts_->SetLabelText({});
  objects_->show({});
  showChosen();
  sides_->say(sentence);
}

void ComparedPanel::showObjects(formats::Id first) {
  std::vector<LineList::Line> lines;
  int row = changes_.objects.empty() ? -1 : 0;
  std::size_t added = 0;
  std::size_t removed = 0;
  for (const Change& change : changes_.objects) {
    if (change.kind() == Change::Kind::kAdded) ++added;
    if (change.kind() == Change::Kind::kRemoved) ++removed;
    if (change.id == first) row = static_cast<int>(lines.size());
    lines.push_back(
        {{deedOf(change), workflows::objectName(thingOf(change)), fieldsOf(change)}, inkFor(change)});
  }
  for (const std::string& file : changes_.otherFiles) lines.push_back({{say("文件"), file, {}}});
  const std::size_t all = changes_.objects.size();
  counts_->SetLabelText(shown(lines.empty()
                                  ? std::string()
                                  : say("新增 {added}，修改 {changed}，删除 {removed}", "added"_a = added,
                                        "changed"_a = all - added - removed, "removed"_a = removed)));
  objects_->UnselectAll();
  objects_->show({});
  objects_->show(std::move(lines));
  objects_->choose(row);
  showChosen();
}

std::vector<const Change*> ComparedPanel::chosen() const {
  std::vector<const Change*> changes;
  for (const int row : objects_->allChosen()) {
    if (row >= 0 && static_cast<std::size_t>(row) < changes_.objects.size())
      changes.push_back(&changes_.objects[static_cast<std::size_t>(row)]);
  }
  return changes;
}

bool ComparedPanel::differsNow(formats::Id id, const Object& version) const {
  if (!isThere(version)) return false;
  const Object* now = host_.document().bank().object(id);
  return now == nullptr || !formats::sameContent(*now, version);
}

void ComparedPanel::showChosen() {
  const auto changes = chosen();
  const formats::Bank& bank = host_.document().bank();
  if (changes.empty()) {
    sides_->say(changes_.objects.empty() && changes_.otherFiles.empty() ? say("没有不同。") : std::string());
  } else if (changes.size() > 1) {
    sides_->say(say("选中了 {n} 个对象，可以一起恢复。", "n"_a = changes.size()));
  } else {
    std::vector<SideBySide::Field> fields = fieldsBeside(*changes.front(), bank);
    const bool writable = !host_.document().readOnly();
    for (SideBySide::Field& field : fields) {
      field.mayTakeLeft = writable && fieldDiffersNow(bank, changes.front()->before, field.name);
      field.mayTakeRight =
          writable && !heads_.now && fieldDiffersNow(bank, changes.front()->after, field.name);
    }
    sides_->show(heads_.left, heads_.right, fields);
  }
  follow();
}

void ComparedPanel::follow() {
  const auto changes = chosen();
  const bool writable = !host_.document().readOnly();
  const auto any = [&](Object Change::* side) {
    return std::ranges::any_of(changes,
                               [&](const Change* change) { return differsNow(change->id, change->*side); });
  };
  restoreLeft_->Enable(writable && any(&Change::before));
  restoreRight_->Enable(writable && any(&Change::after));
  history_->Enable(changes.size() == 1);
  go_->Enable(changes.size() == 1 && host_.document().bank().object(changes.front()->id) != nullptr);
}

void ComparedPanel::restore(bool left) {
  std::vector<Object> versions;
  for (const Change* change : chosen()) {
    const Object& version = left ? change->before : change->after;
    if (differsNow(change->id, version)) versions.push_back(version);
  }
  if (versions.empty()) return;
  host_.change(restoreAllEdit(host_.document().bank(), versions));
  showChosen();
}

void ComparedPanel::restoreField(const std::string& field, bool left) {
  const auto changes = chosen();
  if (changes.size() != 1) return;
  const Object version = left ? changes.front()->before : changes.front()->after;
  host_.change(restoreFieldEdit(host_.document().bank(), version, field));
  showChosen();
}

}  // namespace tiku::editor
