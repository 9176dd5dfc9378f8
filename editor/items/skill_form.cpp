#include "editor/items/skill_form.h"

#include <algorithm>
#include <cstdlib>

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/items/item_words.h"
#include "editor/text/item_query.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/field_line.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/prose_field.h"
#include "editor/widgets/table_grid.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::Bank;
using formats::Blueprint;
using formats::Id;
using formats::ItemStatus;
using formats::Marks;
using formats::RichText;
using formats::say;
using formats::SkillItem;
using formats::operator""_a;

SkillForm::SkillForm(wxWindow* parent, Edited edited)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL),
      edited_(std::move(edited)),
      materialModel_([this](SkillItem item, const std::string& what) { edited_(std::move(item), what, {}); }),
      vetoModel_([this](SkillItem item, const std::string& what) { edited_(std::move(item), what, {}); }),
      scoreModel_([this](SkillItem item, const std::string& what) { edited_(std::move(item), what, {}); }) {
  SetScrollRate(0, FromDIP(16));
  auto* grid = new wxFlexGridSizer(2, FromDIP(wxSize(8, 8)));
  grid->AddGrowableCol(1);
  addHead(grid);
  addChoices(grid);
  venue_ = prose(grid, say("场地设备要求"), &SkillItem::venue, "venue");
  materials_ = table(grid, say("准备通知单"), materialModel_, 130);
  task_ = prose(grid, say("工作任务"), &SkillItem::task, "task");
  requirements_ = prose(grid, say("考核要求"), &SkillItem::requirements, "requirements");
  quality_ = prose(grid, say("质量指标"), &SkillItem::quality, "quality");
  vetoes_ = table(grid, say("否定项"), vetoModel_, 110);
  scores_ = table(grid, say("评分记录表"), scoreModel_, 260);
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(grid, wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
  SetSizer(all);
  GetSizer()->ShowItems(false);
}

void SkillForm::label(wxFlexGridSizer* grid, const std::string& words) {
  grid->Add(new wxStaticText(this, wxID_ANY, headed(words)),
            wxSizerFlags().Right().Border(wxTOP, FromDIP(6)));
}

wxTextCtrl* SkillForm::line(const std::string& name, int width, std::string SkillItem::* field,
                            const char* key) {
  auto* control = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(width, -1)));
  nameForReaders(control, name);
  control->Bind(wxEVT_TEXT, [this, control, field, name, word = std::string(key)](wxCommandEvent&) {
    edit([&](SkillItem& item) { item.*field = typed(control->GetValue()); },
         say("修改{field}", "field"_a = name), word);
  });
  return control;
}

ProseField* SkillForm::prose(wxFlexGridSizer* grid, const std::string& name, RichText SkillItem::* field,
                             const char* key) {
  label(grid, name);
  auto* control = new ProseField(this, name, 2);
  control->onEdited([this, field, name, word = std::string(key)](const RichText& words) {
    edit([&](SkillItem& item) { item.*field = words; }, say("修改{field}", "field"_a = name), word);
  });
  control->onGrown([this] { fit(); });
  control->takeDroppedFiles();
  grid->Add(control, wxSizerFlags().Expand());
  return control;
}

TableGrid* SkillForm::table(wxFlexGridSizer* grid, const std::string& name, SkillModel& model, int height) {
  label(grid, name);
  auto* control = new TableGrid(this, name, model);
  control->SetMinSize(FromDIP(wxSize(200, height)));
  grid->Add(control, wxSizerFlags().Expand());
  return control;
}

void SkillForm::addHead(wxFlexGridSizer* grid) {
  label(grid, say("试题名称"));
  title_ = line(say("试题名称"), 240, &SkillItem::title, "title");
  code_ = line(say("试题代码"), 120, &SkillItem::code, "code");
  grid->Add(title_, wxSizerFlags().Expand());
  label(grid, say("试题代码"));
  module_ = new wxChoice(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(200, -1)));
  nameForReaders(module_, say("考核内容"));
  pointCodes_ = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(160, -1)));
  pointCodes_->SetHint(shown(say("考评点的代码，用空格隔开")));
  nameForReaders(pointCodes_, say("考评点"));
  auto* row = new FieldLine(this);
  row->add({}, code_);
  row->add(say("考核内容"), module_);
  grid->Add(row, wxSizerFlags().Expand());
  label(grid, say("考评点"));
  grid->Add(pointCodes_, wxSizerFlags().Expand());
  module_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
    edit(
        [&](SkillItem& item) {
          const int chosen = event.GetSelection();
          item.module = chosen == 0 ? std::optional<Id>()
                                    : std::optional(modules_[static_cast<std::size_t>(chosen) - 1]);
        },
        say("修改考核内容"), "");
  });
  pointCodes_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    event.Skip();
    choosePoints();
  });
}

