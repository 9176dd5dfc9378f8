#include "editor/widgets/form.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/dialog.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;

std::string withoutAccessKey(std::string_view label) {
  return std::string(label.substr(0, label.find("(&")));
}

std::string wordsOf(const wxTextEntry* entry) {
  return typed(entry->GetValue().Strip(wxString::both));
}

Form::Form(wxWindow* parent) : wxFlexGridSizer(2, parent->FromDIP(wxSize(12, 10))), parent_(parent) {
  AddGrowableCol(1);
}

void Form::addLabel(const std::string& label) {
  Add(new wxStaticText(parent_, wxID_ANY, shown(label)), wxSizerFlags().CenterVertical());
}

wxTextCtrl* Form::field(const std::string& label, std::string_view words, const std::string& hint) {
  addLabel(label);
  auto* made = new wxTextCtrl(parent_, wxID_ANY, shown(words));
  if (!hint.empty()) made->SetHint(shown(hint));
  nameForReaders(made, withoutAccessKey(label));
  Add(made, wxSizerFlags().Expand());
  return made;
}

wxChoice* Form::choice(const std::string& label, const std::vector<std::string>& lines, int chosen) {
  addLabel(label);
  auto* made = new wxChoice(parent_, wxID_ANY);
  for (const std::string& line : lines) made->Append(shown(line));
  made->SetSelection(chosen);
  nameForReaders(made, withoutAccessKey(label));
  Add(made, wxSizerFlags().Expand());
  return made;
}

wxComboBox* Form::suggestions(const std::string& label, const std::vector<std::string>& lines,
                              std::string_view words) {
  addLabel(label);
  auto* made = new wxComboBox(parent_, wxID_ANY, shown(words));
  for (const std::string& line : lines) made->Append(shown(line));
  made->SetValue(shown(words));
  nameForReaders(made, withoutAccessKey(label));
  Add(made, wxSizerFlags().Expand());
  return made;
}

void Form::row(const std::string& label, wxWindow* control) {
  addLabel(label);
  nameForReaders(control, withoutAccessKey(label));
  Add(control, wxSizerFlags().Expand());
}

void Form::row(const std::string& label, wxSizer* controls) {
  addLabel(label);
  Add(controls, wxSizerFlags().Expand());
}

DialogFoot::DialogFoot(wxDialog* dialog, wxSizer* content, const std::string& does) {
  const int gap = dialog->FromDIP(16);
  problem_ = new wxStaticText(dialog, wxID_ANY, {});
  problem_->SetForegroundColour(inkOf(State::kShort));
  does_ = new wxButton(dialog, wxID_OK, shown(does));
  does_->SetDefault();
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(problem_, wxSizerFlags(1).CenterVertical());
  buttons->Add(new wxButton(dialog, wxID_CANCEL, shown(say("取消"))),
               wxSizerFlags().Border(wxRIGHT, dialog->FromDIP(6)));
  buttons->Add(does_);
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(content, wxSizerFlags(1).Expand().Border(wxALL, gap));
  all->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  dialog->SetSizer(all);
}

void DialogFoot::require(const std::string& problem) {
  problem_->SetLabelText(shown(problem));
  does_->Enable(problem.empty());
  problem_->GetParent()->Layout();
}

}  // namespace tiku::editor
