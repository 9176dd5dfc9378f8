#include "editor/impact/task_panel.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/combobox.h>
#include <wx/html/htmlwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/widgets/form.h"
#include "editor/widgets/native.h"
#include "editor/widgets/preview.h"
#include "editor/widgets/side_by_side.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"
#include "workflows/impact/update.h"

namespace tiku::editor {

using formats::EntryChange;
using formats::Id;
using formats::StandardUpdate;
using formats::UpdateTask;
using formats::operator""_a;
using workflows::TaskLine;

namespace {

constexpr std::size_t kMostFields = 30;

using Fields = std::vector<SideBySide::Field>;

void addField(Fields& fields, const EntryChange& change) {
  fields.push_back({std::to_string(fields.size()),
                    workflows::changeWord(change.kind) + " " + change.place,
                    change.before,
                    change.after,
                    {}});
}

// What leads to the lines, each change once.
Fields fieldsOf(const StandardUpdate& update, const TaskPanel::Lines& chosen) {
  std::unordered_set<Id> entries;
  std::set<std::string> shares;  // A share belongs to a row and a level, which its place names.
  for (const TaskLine* line : chosen) {
    entries.insert(line->task.entries.begin(), line->task.entries.end());
    if (line->task.entries.empty() && line->level) shares.insert(" " + validators::levelWord(*line->level));
  }
  const auto leads = [&](const EntryChange& change) {
    if (change.kind != EntryChange::Kind::kWeight) return entries.contains(change.entry);
    return std::ranges::any_of(shares, [&](const std::string& end) { return change.place.ends_with(end); });
  };
  Fields fields;
  for (const EntryChange& change : update.changes) {
    if (fields.size() < kMostFields && leads(change)) addField(fields, change);
  }
  if (!fields.empty()) return fields;
  // Shares that were told in another language.
  for (const EntryChange& change : update.changes) {
    if (change.kind == EntryChange::Kind::kWeight && fields.size() < kMostFields) addField(fields, change);
  }
  return fields;
}

}  // namespace

TaskPanel::TaskPanel(wxWindow* parent, Deeds deeds) : wxPanel(parent), deeds_(std::move(deeds)) {
  layOut();
  go_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { deeds_.go(); });
  blueprint_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { deeds_.goToBlueprint(); });
  confirm_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { deeds_.confirm(); });
  reason_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { light(); });
  reason_->Bind(wxEVT_COMBOBOX, [this](wxCommandEvent&) { light(); });
  reason_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
    if (confirm_->IsEnabled()) deeds_.confirm();
  });
  withItems_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { deeds_.chooseMore(); });
}

