#include "editor/impact/update_head.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/gauge.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/native.h"
#include "editor/widgets/when.h"
#include "editor/widgets/words.h"
#include "editor/widgets/wrapped_text.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::Id;
using formats::say;
using formats::StandardUpdate;
using formats::operator""_a;
using validators::TaskState;
using workflows::UpdateDue;

namespace {

constexpr int kNearDays = 30;
constexpr int kGaugeRange = 1000;

std::size_t countOf(const workflows::WorkList& tasks, TaskState state) {
  return static_cast<std::size_t>(std::ranges::count(tasks.lines(), state, &workflows::TaskLine::state));
}

}  // namespace

std::string editionsOf(const StandardUpdate& update) {
  const std::string now = update.edition.empty() ? say("新标准") : update.edition;
  return update.previous.empty() ? now : update.previous + " → " + now;
}

std::string dueWords(const UpdateDue& due) {
  std::string words;
  if (due.day) {
    words = say("应在 {day} 前完成更新（{clause}）。", "day"_a = due.day->str(), "clause"_a = due.clause);
  }
  return words + due.basis;
}

UpdateHead::UpdateHead(wxWindow* parent, Deeds deeds) : wxPanel(parent), deeds_(std::move(deeds)) {
  const int gap = FromDIP(12);
  title_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  title_->SetFont(title_->GetFont().Scaled(1.2F).Bold());
  choice_ = new wxChoice(this, wxID_ANY);
  nameForReaders(choice_, say("哪一次更新"));
  begin_ = new wxButton(this, wxID_ANY, shown(say("开始新的更新(&N)…")));
  nameForReaders(begin_, say("开始新的更新"));
  urgency_ = new wxStaticText(this, wxID_ANY, {});
  urgency_->SetFont(urgency_->GetFont().Bold());
  due_ = new WrappedText(this);
  gauge_ = new wxGauge(this, wxID_ANY, kGaugeRange, wxDefaultPosition, FromDIP(wxSize(160, -1)));
  nameForReaders(gauge_, say("已处理的比例"));
  counts_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  auto* first = new wxBoxSizer(wxHORIZONTAL);
  first->Add(title_, wxSizerFlags(1).CenterVertical());
  first->Add(choice_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  first->Add(begin_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap / 2));
  auto* second = new wxBoxSizer(wxHORIZONTAL);
  second->Add(urgency_, wxSizerFlags().Border(wxRIGHT, gap));
  second->Add(due_, wxSizerFlags(1));
  auto* third = new wxBoxSizer(wxHORIZONTAL);
  third->Add(gauge_, wxSizerFlags().CenterVertical());
  third->Add(counts_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, gap));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(first, wxSizerFlags().Expand());
  all->Add(second, wxSizerFlags().Expand().Border(wxTOP, gap / 2));
  all->Add(third, wxSizerFlags().Expand().Border(wxTOP, gap / 2));
  SetSizer(all);
  choice_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    const auto at = static_cast<std::size_t>(choice_->GetSelection());
    if (at < updates_.size()) deeds_.choose(updates_[at]);
  });
  begin_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { deeds_.begin(); });
}

void UpdateHead::choices(const std::vector<std::shared_ptr<const StandardUpdate>>& updates, Id chosen) {
  wxArrayString lines;
  int at = wxNOT_FOUND;
  updates_.clear();
  for (const auto& update : updates) {
    const std::string day = update->begun ? update->begun->str() + "　" : std::string();
    lines.Add(shown(day + editionsOf(*update)));
    if (update->id == chosen) at = static_cast<int>(updates_.size());
    updates_.push_back(update->id);
  }
  if (lines != choice_->GetStrings()) choice_->Set(lines);
  choice_->SetSelection(at);
  choice_->Show(updates.size() > 1);
  Layout();
}

void UpdateHead::allowBegin(bool may) {
  begin_->Enable(may);
}

void UpdateHead::show(const StandardUpdate& update, const UpdateDue& due, const workflows::WorkList* tasks) {
  title_->SetLabelText(
      shown(say("《{title}》{editions}", "title"_a = update.title, "editions"_a = editionsOf(update))));
  if (tasks == nullptr) {
    urgency_->SetLabelText({});
    due_->tell(dueWords(due));
    gauge_->Pulse();
    counts_->SetLabelText(shown(say("正在核对……")));
    Layout();
    return;
  }
  const std::size_t all = tasks->lines().size();
  const std::size_t open = countOf(*tasks, TaskState::kOpen);
  gauge_->SetValue(all == 0 ? kGaugeRange : static_cast<int>((all - open) * kGaugeRange / all));
  counts_->SetLabelText(shown(say(
      "共 {n} 项：待处理 {open}，已修改 {changed}，已确认 {confirmed}，已删去或停用 {gone}。", "n"_a = all,
      "open"_a = open, "changed"_a = countOf(*tasks, TaskState::kChanged),
      "confirmed"_a = countOf(*tasks, TaskState::kConfirmed), "gone"_a = countOf(*tasks, TaskState::kGone))));
  showDue(due, open);
  Layout();
}

void UpdateHead::showDue(const UpdateDue& due, std::size_t open) {
  const auto left = due.daysLeft(dayToday());
  if (open == 0) {
    urgency_->SetLabelText(shown(say("全部处理完了")));
    urgency_->SetForegroundColour(inkOf(State::kGood));
  } else if (!left) {
    urgency_->SetLabelText({});
  } else if (*left < 0) {
    urgency_->SetLabelText(shown(say("已超过期限 {n} 天", "n"_a = -*left)));
    urgency_->SetForegroundColour(inkOf(State::kEmpty));
  } else {
    urgency_->SetLabelText(shown(say("还有 {n} 天", "n"_a = *left)));
    urgency_->SetForegroundColour(inkOf(*left <= kNearDays ? State::kShort : State::kNeutral));
  }
  due_->tell(dueWords(due));
}

}  // namespace tiku::editor