void SkillForm::addChoices(wxFlexGridSizer* grid) {
  label(grid, say("考核时间"));
  const auto number = [this](const std::string& name) {
    auto* control =
        new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(46, -1)), wxTE_RIGHT);
    nameForReaders(control, name);
    return control;
  };
  minutes_ = number(say("考核时间（分钟）"));
  marks_ = number(say("题分"));
  difficulty_ = new wxChoice(this, wxID_ANY);
  for (const std::string& word : difficultyWords()) difficulty_->Append(shown(word));
  nameForReaders(difficulty_, say("难度"));
  status_ = new wxChoice(this, wxID_ANY);
  for (const ItemStatus status :
       {ItemStatus::kDraft, ItemStatus::kWritten, ItemStatus::kReviewed, ItemStatus::kRetired}) {
    status_->Append(shown(statusName(status)));
  }
  nameForReaders(status_, say("状态"));
  auto* row = new FieldLine(this);
  row->add({}, minutes_, say("分钟"));
  row->add(say("题分"), marks_);
  row->add(say("难度"), difficulty_);
  row->add(say("状态"), status_);
  grid->Add(row, wxSizerFlags().Expand());
  // What is no number stays on the screen, in red, and does not reach the bank.
  minutes_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
    long minutes = 0;
    const bool good = minutes_->GetValue().empty() ||
                      (minutes_->GetValue().ToLong(&minutes) && minutes >= 0 && minutes <= 10'000);
    minutes_->SetForegroundColour(good ? wxColour() : inkOf(State::kEmpty));
    if (good)
      edit([&](SkillItem& item) { item.minutes = static_cast<int>(minutes); }, say("修改考核时间"),
           "minutes");
  });
  marks_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
    const std::string text = typed(marks_->GetValue());
    const auto marks = text.empty() ? std::optional(Marks()) : Marks::parse(text);
    marks_->SetForegroundColour(marks ? wxColour() : inkOf(State::kEmpty));
    if (marks) edit([&](SkillItem& item) { item.marks = *marks; }, say("修改题分"), "marks");
  });
  difficulty_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
    const int chosen = event.GetSelection();
    edit(
        [&](SkillItem& item) {
          item.difficulty = chosen == 0 ? std::optional<int>() : std::optional(chosen);
        },
        say("修改难度"), "");
  });
  status_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
    edit([&](SkillItem& item) { item.status = static_cast<ItemStatus>(event.GetSelection()); },
         say("修改状态"), "");
  });
}

void SkillForm::edit(const std::function<void(SkillItem&)>& change, const std::string& title,
                     const std::string& field) {
  if (item_ == nullptr) return;
  SkillItem next = *item_;
  change(next);
  if (next == *item_) return;
  const std::string key = field.empty() ? std::string() : field + "@" + next.id.str();
  edited_(std::move(next), title, key);
}

void SkillForm::listModules(const Bank& bank) {
  modules_.clear();
  points_.clear();
  wxArrayString lines;
  lines.Add(shown(say("未对应")));
  if (const Blueprint* blueprint = bank.blueprint(item_->level)) {
    for (const auto& group : blueprint->structure.groups) {
      for (const auto& module : group.modules) {
        modules_.push_back(module.id);
        lines.Add(shown(module.code + " " + module.name));
      }
    }
    formats::walk(blueprint->skills, [this](const formats::TablePlace& at) {
      if (at.point != nullptr) points_.push_back({at.point->id, at.code()});
    });
  }
  if (module_->GetStrings() != lines) module_->Set(lines);
}

// Codes that the table does not have stay on the screen, in red; the others hold.
void SkillForm::choosePoints() {
  if (item_ == nullptr) return;
  std::vector<Id> chosen;
  bool good = true;
  std::string text = typed(pointCodes_->GetValue());
  std::ranges::replace(text, ',', ' ');
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find(' ', from), text.size());
    const std::string code = text.substr(from, end - from);
    from = end + 1;
    if (code.empty()) continue;
    const auto point = std::ranges::find(points_, code, &PointLine::code);
    good = good && point != points_.end();
    if (point != points_.end() && std::ranges::find(chosen, point->id) == chosen.end())
      chosen.push_back(point->id);
  }
  pointCodes_->SetForegroundColour(good ? wxColour() : inkOf(State::kEmpty));
  if (good) edit([&](SkillItem& item) { item.points = chosen; }, say("修改考评点"), "");
}