void TaskPanel::layOut() {
  using formats::say;
  const int gap = FromDIP(16);
  head_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  head_->SetFont(head_->GetFont().Bold());
  blueprint_ = new wxButton(this, wxID_ANY, shown(say("到蓝图补考评点(&P)")));
  go_ = new wxButton(this, wxID_ANY, shown(say("转到(&G)")));
  nameForReaders(go_, say("转到"));
  nameForReaders(blueprint_, say("到蓝图补考评点"));
  sides_ = new SideBySide(this, [](const std::string&, SideBySide::Side) {});
  item_ = makePreview(this);
  item_->Hide();
  reason_ =
      new wxComboBox(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, 0, nullptr, wxTE_PROCESS_ENTER);
  reason_->SetHint(shown(say("为什么不用改，例如：只改了措辞，考的内容没有变")));
  nameForReaders(reason_, say("不用改的理由"));
  withItems_ = new wxCheckBox(this, wxID_ANY, shown(say("连同考评点的试题(&M)")));
  withItems_->SetValue(true);
  nameForReaders(withItems_, say("连同考评点的试题"));
  confirm_ = new wxButton(this, wxID_ANY, shown(say("确认不用改(&C)")));
  nameForReaders(confirm_, say("确认不用改"));
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(head_, wxSizerFlags(1).CenterVertical());
  head->Add(blueprint_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap / 2));
  head->Add(go_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap / 2));
  auto* middle = new wxBoxSizer(wxHORIZONTAL);
  middle->Add(sides_, wxSizerFlags(3).Expand());
  middle->Add(item_, wxSizerFlags(2).Expand().Border(wxLEFT, FromDIP(1)));
  auto* foot = new wxBoxSizer(wxHORIZONTAL);
  foot->Add(new wxStaticText(this, wxID_ANY, shown(say("理由(&R)"))), wxSizerFlags().CenterVertical());
  foot->Add(reason_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, gap / 2));
  foot->Add(withItems_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  foot->Add(confirm_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(head, wxSizerFlags().Expand().Border(wxALL, gap / 2));
  all->Add(middle, wxSizerFlags(1).Expand());
  all->Add(foot, wxSizerFlags().Expand().Border(wxALL, gap / 2));
  SetSizer(all);
}

void TaskPanel::show(const StandardUpdate& update, const Lines& chosen, const formats::Bank& bank) {
  using formats::say;
  const TaskLine& first = *chosen.front();
  const std::string name = first.name.substr(0, first.name.find('\n'));
  head_->SetLabelText(shown(chosen.size() == 1 ? name : say("选中 {n} 项", "n"_a = chosen.size())));
  const bool one = chosen.size() == 1 && first.state != validators::TaskState::kGone;
  const bool entry = one && first.task.kind == UpdateTask::Kind::kEntry;
  const bool hasPoint = first.state == validators::TaskState::kChanged;
  go_->Enable(one);
  go_->SetLabel(shown(entry ? say("转到标准条目(&G)") : say("转到(&G)")));
  blueprint_->Show(entry && !hasPoint);
  sides_->show(update.previous.empty() ? say("原标准") : update.previous,
               update.edition.empty() ? say("新标准") : update.edition, fieldsOf(update, chosen));
  showItem(one ? &first : nullptr, bank);
  Layout();
}

// Whether an item still holds is seen by reading it beside the entry.
void TaskPanel::showItem(const TaskLine* line, const formats::Bank& bank) {
  const formats::Object* object = line == nullptr ? nullptr : bank.object(line->task.object);
  std::string page;
  if (const auto* theory = object == nullptr ? nullptr : formats::as<formats::TheoryItem>(*object)) {
    page = previewOf(*theory, bank.setOf(theory->id));
  } else if (const auto* skill = object == nullptr ? nullptr : formats::as<formats::SkillItem>(*object)) {
    page = previewOf(*skill);
  }
  item_->Show(!page.empty());
  if (!page.empty()) showPreview(item_, page, bank);
}

void TaskPanel::say(const std::string& sentence) {
  head_->SetLabelText({});
  go_->Enable(false);
  blueprint_->Hide();
  item_->Hide();
  sides_->say(sentence);
  offer(0);
  Layout();
}

void TaskPanel::offer(std::size_t tasks) {
  using formats::say;
  offered_ = tasks;
  confirm_->SetLabel(shown(tasks > 1 ? say("确认 {n} 项不用改(&C)", "n"_a = tasks) : say("确认不用改(&C)")));
  reason_->Enable(tasks > 0);
  light();
  Layout();
}

void TaskPanel::light() {
  confirm_->Enable(offered_ > 0 && !reason().empty());
}

void TaskPanel::setReasons(const std::vector<std::string>& reasons) {
  wxArrayString lines;
  for (const std::string& reason : reasons) lines.Add(shown(reason));
  if (lines == reason_->GetStrings()) return;
  const wxString typedNow = reason_->GetValue();
  reason_->Set(lines);
  reason_->SetValue(typedNow);
}

std::string TaskPanel::reason() const {
  return wordsOf(reason_);
}

void TaskPanel::forgetReason() {
  reason_->SetValue({});
  light();
}

void TaskPanel::askReason() {
  if (reason_->IsEnabled()) reason_->SetFocus();
}

bool TaskPanel::withItems() const {
  return withItems_->GetValue();
}

}  // namespace tiku::editor
