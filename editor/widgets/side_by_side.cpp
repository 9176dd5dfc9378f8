#include "editor/widgets/side_by_side.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/marked_sides.h"
#include "editor/widgets/native.h"
#include "editor/widgets/small_button.h"
#include "editor/widgets/styled_words.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;

SideBySide::SideBySide(wxWindow* parent, std::function<void(const std::string&, Side)> take)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL),
      take_(std::move(take)) {
  SetBackgroundColour(groundOf(State::kNeutral));
  SetScrollRate(0, FromDIP(16));
  const int gap = FromDIP(8);
  sentence_ = new wxStaticText(this, wxID_ANY, {});
  sentence_->SetForegroundColour(quietInk());
  left_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  right_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  heads_ = new wxBoxSizer(wxHORIZONTAL);
  for (wxStaticText* head : {left_, right_}) {
    head->SetFont(head->GetFont().Bold());
    head->SetMinSize({0, -1});
    heads_->Add(head, wxSizerFlags(1).Border(wxLEFT, gap));
  }
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(sentence_, wxSizerFlags().Expand().Border(wxALL, gap));
  all->Add(heads_, wxSizerFlags().Expand().Border(wxTOP, gap));
  SetSizer(all);
  say({});
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    fitHeights();
  });
}

void SideBySide::makeRow(std::size_t number) {
  const int gap = FromDIP(8);
  Row made;
  made.head = new wxStaticText(this, wxID_ANY, {});
  made.head->SetFont(made.head->GetFont().Bold());
  made.head->SetForegroundColour(quietInk());
  made.note = new wxStaticText(this, wxID_ANY, {});
  made.note->SetForegroundColour(quietInk());
  made.takeLeft = smallButton(this, formats::say("恢复成左边的"));
  made.takeRight = smallButton(this, formats::say("恢复成右边的"));
  made.left = new StyledWords(this, {});
  made.right = new StyledWords(this, {});
  auto* line = new wxBoxSizer(wxHORIZONTAL);
  line->Add(made.head, wxSizerFlags().CenterVertical());
  line->Add(made.note, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  line->AddStretchSpacer();
  line->Add(made.takeLeft, wxSizerFlags().CenterVertical());
  line->Add(made.takeRight, wxSizerFlags().CenterVertical().Border(wxLEFT, gap / 2));
  auto* columns = new wxBoxSizer(wxHORIZONTAL);
  for (StyledWords* words : {made.left, made.right}) {
    letWheelThrough(words);
    words->SetMinSize({0, -1});
    columns->Add(words, wxSizerFlags(1).Expand());
  }
  made.whole = new wxBoxSizer(wxVERTICAL);
  made.whole->Add(line, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap));
  made.whole->Add(columns, wxSizerFlags().Expand());
  GetSizer()->Add(made.whole, wxSizerFlags().Expand().Border(wxTOP, gap));
  made.takeLeft->Bind(wxEVT_BUTTON, [this, number](wxCommandEvent&) {
    take_(std::string(rows_[number].field), Side::kLeft);
  });
  made.takeRight->Bind(wxEVT_BUTTON, [this, number](wxCommandEvent&) {
    take_(std::string(rows_[number].field), Side::kRight);
  });
  rows_.push_back(made);
}

SideBySide::Row& SideBySide::row(std::size_t number) {
  if (number == rows_.size()) makeRow(number);
  return rows_[number];
}

void SideBySide::fill(Row& row, const Field& field) {
  const std::string word = typed(headed(field.word));
  row.field = field.name;
  row.head->SetLabelText(shown(word));
  row.note->SetLabelText(shown(field.note));
  nameForReaders(row.left, formats::say("{field}：左边", "field"_a = field.word));
  nameForReaders(row.right, formats::say("{field}：右边", "field"_a = field.word));
  nameForReaders(row.takeLeft, formats::say("{field}：恢复成左边的", "field"_a = field.word));
  nameForReaders(row.takeRight, formats::say("{field}：恢复成右边的", "field"_a = field.word));
  auto [left, right] = markedSides(field.left, field.right);
  row.left->show(std::move(left));
  row.right->show(std::move(right));
  GetSizer()->Show(row.whole, true, true);
  row.takeLeft->Show(field.mayTakeLeft);
  row.takeRight->Show(field.mayTakeRight);
}

void SideBySide::show(const std::string& left, const std::string& right, const std::vector<Field>& fields) {
  Freeze();
  left_->SetLabelText(shown(left));
  right_->SetLabelText(shown(right));
  GetSizer()->Show(sentence_, false);
  GetSizer()->Show(heads_, true, true);
  for (std::size_t i = 0; i < fields.size(); ++i) fill(row(i), fields[i]);
  for (std::size_t i = fields.size(); i < rows_.size(); ++i) GetSizer()->Show(rows_[i].whole, false, true);
  shown_ = fields.size();
  width_ = 0;
  fitHeights();
  Scroll(0, 0);
  Thaw();
}

void SideBySide::say(const std::string& sentence) {
  sentence_->SetLabelText(shown(sentence));
  GetSizer()->Show(sentence_, !sentence.empty());
  GetSizer()->Show(heads_, false, true);
  for (Row& row : rows_) GetSizer()->Show(row.whole, false, true);
  shown_ = 0;
  FitInside();
  Layout();
}

// Every row as high as its longer side; the window scrolls, not the words in it.
void SideBySide::fitHeights() {
  const int width = GetClientSize().x / 2;
  if (width <= 0 || (width == width_ && shown_ > 0)) return;
  width_ = width;
  for (std::size_t i = 0; i < shown_; ++i) {
    const Row& row = rows_[i];
    const int height = std::max(heightOfWords(row.left, width), heightOfWords(row.right, width));
    for (StyledWords* words : {row.left, row.right}) words->SetMinSize({0, height + FromDIP(2)});
  }
  FitInside();
  Layout();
}

}  // namespace tiku::editor
