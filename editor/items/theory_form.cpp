#include "editor/items/theory_form.h"

#include <algorithm>
#include <cstdlib>

#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/items/item_words.h"
#include "editor/items/key_panel.h"
#include "editor/items/option_rows.h"
#include "editor/items/theory_edits.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/field_line.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/prose_field.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::Id;
using formats::ItemStatus;
using formats::ItemType;
using formats::RichText;
using formats::say;
using formats::TheoryItem;
using formats::translate;
using formats::operator""_a;
using validators::Finding;
using validators::TextRange;

namespace {

std::string merged(const std::string& field, const TheoryItem& item) {
  return field.empty() ? std::string() : field + "@" + item.id.str();
}

wxChoice* choiceOf(wxWindow* parent, const std::string& name, const std::vector<std::string>& words) {
  auto* choice = new wxChoice(parent, wxID_ANY);
  for (const std::string& word : words) choice->Append(shown(word));
  nameForReaders(choice, name);
  return choice;
}

}  // namespace

TheoryForm::TheoryForm(wxWindow* parent, Edited edited)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL),
      edited_(std::move(edited)) {
  SetScrollRate(0, FromDIP(16));
  auto* grid = new wxFlexGridSizer(2, FromDIP(wxSize(8, 8)));
  grid->AddGrowableCol(1);
  addHead(grid);
  label(grid, say("题干"));
  stem_ = prose(say("题干"), 2, &TheoryItem::stem, "stem");
  stem_->recogniseBlanks();
  grid->Add(stem_, wxSizerFlags().Expand());
  optionsLabel_ = new wxStaticText(this, wxID_ANY, headed(say("选项")));
  grid->Add(optionsLabel_, wxSizerFlags().Right().Border(wxTOP, FromDIP(6)));
  options_ = new OptionRows(
      this, {[this](int option, const RichText& words) {
               edit([&](TheoryItem& item) { item.options[static_cast<std::size_t>(option)] = words; },
                    say("修改选项 {letter}", "letter"_a = static_cast<char>('A' + option)),
                    "options/" + std::to_string(option));
             },
             [this](int option, bool right) {
               edit([&](TheoryItem& item) { markOption(item, option, right); }, say("修改答案"), "");
             },
             [this](int option) {
               edit([&](TheoryItem& item) { removeOption(item, option); }, say("删去选项"), "");
             },
             [this] {
               edit([](TheoryItem& item) { item.options.emplace_back(); }, say("添加选项"), "");
               if (ProseField* field = options_->field(static_cast<int>(item_->options.size()) - 1))
                 field->SetFocus();
             },
             [this] { fit(); }});
  grid->Add(options_, wxSizerFlags().Expand());
  keyLabel_ = new wxStaticText(this, wxID_ANY, headed(say("答案")));
  grid->Add(keyLabel_, wxSizerFlags().Right().Border(wxTOP, FromDIP(6)));
  key_ = new KeyPanel(
      this, {[this](formats::Key key, const std::string& field) {
               edit([&](TheoryItem& item) { item.key = std::move(key); }, say("修改答案"), field);
             },
             [this](std::vector<formats::ScoringPoint> points, const std::string& field) {
               edit([&](TheoryItem& item) { item.scoring = std::move(points); }, say("修改评分要点"), field);
             },
             [this] { fit(); }});
  grid->Add(key_, wxSizerFlags().Expand());
  addMarks(grid);
  label(grid, say("解析"));
  rationale_ = prose(say("解析"), 2, &TheoryItem::rationale, "rationale");
  grid->Add(rationale_, wxSizerFlags().Expand());
  label(grid, say("出处"));
  reference_ = new wxTextCtrl(this, wxID_ANY);
  reference_->SetHint(shown(say("教材、标准或规程，连同页码、条款")));
  nameForReaders(reference_, say("出处"));
  reference_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
    edit([this](TheoryItem& item) { item.reference = typed(reference_->GetValue()); }, say("修改出处"),
         "reference");
  });
  grid->Add(reference_, wxSizerFlags().Expand());
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(grid, wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
  SetSizer(all);
  show(nullptr);
}

void TheoryForm::label(wxFlexGridSizer* grid, const std::string& words) {
  grid->Add(new wxStaticText(this, wxID_ANY, headed(words)),
            wxSizerFlags().Right().Border(wxTOP, FromDIP(6)));
}

ProseField* TheoryForm::prose(const std::string& name, int lines, RichText TheoryItem::* field,
                              const char* title) {
  auto* control = new ProseField(this, name, lines);
  control->onEdited([this, field, name, key = std::string(title)](const RichText& words) {
    edit([&](TheoryItem& item) { item.*field = words; }, say("修改{field}", "field"_a = name), key);
  });
  control->onGrown([this] { fit(); });
  control->takeDroppedFiles();
  return control;
}

