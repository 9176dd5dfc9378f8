#include "editor/review/rounds_page.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/sizer.h>

#include "editor/review/next_steps.h"
#include "editor/review/review_words.h"
#include "editor/review/round_deeds.h"
#include "editor/review/state_strip.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/line_list.h"
#include "editor/widgets/words.h"
#include "editor/widgets/wrapped_text.h"
#include "formats/base/say.h"
#include "formats/compare/review_words.h"
#include "workflows/review/round.h"

namespace tiku::editor {

using formats::Date;
using formats::Id;
using formats::Round;
using formats::RoundStep;
using formats::say;
using formats::wordOf;
using formats::operator""_a;

namespace {

// The latest first: that is the one that somebody works on.
std::vector<std::shared_ptr<const Round>> roundsOf(const formats::Bank& bank) {
  auto rounds = bank.all<Round>();
  std::ranges::stable_sort(rounds, std::ranges::greater(), [](const auto& round) {
    return round->steps.empty() ? std::string() : dateText(round->steps.front().on);
  });
  return rounds;
}

std::string factsOf(const Round& round) {
  const std::string version = round.tag.empty() ? round.commit.substr(0, 8) : round.tag;
  std::string words =
      round.scope == Round::Scope::kBank
          ? say("送审版本 {version}，整个题库 {n} 件，每题至少 {least} 位专家评。", "version"_a = version,
                "n"_a = round.objects.size(), "least"_a = round.perItem)
          : say("送审版本 {version}，抽样 {n} 件（随机数 {nonce}），每题至少 {least} 位专家评。",
                "version"_a = version, "n"_a = round.objects.size(), "nonce"_a = round.nonce,
                "least"_a = round.perItem);
  std::string panel;
  for (const formats::Panelist& member : round.panel) {
    if (!member.left.empty()) continue;
    panel += (panel.empty() ? "" : say("、")) +
             (member.chair ? say("{name}（组长）", "name"_a = member.name) : member.name);
  }
  return words + "\n" +
         say("专家组 {n} 人：{names}。评分表：{rubric}。", "n"_a = round.panelSize(), "names"_a = panel,
             "rubric"_a = round.rubric.title);
}

}  // namespace

RoundsPage::RoundsPage(wxWindow* parent, Host& host, RoundDeeds& deeds, std::function<void(Id)> chosen)
    : ReviewPage(parent, host), deeds_(deeds), chosen_(std::move(chosen)) {
  layOut();
  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    const int row = list_->chosen();
    if (row >= 0 && static_cast<std::size_t>(row) < listed_.size())
      chosen_(listed_[static_cast<std::size_t>(row)]);
  });
}

void RoundsPage::layOut() {
  const int gap = FromDIP(12);
  list_ = new LineList(this, say("评审轮次"),
                       {{say("名称"), 220},
                        {say("状态"), 90},
                        {say("受理"), 100},
                        {say("期限"), 140},
                        {say("专家"), 60},
                        {say("件数"), 60}});
  new_ = new wxButton(this, wxID_ANY, shown(say("新的轮次(&N)…")));
  new_->SetToolTip(shown(say("受理一轮评审：送审的版本、专家组、期限和评分表。")));
  new_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { begin(); });
  about_ = new wxPanel(this);
  strip_ = new StateStrip(about_);
  facts_ = new WrappedText(about_);
  next_ = new NextSteps(about_, deeds_);
  steps_ =
      new LineList(about_, say("评审进程"),
                   {{say("状态"), 90}, {say("日期"), 100}, {say("办理人"), 140}, {say("理由"), 360, true}});
  auto* about = new wxBoxSizer(wxVERTICAL);
  about->Add(strip_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  about->Add(facts_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  about->Add(next_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  about->Add(steps_, wxSizerFlags(1).Expand().Border(wxALL, gap));
  about_->SetSizer(about);
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(list_, wxSizerFlags(2).Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  all->Add(new_, wxSizerFlags().Border(wxLEFT | wxTOP, gap));
  all->Add(about_, wxSizerFlags(3).Expand());
  SetSizer(all);
}

void RoundsPage::show(Id round) {
  showList(round);
  const auto* now = bank().find<Round>(round);
  about_->Show(now != nullptr);
  new_->Enable(!document().readOnly());
  if (now != nullptr) showRound(*now);
  Layout();
}

void RoundsPage::begin() {
  deeds_.begin([this](Id round) { chosen_(round); });
}

void RoundsPage::showList(Id round) {
  const Date today = dayToday();
  std::vector<LineList::Line> lines;
  listed_.clear();
  int row = -1;
  for (const auto& one : roundsOf(bank())) {
    const workflows::RoundProgress progress = workflows::progressOf(*one, today);
    if (one->id == round) row = static_cast<int>(listed_.size());
    listed_.push_back(one->id);
    std::string due = dateText(progress.due);
    if (progress.late) due = say("{date}，已逾期", "date"_a = due);
    lines.push_back({{one->title, wordOf(one->state()),
                      one->steps.empty() ? std::string() : dateText(one->steps.front().on), due,
                      std::to_string(one->panelSize()), std::to_string(one->objects.size())},
                     progress.late ? State::kEmpty : State::kNeutral});
  }
  list_->show(std::move(lines));
  if (row >= 0 && list_->chosen() != row) list_->choose(row);
}

void RoundsPage::showRound(const Round& round) {
  const bool late = workflows::progressOf(round, dayToday()).late;
  strip_->show(round, late);
  facts_->tell(factsOf(round));
  std::vector<LineList::Line> lines;
  for (const RoundStep& step : round.steps)
    lines.push_back({{wordOf(step.state), dateText(step.on), step.by, step.reason}});
  steps_->show(std::move(lines));
  next_->show(round, !document().readOnly());
  about_->Layout();
}

}  // namespace tiku::editor
