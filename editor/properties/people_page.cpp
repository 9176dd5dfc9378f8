#include "editor/properties/people_page.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/widgets/dots.h"
#include "editor/widgets/form.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "editor/widgets/wrap.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::Id;
using formats::People;
using formats::Person;
using formats::say;
using formats::operator""_a;

namespace {

std::vector<std::string> kindNames() {
  return {say("试题内容专家"), say("命题方法专家"), say("机构人员")};
}

/// Who takes the items of a person over.
struct Answer {
  std::optional<Id> successor;  ///< Nothing: nobody.
};

std::string nameOf(const Person& person) {
  return person.name.empty() ? say("（没有姓名）") : person.name;
}

/// Asks who takes the items over; nothing when the person is to stay.
std::optional<Answer> askSuccessor(wxWindow* parent, const Person& person, int items,
                                   const std::vector<Person>& people) {
  wxDialog dialog(parent, wxID_ANY, shown(say("删除人员")), wxDefaultPosition, wxDefaultSize,
                  wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  auto* text = new wxStaticText(
      &dialog, wxID_ANY,
      wrapped(
          &dialog,
          say("“{name}”是 {n} 道试题的命题人。删除以后，这些试题的命题人改成谁？随“题库属性”的确定一起改，"
              "可以一起撤销。",
              "name"_a = nameOf(person), "n"_a = items),
          dialog.FromDIP(420)));
  auto* form = new Form(&dialog);
  std::vector<std::string> lines;
  std::vector<Answer> answers;
  for (const Person& other : people) {
    if (other.id == person.id) continue;
    lines.push_back(nameOf(other));
    answers.push_back({other.id});
  }
  lines.push_back(say("不再有命题人"));
  answers.emplace_back();
  auto* who = form->choice(say("改成(&W)"), lines, 0);
  auto* content = new wxBoxSizer(wxVERTICAL);
  content->Add(text, wxSizerFlags().Border(wxBOTTOM, dialog.FromDIP(12)));
  content->Add(form, wxSizerFlags().Expand());
  const DialogFoot foot(&dialog, content, say("删除(&D)"));
  dialog.Fit();
  who->SetFocus();
  dialog.CentreOnParent();
  if (dialog.ShowModal() != wxID_OK) return std::nullopt;
  return answers[static_cast<std::size_t>(who->GetSelection())];
}

}  // namespace

PeoplePage::PeoplePage(wxWindow* parent, People people, const formats::Bank& bank)
    : wxPanel(parent), people_(std::move(people)), bank_(bank) {
  layOut();
  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { showChosen(); });
  Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
    event.Skip();
    takeTyped();
  });
  Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { takeTyped(); });
  Bind(wxEVT_COMBOBOX, [this](wxCommandEvent&) { takeTyped(); });
  showLines(people_.people.empty() ? -1 : 0);
}

void PeoplePage::layOut() {
  list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(640, 220)),
                                 wxDV_SINGLE | wxDV_ROW_LINES);
  nameForReaders(list_, say("人员"));
  list_->AppendTextColumn(headed(say("姓名")), wxDATAVIEW_CELL_INERT, FromDIP(90));
  list_->AppendTextColumn(headed(say("身份")), wxDATAVIEW_CELL_INERT, FromDIP(130));
  list_->AppendTextColumn(headed(say("工作单位")), wxDATAVIEW_CELL_INERT, FromDIP(180));
  list_->AppendTextColumn(headed(say("职称或技能等级")), wxDATAVIEW_CELL_INERT, FromDIP(120));
  list_->AppendTextColumn(headed(say("分工")), wxDATAVIEW_CELL_INERT, FromDIP(90));
  endInDots(list_);
  auto* add = new wxButton(this, wxID_ANY, shown(say("添加人员(&A)")));
  remove_ = new wxButton(this, wxID_ANY, shown(say("删除(&D)")));
  add->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { this->add(); });
  remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { remove(); });
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(add, wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
  buttons->Add(remove_);
  auto* form = new Form(this);
  name_ = form->field(say("姓名(&N)"));
  kind_ = form->choice(say("身份(&K)"), kindNames(), 0);
  institution_ = form->field(say("工作单位(&I)"));
  qualification_ = form->field(say("职称或技能等级(&Q)"));
  duty_ = form->suggestions(say("分工(&U)"), {"开发负责人", "命题", "审题", "试测", "资料管理"}, {});
  auto* all = new wxBoxSizer(wxVERTICAL);
  const int gap = FromDIP(12);
  all->Add(list_, wxSizerFlags(1).Expand().Border(wxALL, gap));
  all->Add(buttons, wxSizerFlags().Border(wxLEFT | wxRIGHT, gap));
  all->Add(form, wxSizerFlags().Expand().Border(wxALL, gap));
  SetSizer(all);
}

