#include "editor/filing/document_page.h"

#include <algorithm>

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/form.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "editor/widgets/wrap.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;
using workflows::ChecklistEntry;
using workflows::DossierField;
using workflows::DossierSection;
using workflows::DossierText;

DocumentPage::DocumentPage(wxWindow* parent)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL) {
  SetScrollRate(0, FromDIP(16));
  SetSizer(new wxBoxSizer(wxVERTICAL));
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    if (missing_ == nullptr) return;
    wrapMissing();
    FitInside();
  });
}

void DocumentPage::wrapMissing() {
  missing_->SetLabelText(wrapped(missing_, said_, std::max(FromDIP(120), GetClientSize().x - FromDIP(32))));
}

std::string DocumentPage::shapeOf(const ChecklistEntry& entry) {
  std::string shape = entry.document.id;
  for (const DossierSection& section : entry.sections) {
    for (const DossierField& field : section.fields) shape += "|" + field.id + "=" + field.fromBank;
  }
  for (const DossierText& text : entry.texts) shape += "|" + text.id;
  return shape;
}

void DocumentPage::show(const ChecklistEntry& entry, const formats::Dossier& dossier) {
  if (const std::string shape = shapeOf(entry); shape != shape_) {
    shape_ = shape;
    build(entry);
  }
  showing_ = true;
  std::string said;
  for (const std::string& line : entry.missing) said += (said.empty() ? "" : "\n") + line;
  if (said.empty()) said = say("已经齐全。");
  if (said != said_ || missing_->GetLabel().empty()) {
    said_ = said;
    missing_->SetForegroundColour(inkOf(entry.missing.empty() ? State::kGood : State::kShort));
    wrapMissing();
  }
  for (const DossierSection& section : entry.sections) {
    for (const DossierField& field : section.fields) {
      const auto control = fields_.find(field.id);
      if (control == fields_.end()) continue;
      if (auto* text = dynamic_cast<wxTextCtrl*>(control->second)) {
        if (wordsOf(text) != field.value) text->ChangeValue(shown(field.value));
      } else if (auto* choice = dynamic_cast<wxChoice*>(control->second)) {
        const auto at = std::ranges::find(field.choices, field.value);
        choice->SetSelection(at == field.choices.end() ? 0
                                                       : static_cast<int>(at - field.choices.begin()) + 1);
      }
    }
  }
  for (const auto& [id, field] : texts_) {
    const auto found = dossier.texts.find(id);
    const formats::RichText words = found == dossier.texts.end() ? formats::RichText() : found->second;
    if (!(field->words() == words)) field->setWords(words);
  }
  showing_ = false;
  FitInside();
}

void DocumentPage::build(const ChecklistEntry& entry) {
  GetSizer()->Clear(true);
  fields_.clear();
  texts_.clear();
  said_.clear();
  labelWidth_ = 0;
  for (const DossierSection& section : entry.sections) {
    for (const DossierField& field : section.fields) {
      const std::string& words = field.group.empty() ? field.label : field.group;
      labelWidth_ = std::max(labelWidth_, GetTextExtent(shown(words)).x);
    }
  }
  const int gap = FromDIP(12);
  auto* title = new wxStaticText(this, wxID_ANY, shown(entry.title), wxDefaultPosition, wxDefaultSize,
                                 wxST_ELLIPSIZE_END);
  title->SetFont(title->GetFont().Scaled(1.2F).Bold());
  GetSizer()->Add(title, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  missing_ = new wxStaticText(this, wxID_ANY, {});
  GetSizer()->Add(missing_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  // The texts stand where the document has them: before and behind the table of its steps.
  if (!entry.texts.empty()) addText(entry.texts.front());
  for (const DossierSection& section : entry.sections) addSection(section);
  for (std::size_t i = 1; i < entry.texts.size(); ++i) addText(entry.texts[i]);
  GetSizer()->AddSpacer(gap);
  Scroll(0, 0);
}

void DocumentPage::heading(const std::string& words) {
  auto* text = new wxStaticText(this, wxID_ANY, shown(words));
  text->SetFont(text->GetFont().Bold());
  GetSizer()->Add(text, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12)));
}

