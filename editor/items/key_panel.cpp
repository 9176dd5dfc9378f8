#include "editor/items/key_panel.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/radiobut.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/items/theory_edits.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/native.h"
#include "editor/widgets/prose_field.h"
#include "editor/widgets/small_button.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::FillInKey;
using formats::ItemType;
using formats::JudgementKey;
using formats::Marks;
using formats::ReferenceKey;
using formats::say;
using formats::ScoringPoint;
using formats::TheoryItem;
using formats::operator""_a;

KeyPanel::KeyPanel(wxWindow* parent, Told told) : wxPanel(parent), told_(std::move(told)) {
  auto* all = new wxBoxSizer(wxVERTICAL);
  buildJudgement(all);
  blanks_ = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(-1, 64)), wxTE_MULTILINE);
  blanks_->SetToolTip(shown(say("每空一行；同一空的几种答案之间写“ / ”，两边留空格。")));
  nameForReaders(blanks_, say("各空的答案"));
  setInnerMargin(blanks_, FromDIP(5));
  blanks_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
    FillInKey key = fillInKey(typed(blanks_->GetValue()));
    told_.key(key.blanks.empty() ? formats::Key() : formats::Key(std::move(key)), "key");
  });
  all->Add(blanks_, wxSizerFlags().Expand());
  answer_ = new ProseField(this, say("参考答案"), 3);
  answer_->onEdited([this](const formats::RichText& words) {
    told_.key(words.empty() ? formats::Key() : formats::Key(ReferenceKey{words}), "key");
  });
  answer_->takeDroppedFiles();
  answer_->onGrown([this] { told_.grown(); });
  all->Add(answer_, wxSizerFlags().Expand());
  buildScoring(all);
  SetSizer(all);
}

void KeyPanel::buildJudgement(wxBoxSizer* all) {
  judgement_ = new wxPanel(this);
  right_ = new wxRadioButton(judgement_, wxID_ANY, shown(say("正确")), wxDefaultPosition, wxDefaultSize,
                             wxRB_GROUP);
  wrong_ = new wxRadioButton(judgement_, wxID_ANY, shown(say("错误")));
  open_ = new wxRadioButton(judgement_, wxID_ANY, {});
  open_->Hide();
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(right_, wxSizerFlags().Border(wxRIGHT, FromDIP(16)));
  row->Add(wrong_);
  judgement_->SetSizer(row);
  const auto tell = [this](wxCommandEvent&) { told_.key(JudgementKey{right_->GetValue()}, "key"); };
  right_->Bind(wxEVT_RADIOBUTTON, tell);
  wrong_->Bind(wxEVT_RADIOBUTTON, tell);
  all->Add(judgement_, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(4)));
}

void KeyPanel::buildScoring(wxBoxSizer* all) {
  scoring_ = new wxPanel(this);
  scoringSizer_ = new wxBoxSizer(wxVERTICAL);
  auto* foot = new wxBoxSizer(wxHORIZONTAL);
  addScoring_ = smallButton(scoring_, say("添加评分要点"));
  addScoring_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    auto points = points_;
    points.push_back({});
    told_.scoring(std::move(points), "");
    if (usedRows_ > 0) rows_[usedRows_ - 1].text->SetFocus();
  });
  total_ = new wxStaticText(scoring_, wxID_ANY, {});
  foot->Add(addScoring_);
  foot->AddStretchSpacer();
  foot->Add(total_, wxSizerFlags().CenterVertical());
  scoringSizer_->Add(foot, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
  scoring_->SetSizer(scoringSizer_);
  all->Add(scoring_, wxSizerFlags().Expand());
}

void KeyPanel::makeScoringRow() {
  const std::size_t number = rows_.size();
  ScoringRow row{};
  row.panel = new wxPanel(scoring_);
  row.panel->MoveBeforeInTabOrder(addScoring_);
  row.text = new wxTextCtrl(row.panel, wxID_ANY);
  row.text->SetHint(shown(say("评分要点")));
  nameForReaders(row.text, say("评分要点 {number}", "number"_a = number + 1));
  row.marks = new wxTextCtrl(row.panel, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(64, -1)), wxTE_RIGHT);
  row.marks->SetHint(shown(say("分值")));
  nameForReaders(row.marks, say("要点 {number} 的分值", "number"_a = number + 1));
  auto* remove = new wxButton(row.panel, wxID_ANY, wxString::FromUTF8("✕"), wxDefaultPosition, wxDefaultSize,
                              wxBU_EXACTFIT | wxBORDER_NONE);
  remove->SetToolTip(shown(say("删去这个要点")));
  remove->DisableFocusFromKeyboard();
  row.text->Bind(wxEVT_TEXT, [this, number](wxCommandEvent&) { scoringTyped(number); });
  row.marks->Bind(wxEVT_TEXT, [this, number](wxCommandEvent&) { scoringTyped(number); });
  remove->Bind(wxEVT_BUTTON, [this, number](wxCommandEvent&) {
    CallAfter([this, number] {
      auto points = points_;
      if (number < points.size()) points.erase(points.begin() + static_cast<std::ptrdiff_t>(number));
      told_.scoring(std::move(points), "");
    });
  });
  auto* sizer = new wxBoxSizer(wxHORIZONTAL);
  sizer->Add(row.text, wxSizerFlags(1).Expand());
  sizer->Add(row.marks, wxSizerFlags().Border(wxLEFT, FromDIP(4)));
  sizer->Add(remove, wxSizerFlags().Border(wxLEFT, FromDIP(4)));
  row.panel->SetSizer(sizer);
  scoringSizer_->Insert(rows_.size(), row.panel, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
  rows_.push_back(row);
}