void SkillForm::show(std::shared_ptr<const SkillItem> item, const Bank& bank) {
  const bool other = (item == nullptr) != (item_ == nullptr) || (item != nullptr && item->id != item_->id);
  item_ = std::move(item);
  materialModel_.show(item_);
  vetoModel_.show(item_);
  scoreModel_.show(item_);
  GetSizer()->ShowItems(item_ != nullptr);
  if (item_ == nullptr) return;
  listModules(bank);
  const auto set = [](wxTextCtrl* control, const std::string& text) {
    if (control->GetValue() != shown(text)) control->ChangeValue(shown(text));
  };
  set(title_, item_->title);
  set(code_, item_->code);
  const auto module = item_->module ? std::ranges::find(modules_, *item_->module) : modules_.end();
  module_->SetSelection(module == modules_.end() ? 0 : static_cast<int>(module - modules_.begin()) + 1);
  std::string codes;
  for (const Id& id : item_->points) {
    const auto point = std::ranges::find(points_, id, &PointLine::id);
    if (point != points_.end()) codes += (codes.empty() ? "" : " ") + point->code;
  }
  if (other || !pointCodes_->HasFocus()) set(pointCodes_, codes);
  long minutes = 0;
  if (!minutes_->GetValue().ToLong(&minutes) || minutes != item_->minutes) {
    minutes_->ChangeValue(item_->minutes == 0 ? wxString() : wxString::Format("%d", item_->minutes));
  }
  if (Marks::parse(typed(marks_->GetValue())).value_or(Marks()) != item_->marks) {
    marks_->ChangeValue(item_->marks.isZero() ? wxString() : shown(item_->marks.str()));
  }
  difficulty_->SetSelection(item_->difficulty.value_or(0));
  status_->SetSelection(static_cast<int>(item_->status));
  venue_->setWords(item_->venue);
  task_->setWords(item_->task);
  requirements_->setWords(item_->requirements);
  quality_->setWords(item_->quality);
  for (TableGrid* grid : {materials_, vetoes_, scores_}) grid->reload();
  fit();
  if (other) Scroll(0, 0);
}

void SkillForm::fit() {
  if (fitting_) return;
  fitting_ = true;
  CallAfter([this] {
    fitting_ = false;
    FitInside();
  });
}

void SkillForm::goTo(const std::string& field) {
  const auto row = [&field](std::size_t prefix) { return std::atoi(field.c_str() + prefix); };
  if (item_ == nullptr) return;
  if (field.starts_with("scores/")) {
    scores_->select(row(7), field.ends_with("marks") ? ScoreModel::kMarks : ScoreModel::kCriterion);
    scores_->SetFocus();
  } else if (field.starts_with("materials/")) {
    materials_->select(row(10), MaterialModel::kName);
    materials_->SetFocus();
  } else if (field.starts_with("vetoes/")) {
    vetoes_->select(row(7), 0);
    vetoes_->SetFocus();
  } else if (field.starts_with("scores")) {
    scores_->SetFocus();
  } else {
    wxWindow* window = field == "task"           ? static_cast<wxWindow*>(task_)
                       : field == "requirements" ? requirements_
                       : field == "quality"      ? quality_
                       : field == "venue"        ? venue_
                       : field == "module"       ? static_cast<wxWindow*>(module_)
                       : field == "points"       ? pointCodes_
                       : field == "minutes"      ? minutes_
                       : field == "marks"        ? marks_
                       : field == "code"         ? code_
                                                 : title_;
    window->SetFocus();
  }
}

ProseField* SkillForm::focusedProse() const {
  return dynamic_cast<ProseField*>(wxWindow::FindFocus());
}

SkillForm::Table SkillForm::focusedTable() {
  if (materials_->hasKeyboard()) return {materials_, &materialModel_};
  if (vetoes_->hasKeyboard()) return {vetoes_, &vetoModel_};
  if (scores_->hasKeyboard()) return {scores_, &scoreModel_};
  return {};
}

void SkillForm::finishTyping() {
  for (TableGrid* grid : {materials_, vetoes_, scores_}) grid->finishTyping();
  if (pointCodes_->HasFocus()) choosePoints();
}

}  // namespace tiku::editor