// All labels of a page are as wide as the widest, so that its fields stand in one column.
wxStaticText* DocumentPage::label(const std::string& words) {
  auto* made = new wxStaticText(this, wxID_ANY, shown(words));
  made->SetMinSize(wxSize(labelWidth_, -1));
  return made;
}

void DocumentPage::addSection(const DossierSection& section) {
  heading(section.title);
  auto* grid = new wxFlexGridSizer(2, FromDIP(wxSize(12, 8)));
  grid->AddGrowableCol(1);
  for (std::size_t i = 0; i < section.fields.size(); ++i) {
    const DossierField& field = section.fields[i];
    if (field.group.empty()) {
      addField(grid, field);
      continue;
    }
    // A group is one row: its fields side by side, each with its label as a hint.
    grid->Add(label(field.group), wxSizerFlags().CenterVertical());
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    for (; i < section.fields.size() && section.fields[i].group == field.group; ++i) {
      const DossierField& one = section.fields[i];
      wxWindow* control = fieldFor(one, one.group + "：" + one.label);
      if (auto* text = dynamic_cast<wxTextCtrl*>(control)) text->SetHint(shown(one.label));
      row->Add(control, wxSizerFlags(1).Border(wxRIGHT, FromDIP(6)));
    }
    --i;
    grid->Add(row, wxSizerFlags().Expand());
  }
  GetSizer()->Add(grid, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
}

void DocumentPage::addField(wxSizer* grid, const DossierField& field) {
  grid->Add(label(field.label), wxSizerFlags().CenterVertical());
  if (field.fromBank.empty()) {
    grid->Add(fieldFor(field, field.label), wxSizerFlags().Expand());
    return;
  }
  auto* said = new wxStaticText(this, wxID_ANY, shown(field.fromBank), wxDefaultPosition, wxDefaultSize,
                                wxST_ELLIPSIZE_END);
  said->SetForegroundColour(quietInk());
  said->SetToolTip(shown(say("取自题库，在题库属性、人员或职业标准里修改。")));
  grid->Add(said, wxSizerFlags().Expand().CenterVertical());
}

wxWindow* DocumentPage::fieldFor(const DossierField& field, const std::string& name) {
  wxWindow* made = nullptr;
  if (field.choices.empty()) {
    auto* text = new wxTextCtrl(this, wxID_ANY, shown(field.value), wxDefaultPosition,
                                FromDIP(wxSize(-1, field.lines > 1 ? field.lines * 22 : -1)),
                                field.lines > 1 ? wxTE_MULTILINE : 0);
    text->Bind(wxEVT_TEXT, [this, text, id = field.id, name](wxCommandEvent&) {
      if (!showing_ && fieldEdited_) fieldEdited_(id, name, wordsOf(text));
    });
    made = text;
  } else {
    auto* choice = new wxChoice(this, wxID_ANY);
    choice->Append(shown(say("（没有选）")));
    for (const std::string& word : field.choices) choice->Append(shown(word));
    choice->Bind(wxEVT_CHOICE, [this, choice, id = field.id, name, choices = field.choices](wxCommandEvent&) {
      const int at = choice->GetSelection();
      if (fieldEdited_)
        fieldEdited_(id, name, at <= 0 ? std::string() : choices[static_cast<std::size_t>(at) - 1]);
    });
    made = choice;
  }
  nameForReaders(made, name);
  fields_[field.id] = made;
  return made;
}

void DocumentPage::addText(const DossierText& text) {
  heading(text.title);
  auto* hint = new wxStaticText(this, wxID_ANY, shown(text.hint), wxDefaultPosition, wxDefaultSize,
                                wxST_ELLIPSIZE_END);
  hint->SetForegroundColour(quietInk());
  GetSizer()->Add(hint, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(12)));
  auto* field = new ProseField(this, text.title, 5);
  field->SetToolTip(shown(text.hint));
  field->onEdited([this, text](const formats::RichText& words) {
    if (!showing_ && textEdited_) textEdited_(text.id, text.title, words);
  });
  field->onGrown([this] { FitInside(); });
  GetSizer()->Add(field, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
  texts_[text.id] = field;
}

}  // namespace tiku::editor
