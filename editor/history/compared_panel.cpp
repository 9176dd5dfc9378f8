#include "editor/history/compared_panel.h"

#include <algorithm>
#include <set>

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>

#include "editor/document/restoring.h"
#include "editor/history/fields_beside.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/line_list.h"
#include "editor/widgets/words.h"
#include "editor/workspace/place.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::Change;
using formats::Object;
using formats::say;
using formats::operator""_a;

namespace {

bool isThere(const Object& object) {
  return !formats::idOf(object).empty();
}

// "题干、难度", each once.
std::string wordsOf(const std::vector<workflows::PartDifference>& parts) {
  std::vector<std::string> words;
  for (const workflows::PartDifference& part : parts) {
    if (std::ranges::find(words, part.word) == words.end()) words.push_back(part.word);
  }
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : say("、")) + word;
  return all;
}

State inkFor(workflows::Deed deed) {
  switch (deed) {
    case workflows::Deed::kAdded:
      return State::kGood;
    case workflows::Deed::kRemoved:
      return State::kEmpty;
    default:
      return State::kNeutral;
  }
}

SideBySide::Field fieldOf(const workflows::CodeChange& code) {
  SideBySide::Field field;
  field.word = code.name;
  field.left = code.before;
  field.right = code.after;
  return field;
}

}  // namespace

ComparedPanel::ComparedPanel(wxWindow* parent, Host& host, Deeds deeds)
    : wxPanel(parent), host_(host), deeds_(std::move(deeds)) {
  auto* columns = new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                       wxSP_LIVE_UPDATE | wxSP_NOBORDER);
  columns->SetMinimumPaneSize(FromDIP(160));
  wxWindow* left = makeObjects(columns);
  wxWindow* right = makeSides(columns);
  columns->SplitVertically(left, right, FromDIP(394));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(columns, wxSizerFlags(1).Expand());
  SetSizer(all);
}

