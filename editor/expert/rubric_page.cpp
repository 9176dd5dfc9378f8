#include "editor/expert/rubric_page.h"

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/expert/card_text.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "formats/base/trim.h"

namespace tiku::editor {

using formats::Marks;
using formats::RubricLine;
using formats::RubricScore;
using formats::say;
using formats::operator""_a;

RubricPage::RubricPage(wxWindow* parent, ExpertHost& host)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL),
      host_(host) {
  SetScrollRate(0, FromDIP(12));
  nameForReaders(this, say("评分表"));
  const formats::Rubric& rubric = host.session().task().rubric;
  auto* column = new wxBoxSizer(wxVERTICAL);
  auto* title = new wxStaticText(this, wxID_ANY, shown(rubric.title));
  title->SetFont(title->GetFont().Scaled(1.3F).Bold());
  column->Add(title, wxSizerFlags().Expand().Border(wxTOP, FromDIP(16)));
  if (!rubric.source.empty()) {
    auto* source = new wxStaticText(this, wxID_ANY, shown(rubric.source), wxDefaultPosition, wxSize(1, -1),
                                    wxST_ELLIPSIZE_END);
    source->SetToolTip(shown(rubric.source));
    source->SetForegroundColour(quietInk());
    column->Add(source, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
  }
  std::string dimension;
  for (const RubricLine& line : rubric.lines) {
    if (sums_.empty() || line.dimension != dimension) {
      dimension = line.dimension;
      auto* head = new wxBoxSizer(wxHORIZONTAL);
      auto* words = new wxStaticText(this, wxID_ANY, shown(dimension));
      words->SetFont(words->GetFont().Scaled(1.1F).Bold());
      auto* sum = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(120, -1)),
                                   wxALIGN_RIGHT | wxST_NO_AUTORESIZE);
      sum->SetFont(sum->GetFont().Bold());
      head->Add(words, wxSizerFlags(1).CenterVertical());
      head->Add(sum, wxSizerFlags().CenterVertical());
      column->Add(head, wxSizerFlags().Expand().Border(wxTOP, FromDIP(20)));
      sums_.emplace_back(dimension, sum);
    }
    addLine(column, line);
  }
  auto* foot = new wxBoxSizer(wxHORIZONTAL);
  auto* all = new wxStaticText(this, wxID_ANY, shown(say("总分")));
  all->SetFont(all->GetFont().Scaled(1.2F).Bold());
  total_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(160, -1)),
                            wxALIGN_RIGHT | wxST_NO_AUTORESIZE);
  total_->SetFont(all->GetFont());
  foot->Add(all, wxSizerFlags(1).CenterVertical());
  foot->Add(total_, wxSizerFlags().CenterVertical());
  column->Add(foot, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(20)));
  auto* centred = new wxBoxSizer(wxHORIZONTAL);
  centred->AddStretchSpacer(1);
  column->SetMinSize(FromDIP(wxSize(760, -1)));
  centred->Add(column, wxSizerFlags(4).Border(wxLEFT | wxRIGHT, FromDIP(16)));
  centred->AddStretchSpacer(1);
  SetSizer(centred);
  follow();
}