void TheoryForm::addHead(wxFlexGridSizer* grid) {
  label(grid, say("题型"));
  std::vector<std::string> types;
  for (const ItemType type : formats::kItemTypes) types.push_back(translate(formats::itemTypeName(type)));
  type_ = choiceOf(this, say("题型"), types);
  type_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
    const auto type = formats::kItemTypes[static_cast<std::size_t>(event.GetSelection())];
    edit([&](TheoryItem& item) { item = withType(std::move(item), type); }, say("修改题型"), "");
  });
  code_ = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(116, -1)));
  nameForReaders(code_, say("题号"));
  code_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
    edit([this](TheoryItem& item) { item.code = typed(code_->GetValue()); }, say("修改题号"), "code");
  });
  marks_ = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(60, -1)), wxTE_RIGHT);
  nameForReaders(marks_, say("题分"));
  marks_->SetToolTip(shown(say("主观题的分值；客观题的分值由组卷方案定。")));
  point_ = new wxComboBox(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(120, -1)), 0, nullptr,
                          wxTE_PROCESS_ENTER);
  nameForReaders(point_, say("考评点"));
  point_->SetToolTip(shown(say("选一个考评点，或键入它的代码、名称。")));
  point_->Bind(wxEVT_COMBOBOX, [this](wxCommandEvent&) { choosePoint(); });
  point_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { choosePoint(); });
  point_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    event.Skip();
    CallAfter([this] { choosePoint(); });
  });
  auto* row = new FieldLine(this);
  row->add({}, type_);
  row->add(say("题号"), code_);
  row->add(say("题分"), marks_);
  grid->Add(row, wxSizerFlags().Expand());
  label(grid, say("考评点"));
  grid->Add(point_, wxSizerFlags().Expand());
}

void TheoryForm::addMarks(wxFlexGridSizer* grid) {
  label(grid, say("难度"));
  difficulty_ = choiceOf(this, say("难度"), difficultyWords());
  difficulty_->SetToolTip(shown(say("Alt+1 到 Alt+5 也可以。")));
  consistency_ = choiceOf(this, say("一致性"), consistencyWords());
  status_ = choiceOf(this, say("状态"),
                     {statusName(ItemStatus::kDraft), statusName(ItemStatus::kWritten),
                      statusName(ItemStatus::kReviewed), statusName(ItemStatus::kRetired)});
  auto* row = new FieldLine(this);
  row->add({}, difficulty_);
  row->add(say("一致性"), consistency_);
  row->add(say("状态"), status_);
  grid->Add(row, wxSizerFlags().Expand());
  const auto scale = [](int chosen) { return chosen == 0 ? std::optional<int>() : std::optional(chosen); };
  difficulty_->Bind(wxEVT_CHOICE, [this, scale](wxCommandEvent& event) {
    edit([&](TheoryItem& item) { item.difficulty = scale(event.GetSelection()); }, say("修改难度"), "");
  });
  consistency_->Bind(wxEVT_CHOICE, [this, scale](wxCommandEvent& event) {
    edit([&](TheoryItem& item) { item.consistency = scale(event.GetSelection()); }, say("修改一致性"), "");
  });
  status_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
    edit([&](TheoryItem& item) { item.status = static_cast<ItemStatus>(event.GetSelection()); },
         say("修改状态"), "");
  });
  // What is no number stays on the screen, in red, and does not reach the bank.
  marks_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
    const std::string text = typed(marks_->GetValue());
    const auto marks = formats::Marks::parse(text);
    marks_->SetForegroundColour(text.empty() || marks ? wxColour() : inkOf(State::kEmpty));
    if (!text.empty() && !marks) return;
    edit([&](TheoryItem& item) { item.marks = marks; }, say("修改题分"), "marks");
  });
}

void TheoryForm::edit(const std::function<void(TheoryItem&)>& change, const std::string& title,
                      const std::string& field) {
  if (item_ == nullptr) return;
  TheoryItem next = *item_;
  change(next);
  if (next == *item_) return;
  const std::string key = merged(field, next);
  edited_(std::move(next), title, key);
}

void TheoryForm::setIndex(const ItemIndex* index) {
  index_ = index;
  listPoints();
}

void TheoryForm::listPoints() {
  wxArrayString lines;
  if (index_ != nullptr) {
    for (const Id& id : index_->points()) {
      const ItemIndex::Point* point = index_->point(id);
      lines.Add(shown(point->code + " " + point->name));
    }
  }
  point_->Set(lines);
  point_->AutoComplete(lines);
  if (item_ != nullptr) show(item_);
}

// What stands in the box: a line of the list, or the beginning of one, or part of a name that only one point
// has.
void TheoryForm::choosePoint() {
  if (item_ == nullptr || index_ == nullptr) return;
  const std::string text = folded(typed(point_->GetValue()));
  std::vector<Id> found;
  for (const Id& id : index_->points()) {
    const ItemIndex::Point* point = index_->point(id);
    const std::string line = folded(point->code + point->name);
    if (line == text || folded(point->code) == text) {
      found = {id};
      break;
    }
    if (!text.empty() && line.find(text) != std::string::npos) found.push_back(id);
  }
  if (text.empty()) {
    edit([](TheoryItem& item) { item.point.reset(); }, say("修改考评点"), "");
  } else if (found.size() == 1) {
    edit([&](TheoryItem& item) { item.point = found.front(); }, say("修改考评点"), "");
  }
  if (item_ != nullptr) show(item_);  // What was not understood goes back to what is.
}