// Marks that are no number stay on the screen, in red, and do not reach the bank.
void KeyPanel::scoringTyped(std::size_t number) {
  if (number >= points_.size()) return;
  auto points = points_;
  points[number].text = typed(rows_[number].text->GetValue());
  const std::string marks = typed(rows_[number].marks->GetValue());
  const auto parsed = marks.empty() ? std::optional(Marks()) : Marks::parse(marks);
  rows_[number].marks->SetForegroundColour(parsed ? wxColour() : inkOf(State::kEmpty));
  if (parsed) points[number].marks = *parsed;
  if (points != points_) told_.scoring(std::move(points), "scoring/" + std::to_string(number));
}

void KeyPanel::showScoring(const TheoryItem& item) {
  points_ = item.scoring;
  while (rows_.size() < points_.size()) makeScoringRow();
  const bool other = usedRows_ != points_.size();
  usedRows_ = points_.size();
  Marks total;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (rows_[i].panel->IsShown() != (i < usedRows_)) rows_[i].panel->Show(i < usedRows_);
    if (i >= usedRows_) continue;
    total += points_[i].marks;
    const wxString text = shown(points_[i].text);
    if (rows_[i].text->GetValue() != text) rows_[i].text->ChangeValue(text);
    const auto typedMarks = Marks::parse(typed(rows_[i].marks->GetValue()));
    if (typedMarks.value_or(Marks()) != points_[i].marks) {
      rows_[i].marks->ChangeValue(shown(points_[i].marks.str()));
      rows_[i].marks->SetForegroundColour(wxColour());
    }
  }
  const bool agrees = !item.marks || *item.marks == total;
  total_->SetLabelText(points_.empty() ? wxString()
                       : item.marks    ? shown(say("合计 {sum}，题分 {marks}", "sum"_a = total.str(),
                                                   "marks"_a = item.marks->str()))
                                       : shown(say("合计 {sum}", "sum"_a = total.str())));
  total_->SetForegroundColour(inkOf(agrees ? State::kGood : State::kEmpty));
  if (other) told_.grown();
}

void KeyPanel::show(const TheoryItem& item) {
  const bool judgement = item.type == ItemType::kTrueFalse;
  const bool blanks = item.type == ItemType::kFillIn;
  const bool answer = !judgement && !blanks && !formats::hasOptions(item.type);
  judgement_->Show(judgement);
  blanks_->Show(blanks);
  answer_->Show(answer);
  scoring_->Show(answer);
  if (judgement) {
    const auto* key = std::get_if<JudgementKey>(&item.key);
    wxRadioButton* wanted = key == nullptr ? open_ : key->correct ? right_ : wrong_;
    if (!wanted->GetValue()) wanted->SetValue(true);
  } else if (blanks) {
    const auto* key = std::get_if<FillInKey>(&item.key);
    // Spaces and empty lines that are being typed mean nothing to the key: they are left standing.
    const FillInKey showing = fillInKey(typed(blanks_->GetValue()));
    if (showing != (key == nullptr ? FillInKey{} : *key))
      blanks_->ChangeValue(key == nullptr ? wxString() : shown(fillInText(*key)));
  } else if (answer) {
    const auto* key = std::get_if<ReferenceKey>(&item.key);
    answer_->setWords(key == nullptr ? formats::RichText() : key->answer);
    showScoring(item);
  }
}

ProseField* KeyPanel::answer() const {
  return answer_->IsShown() ? answer_ : nullptr;
}

void KeyPanel::takeFocus(const std::string& field) {
  if (field.starts_with("scoring/")) {
    const auto row = static_cast<std::size_t>(std::strtoul(field.c_str() + 8, nullptr, 10));
    if (row < usedRows_) rows_[row].text->SetFocus();
  } else if (judgement_->IsShown()) {
    (wrong_->GetValue() ? wrong_ : right_)->SetFocus();
  } else if (blanks_->IsShown()) {
    blanks_->SetFocus();
  } else {
    answer_->SetFocus();
  }
}

}  // namespace tiku::editor
