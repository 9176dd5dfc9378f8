#include "editor/items/option_rows.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/sizer.h>

#include "editor/widgets/native.h"
#include "editor/widgets/prose_field.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;
using formats::TheoryItem;
using formats::operator""_a;

namespace {

constexpr std::size_t kMostOptions = 26;  // A to Z

std::string letterOf(std::size_t option) {
  return std::string(1, static_cast<char>('A' + option));
}

}  // namespace

OptionRows::OptionRows(wxWindow* parent, Told told) : wxPanel(parent), told_(std::move(told)) {
  sizer_ = new wxBoxSizer(wxVERTICAL);
  add_ = new wxButton(this, wxID_ANY, shown(say("添加选项(&O)")));
  add_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { told_.added(); });
  sizer_->Add(add_, wxSizerFlags().Border(wxTOP, FromDIP(2)));
  SetSizer(sizer_);
}

void OptionRows::makeRow() {
  const int number = static_cast<int>(rows_.size());
  Row row{};
  row.panel = new wxPanel(this);
  row.panel->MoveBeforeInTabOrder(add_);
  row.right = new wxCheckBox(row.panel, wxID_ANY, shown(letterOf(rows_.size())));
  row.right->SetToolTip(shown(say("勾选：这个选项正确。")));
  nameForReaders(row.right, say("选项 {letter} 正确", "letter"_a = letterOf(rows_.size())));
  row.field = new ProseField(row.panel, say("选项 {letter}", "letter"_a = letterOf(rows_.size())));
  row.remove = new wxButton(row.panel, wxID_ANY, wxString::FromUTF8("✕"), wxDefaultPosition, wxDefaultSize,
                            wxBU_EXACTFIT | wxBORDER_NONE);
  row.remove->SetToolTip(shown(say("删去选项 {letter}", "letter"_a = letterOf(rows_.size()))));
  row.remove->DisableFocusFromKeyboard();
  row.right->Bind(wxEVT_CHECKBOX,
                  [this, number](wxCommandEvent& event) { told_.marked(number, event.IsChecked()); });
  row.remove->Bind(wxEVT_BUTTON,
                   [this, number](wxCommandEvent&) { CallAfter([this, number] { told_.removed(number); }); });
  row.field->onEdited([this, number](const formats::RichText& words) { told_.edited(number, words); });
  row.field->takeDroppedFiles();
  row.field->onGrown([this] { told_.grown(); });
  auto* sizer = new wxBoxSizer(wxHORIZONTAL);
  sizer->Add(row.right, wxSizerFlags().Border(wxRIGHT | wxTOP, FromDIP(6)));
  sizer->Add(row.field, wxSizerFlags(1).Expand());
  sizer->Add(row.remove, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(4)));
  row.panel->SetSizer(sizer);
  sizer_->Insert(rows_.size(), row.panel, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(4)));
  rows_.push_back(row);
}

void OptionRows::show(const TheoryItem& item) {
  const std::size_t wanted = std::min(item.options.size(), kMostOptions);
  while (rows_.size() < wanted) makeRow();
  const auto* key = std::get_if<formats::ChoiceKey>(&item.key);
  const bool other = used_ != wanted;
  used_ = wanted;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Row& row = rows_[i];
    if (row.panel->IsShown() != (i < wanted)) row.panel->Show(i < wanted);
    if (i >= wanted) continue;
    row.field->setWords(item.options[i]);
    const bool right =
        key != nullptr && std::ranges::find(key->options, static_cast<int>(i)) != key->options.end();
    if (row.right->GetValue() != right) row.right->SetValue(right);
  }
  add_->Enable(wanted < kMostOptions);
  if (other) {
    InvalidateBestSize();
    told_.grown();
  }
}

ProseField* OptionRows::field(int option) const {
  return option >= 0 && static_cast<std::size_t>(option) < used_
             ? rows_[static_cast<std::size_t>(option)].field
             : nullptr;
}

int OptionRows::focused() const {
  const wxWindow* focus = wxWindow::FindFocus();
  for (std::size_t i = 0; i < used_; ++i) {
    if (focus == rows_[i].field || focus == rows_[i].right) return static_cast<int>(i);
  }
  return -1;
}

}  // namespace tiku::editor