void TheoryForm::show(std::shared_ptr<const TheoryItem> item) {
  const bool other = (item == nullptr) != (item_ == nullptr) || (item != nullptr && item->id != item_->id);
  item_ = std::move(item);
  GetSizer()->ShowItems(item_ != nullptr);
  if (item_ == nullptr) return;
  const auto set = [](wxTextCtrl* control, const std::string& text) {
    if (control->GetValue() != shown(text)) control->ChangeValue(shown(text));
  };
  const auto select = [](wxChoice* choice, int line) {
    if (choice->GetSelection() != line) choice->SetSelection(line);
  };
  const auto type = std::ranges::find(formats::kItemTypes, item_->type) - formats::kItemTypes.begin();
  select(type_, static_cast<int>(type));
  const ItemIndex::Point* point = index_ != nullptr && item_->point ? index_->point(*item_->point) : nullptr;
  const wxString pointLine = point == nullptr ? wxString() : shown(point->code + " " + point->name);
  if (point_->GetValue() != pointLine && (other || !point_->HasFocus())) point_->ChangeValue(pointLine);
  set(code_, item_->code);
  stem_->setWords(item_->stem);
  const bool options = formats::hasOptions(item_->type) || !item_->options.empty();
  options_->Show(options);
  optionsLabel_->Show(options);
  options_->show(*item_);
  const bool key = !formats::hasOptions(item_->type);
  key_->Show(key);
  keyLabel_->Show(key);
  key_->show(*item_);
  select(difficulty_, item_->difficulty.value_or(0));
  select(consistency_, item_->consistency.value_or(0));
  select(status_, static_cast<int>(item_->status));
  if (formats::Marks::parse(typed(marks_->GetValue())) != item_->marks) {
    marks_->ChangeValue(item_->marks ? shown(item_->marks->str()) : wxString());
  }
  marks_->Enable(!formats::isObjective(item_->type));
  rationale_->setWords(item_->rationale);
  set(reference_, item_->reference);
  fit();
  if (other) Scroll(0, 0);
}

void TheoryForm::fit() {
  if (fitting_) return;
  fitting_ = true;
  // Once for all the fields that grow with one keystroke.
  CallAfter([this] {
    fitting_ = false;
    FitInside();
  });
}

void TheoryForm::setFindings(const std::vector<Finding>& findings) {
  const auto mark = [&findings](ProseField* field, const std::string& name) {
    if (field == nullptr) return;
    std::vector<ProseField::Squiggle> squiggles;
    for (const Finding& finding : findings) {
      if (finding.subject.field == name && finding.subject.range && !finding.waived) {
        squiggles.push_back({*finding.subject.range, finding.severity});
      }
    }
    field->setSquiggles(std::move(squiggles));
  };
  if (item_ == nullptr) return;
  mark(stem_, "stem");
  for (int i = 0; i < static_cast<int>(item_->options.size()); ++i)
    mark(options_->field(i), "options/" + std::to_string(i));
  mark(key_->answer(), "key");
  mark(rationale_, "rationale");
}

void TheoryForm::setReadOnly(bool readOnly) {
  Enable(!readOnly);
}

void TheoryForm::setKept(bool kept) {
  for (wxWindow* part :
       std::initializer_list<wxWindow*>{type_, stem_, options_, key_, rationale_, reference_})
    part->Enable(!kept);
}

void TheoryForm::goTo(const std::string& field, std::optional<TextRange> range) {
  if (item_ == nullptr) return;
  ProseField* prose = nullptr;
  if (field == "stem") prose = stem_;
  if (field == "rationale") prose = rationale_;
  if (field.starts_with("options/")) prose = options_->field(std::atoi(field.c_str() + 8));
  if (field == "key" && options_->IsShown()) prose = options_->field(0);
  if (field == "key" && key_->answer() != nullptr) prose = key_->answer();
  if (prose != nullptr) {
    if (range) {
      prose->selectWords(*range);
    } else {
      prose->SetFocus();
    }
  } else if (field.starts_with("key") || field.starts_with("scoring")) {
    key_->takeFocus(field);
  } else if (field == "point") {
    point_->SetFocus();
  } else if (field == "code") {
    code_->SetFocus();
  } else if (field == "difficulty") {
    difficulty_->SetFocus();
  } else if (field == "consistency") {
    consistency_->SetFocus();
  } else if (field == "marks") {
    marks_->SetFocus();
  } else if (field == "reference") {
    reference_->SetFocus();
  } else {
    stem_->SetFocus();
  }
}

ProseField* TheoryForm::focusedProse() const {
  return dynamic_cast<ProseField*>(wxWindow::FindFocus());
}

}  // namespace tiku::editor
