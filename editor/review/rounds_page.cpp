#include "editor/review/rounds_page.h"

#include <algorithm>

#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/review/state_strip.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/line_list.h"
#include "editor/widgets/words.h"
#include "editor/widgets/wrap.h"
#include "formats/base/say.h"
#include "formats/base/today.h"
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

std::string dateText(const std::optional<Date>& date) {
  return date ? date->str() : std::string();
}

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

RoundsPage::RoundsPage(wxWindow* parent, Host& host, std::function<void(Id)> chosen)
    : ReviewPage(parent, host), chosen_(std::move(chosen)) {
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
  about_ = new wxPanel(this);
  strip_ = new StateStrip(about_);
  facts_ = new wxStaticText(about_, wxID_ANY, {});
  steps_ = new LineList(about_, say("评审进程"),
                        {{say("状态"), 90}, {say("日期"), 100}, {say("办理人"), 140}, {say("理由"), 360}});
  auto* about = new wxBoxSizer(wxVERTICAL);
  about->Add(strip_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  about->Add(facts_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  about->Add(steps_, wxSizerFlags(1).Expand().Border(wxALL, gap));
  about_->SetSizer(about);
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(list_, wxSizerFlags(2).Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  all->Add(about_, wxSizerFlags(3).Expand());
  SetSizer(all);
}

void RoundsPage::show(Id round) {
  showList(round);
  const auto* now = bank().find<Round>(round);
  about_->Show(now != nullptr);
  if (now != nullptr) showRound(*now);
  Layout();
}

void RoundsPage::showList(Id round) {
  const Date today = *Date::parse(formats::today());
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
  const bool late = workflows::progressOf(round, *Date::parse(formats::today())).late;
  strip_->show(round, late);
  facts_->SetLabelText(
      wrapped(facts_, factsOf(round), std::max(FromDIP(300), GetClientSize().x - FromDIP(24))));
  std::vector<LineList::Line> lines;
  for (const RoundStep& step : round.steps)
    lines.push_back({{wordOf(step.state), dateText(step.on), step.by, step.reason}});
  steps_->show(std::move(lines));
  about_->Layout();
}

}  // namespace tiku::editor