int PeoplePage::chosen() const {
  return list_->GetSelectedRow();
}

void PeoplePage::showLines(int chosen) {
  const std::vector<std::string> kinds = kindNames();
  list_->DeleteAllItems();
  for (const Person& person : people_.people) {
    wxVector<wxVariant> line;
    line.push_back(shown(person.name));
    line.push_back(shown(kinds[static_cast<std::size_t>(person.kind)]));
    line.push_back(shown(person.institution));
    line.push_back(shown(person.qualification));
    line.push_back(shown(person.duty));
    list_->AppendItem(line);
  }
  if (chosen >= 0) list_->SelectRow(static_cast<unsigned>(chosen));
  showChosen();
}

void PeoplePage::showChosen() {
  showing_ = true;
  const int row = chosen();
  const Person person = row < 0 ? Person() : people_.people[static_cast<std::size_t>(row)];
  name_->ChangeValue(shown(person.name));
  kind_->SetSelection(static_cast<int>(person.kind));
  institution_->ChangeValue(shown(person.institution));
  qualification_->ChangeValue(shown(person.qualification));
  duty_->SetValue(shown(person.duty));
  for (wxWindow* field :
       std::initializer_list<wxWindow*>{name_, kind_, institution_, qualification_, duty_, remove_})
    field->Enable(row >= 0);
  showing_ = false;
}

void PeoplePage::takeTyped() {
  const int row = chosen();
  if (showing_ || row < 0) return;
  Person& person = people_.people[static_cast<std::size_t>(row)];
  person.name = wordsOf(name_);
  person.kind = static_cast<Person::Kind>(kind_->GetSelection());
  person.institution = wordsOf(institution_);
  person.qualification = wordsOf(qualification_);
  person.duty = wordsOf(duty_);
  const auto line = static_cast<unsigned>(row);
  list_->SetTextValue(shown(person.name), line, 0);
  list_->SetTextValue(shown(kindNames()[static_cast<std::size_t>(person.kind)]), line, 1);
  list_->SetTextValue(shown(person.institution), line, 2);
  list_->SetTextValue(shown(person.qualification), line, 3);
  list_->SetTextValue(shown(person.duty), line, 4);
}

void PeoplePage::add() {
  Person person;
  person.id = Id::random();
  people_.people.push_back(std::move(person));
  showLines(static_cast<int>(people_.people.size()) - 1);
  name_->SetFocus();
}

void PeoplePage::remove() {
  const int row = chosen();
  if (row < 0) return;
  const Person& person = people_.people[static_cast<std::size_t>(row)];
  int items = workflows::itemsWrittenBy(bank_, person.id);
  for (const auto& [gone, successor] : successors_) {
    if (successor == person.id) items += workflows::itemsWrittenBy(bank_, gone);
  }
  if (items > 0) {
    const auto answer = askSuccessor(this, person, items, people_.people);
    if (!answer) return;
    successors_[person.id] = answer->successor;
  }
  people_.people.erase(people_.people.begin() + row);
  showLines(std::min(row, static_cast<int>(people_.people.size()) - 1));
}

}  // namespace tiku::editor