void RubricPage::addLine(wxSizer* into, const RubricLine& line) {
  const int gap = FromDIP(8);
  Row row{line, nullptr, nullptr, nullptr};
  auto* words = new wxStaticText(this, wxID_ANY, shown(line.text));
  wxFont font = words->GetFont();
  font.SetPointSize(host_.textSize());
  words->SetFont(font);
  words->Wrap(FromDIP(560));
  row.marks = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(56, -1)), wxTE_RIGHT);
  row.marks->SetMaxLength(6);
  nameForReaders(row.marks,
                 say("{line}：分数，满分 {most}", "line"_a = line.text, "most"_a = line.marks.str()));
  auto* most = new wxStaticText(this, wxID_ANY, shown("/ " + line.marks.str()), wxDefaultPosition,
                                FromDIP(wxSize(40, -1)));
  most->SetForegroundColour(quietInk());
  row.comment = new SentenceField(this, say("{line}：说明", "line"_a = line.text), host_.textSize(), 1);
  row.comment->SetHint(shown(say("说明（可以不写）")));
  row.wrong =
      new wxStaticText(this, wxID_ANY, shown(say("请写 0 至 {most} 的分数。", "most"_a = line.marks.str())));
  row.wrong->SetForegroundColour(inkOf(State::kEmpty));
  row.wrong->Hide();
  auto* first = new wxBoxSizer(wxHORIZONTAL);
  first->Add(words, wxSizerFlags(1).CenterVertical());
  first->Add(row.marks, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  first->Add(most, wxSizerFlags().CenterVertical().Border(wxLEFT, gap / 2));
  into->Add(first, wxSizerFlags().Expand().Border(wxTOP, gap));
  into->Add(row.wrong, wxSizerFlags().Right());
  into->Add(row.comment, wxSizerFlags().Expand().Border(wxTOP, gap / 2));
  std::string others;
  for (const OtherExpert& other : host_.session().others()) {
    const RubricScore* score = workflows::rubricScoreOf(other.answers(), line.id);
    if (score == nullptr) continue;
    others += (others.empty() ? "" : "　") +
              say("{name} {marks} 分", "name"_a = other.name, "marks"_a = score->marks.str());
    if (!score->comment.empty()) others += "（" + score->comment + "）";
  }
  if (!others.empty()) {
    auto* text = new wxStaticText(this, wxID_ANY, shown(others));
    text->SetForegroundColour(quietInk());
    text->Wrap(FromDIP(660));
    into->Add(text, wxSizerFlags().Border(wxTOP, gap / 2));
  }
  const std::size_t number = rows_.size();
  row.marks->Bind(wxEVT_TEXT, [this, number](wxCommandEvent&) { read(number, true); });
  row.comment->onTyped([this, number](const std::string&) { read(number, false); });
  const bool enabled = host_.session().readOnlyReason().empty();
  row.marks->Enable(enabled);
  row.comment->Enable(enabled);
  rows_.push_back(std::move(row));
}

// A line is scored once it has marks; until then its comment waits here.
void RubricPage::read(std::size_t number, bool marksTyped) {
  const Row& row = rows_[number];
  const std::string words(formats::trimmed(typed(row.marks->GetValue())));
  const auto marks = Marks::parse(words);
  const bool good = words.empty() || (marks && *marks <= row.line.marks && *marks >= Marks());
  if (row.wrong->IsShown() == good) {
    row.wrong->Show(!good);
    layOutAround(row.wrong);
  }
  if (!good) return;
  std::optional<RubricScore> now;
  if (marks) now = RubricScore{row.line.id, *marks, row.comment->words(), {}};
  const RubricScore* before = workflows::rubricScoreOf(host_.session().answers(), row.line.id);
  if ((before == nullptr && !now) || (before != nullptr && now && *before == *now)) return;
  if (!host_.change(workflows::RubricEntry{row.line.id, now}, say("填评分表"),
                    (marksTyped ? "marks/" : "line/") + row.line.id))
    follow();
}

void RubricPage::follow() {
  for (Row& row : rows_) {
    const RubricScore* score = workflows::rubricScoreOf(host_.session().answers(), row.line.id);
    const std::string words(formats::trimmed(typed(row.marks->GetValue())));
    const auto there = Marks::parse(words);
    // "8.0" and "8" say the same; what is no number yet stays.
    const bool same = score == nullptr ? words.empty() : there && *there == score->marks;
    if (!same && !row.wrong->IsShown())
      row.marks->ChangeValue(score == nullptr ? wxString() : shown(score->marks.str()));
    if (score != nullptr) row.comment->setWords(score->comment);
  }
  showSums();
}

void RubricPage::showSums() {
  Marks total;
  for (const auto& [dimension, text] : sums_) {
    Marks sum;
    Marks most;
    for (const Row& row : rows_) {
      if (row.line.dimension != dimension) continue;
      most += row.line.marks;
      const RubricScore* score = workflows::rubricScoreOf(host_.session().answers(), row.line.id);
      if (score != nullptr) sum += score->marks;
    }
    total += sum;
    text->SetLabelText(shown(sum.str() + " / " + most.str()));
  }
  total_->SetLabelText(shown(total.str() + " / " + host_.session().task().rubric.total().str()));
}

void RubricPage::go(const std::string& line) {
  for (const Row& row : rows_) {
    const bool wanted = line.empty() ? row.marks->IsEmpty() : row.line.id == line;
    if (!wanted) continue;
    row.marks->SetFocus();
    int perLine = 1;
    GetScrollPixelsPerUnit(nullptr, &perLine);
    const int top = CalcUnscrolledPosition(row.marks->GetPosition()).y - FromDIP(80);
    Scroll(0, std::max(0, top) / std::max(1, perLine));
    return;
  }
}

}  // namespace tiku::editor