wxWindow* ComparedPanel::makeObjects(wxWindow* parent) {
  auto* panel = new wxPanel(parent);
  counts_ = new wxStaticText(panel, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  counts_->SetForegroundColour(quietInk());
  const bool english = formats::language() == formats::Language::kEnglish;
  objects_ = new LineList(
      panel, say("改动的对象"),
      {{say("改动"), english ? 76 : 56}, {say("对象"), english ? 250 : 226}, {say("栏目"), 90}}, true);
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

void ComparedPanel::show(Told told, Heads heads, formats::Id first) {
  lines_.clear();
  byId_.clear();
  told_ = std::move(told);
  for (const Change& change : told_.changes.objects) byId_[change.id] = &change;
  heads_ = std::move(heads);
  restoreLeft_->SetLabel(shown(heads_.oneCheckIn ? say("恢复成改动前(&B)") : say("恢复成左边的(&B)")));
  restoreRight_->SetLabel(shown(heads_.oneCheckIn ? say("恢复成这一版(&V)") : say("恢复成右边的(&V)")));
  restoreRight_->Show(!heads_.now);
  restoreRight_->GetParent()->Layout();
  showObjects(first);
}

void ComparedPanel::clear(const std::string& sentence) {
  lines_.clear();
  byId_.clear();
  told_ = {};
  counts_->SetLabelText({});
  objects_->show({});
  showChosen();
  sides_->say(sentence);
}

void ComparedPanel::showObjects(formats::Id first) {
  std::vector<LineList::Line> lines;
  int row = -1;
  for (const workflows::ObjectDifference& object : told_.difference.objects) {
    if (object.id == first) row = static_cast<int>(lines.size());
    lines.push_back(
        {{workflows::deedWord(object.deed), object.name, wordsOf(object.parts)}, inkFor(object.deed)});
    lines_.push_back({{object.id}, &object, nullptr});
  }
  for (const workflows::Renumbering& renumbering : told_.difference.renumberings) {
    Line line{{}, nullptr, &renumbering};
    for (const workflows::CodeChange& code : renumbering.codes) line.objects.push_back(code.id);
    lines.push_back(
        {{workflows::deedWord(workflows::Deed::kRenumbered),
          say("{objects} {n} 道", "objects"_a = renumbering.word, "n"_a = renumbering.codes.size()),
          {}}});
    lines_.push_back(std::move(line));
  }
  for (const std::string& file : told_.difference.otherFiles) {
    lines.push_back({{say("文件"), file, {}}});
    lines_.emplace_back();
  }
  const std::size_t added = told_.difference.count(workflows::Deed::kAdded);
  const std::size_t removed = told_.difference.count(workflows::Deed::kRemoved);
  counts_->SetLabelText(
      shown(lines.empty()
                ? std::string()
                : say("新增 {added}，修改 {changed}，删除 {removed}", "added"_a = added,
                      "changed"_a = told_.changes.objects.size() - added - removed, "removed"_a = removed)));
  if (row < 0 && !lines.empty()) row = 0;
  objects_->UnselectAll();
  objects_->show({});
  objects_->show(std::move(lines));
  objects_->choose(row);
  showChosen();
}

std::vector<std::size_t> ComparedPanel::chosenLines() const {
  std::vector<std::size_t> chosen;
  for (const int row : objects_->allChosen()) {
    if (row >= 0 && static_cast<std::size_t>(row) < lines_.size())
      chosen.push_back(static_cast<std::size_t>(row));
  }
  return chosen;
}

std::vector<const Change*> ComparedPanel::chosen() const {
  std::vector<const Change*> changes;
  for (const std::size_t line : chosenLines()) {
    for (const formats::Id id : lines_[line].objects) {
      if (const auto found = byId_.find(id); found != byId_.end()) changes.push_back(found->second);
    }
  }
  return changes;
}

// A field is restored as a whole: the buttons stand at the first of what changed in it.
std::vector<SideBySide::Field> ComparedPanel::fieldsOf(std::size_t number) const {
  const Line& line = lines_[number];
  std::vector<SideBySide::Field> fields;
  if (line.renumbering != nullptr) {
    for (const workflows::CodeChange& code : line.renumbering->codes) fields.push_back(fieldOf(code));
    return fields;
  }
  const auto found = line.object == nullptr ? byId_.end() : byId_.find(line.object->id);
  if (found == byId_.end()) return fields;
  const Change& change = *found->second;
  const formats::Bank& bank = host_.document().bank();
  if (line.object->parts.empty()) fields = fieldsBeside(change, bank);
  for (const workflows::PartDifference& part : line.object->parts) {
    SideBySide::Field field;
    field.name = part.address.substr(0, part.address.find('/'));
    field.word = part.word;
    field.left = part.before;
    field.right = part.after;
    field.note = part.deed == workflows::Deed::kChanged ? part.note : workflows::deedWord(part.deed);
    fields.push_back(std::move(field));
    for (const workflows::CodeChange& code : part.codes) fields.push_back(fieldOf(code));
  }
  std::set<std::string> met;
  for (SideBySide::Field& field : fields) {
    if (field.name.empty() || !met.insert(field.name).second || host_.document().readOnly()) continue;
    field.mayTakeLeft = fieldDiffersNow(bank, change.before, field.name);
    field.mayTakeRight = !heads_.now && fieldDiffersNow(bank, change.after, field.name);
  }
  return fields;
}

bool ComparedPanel::differsNow(formats::Id id, const Object& version) const {
  if (!isThere(version)) return false;
  const Object* now = host_.document().bank().object(id);
  return now == nullptr || !formats::sameContent(*now, version);
}

void ComparedPanel::showChosen() {
  const std::vector<std::size_t> lines = chosenLines();
  if (lines.empty()) {
    sides_->say(lines_.empty() ? say("没有不同。") : std::string());
  } else if (lines.size() > 1) {
    sides_->say(say("选中了 {n} 个对象，可以一起恢复。", "n"_a = chosen().size()));
  } else {
    sides_->show(heads_.left, heads_.right, fieldsOf(lines.front()));
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
