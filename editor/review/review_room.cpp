#include "editor/review/review_room.h"

#include <algorithm>

#include <wx/notebook.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/review/conclusion_page.h"
#include "editor/review/draw_page.h"
#include "editor/review/exchange_page.h"
#include "editor/review/opinions_page.h"
#include "editor/review/pool_page.h"
#include "editor/review/results_page.h"
#include "editor/review/rounds_page.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "formats/compare/review_words.h"

namespace tiku::editor {

using formats::Id;
using formats::Round;
using formats::say;
using formats::operator""_a;

ReviewRoom::ReviewRoom(wxWindow* parent, Host& host)
    : Workspace(parent, host), deeds_(this, host, [this](const std::string& page) {
        showPage(page);
        refresh();
        this->host().selectionMoved(place());
      }) {
  state_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  state_->SetFont(state_->GetFont().Bold());
  pages_ = new wxNotebook(this, wxID_ANY);
  rounds_ = new RoundsPage(pages_, host, deeds_, [this](Id round) { choose(round); });
  conclusion_ = new ConclusionPage(pages_, host, deeds_);
  addPage("rounds", say("轮次"), rounds_);
  opinions_ = new OpinionsPage(pages_, host);
  addPage("pool", say("专家库"), new PoolPage(pages_, host));
  addPage("draw", say("抽取专家"), new DrawPage(pages_, host));
  addPage("exchange", say("邀请与收回"), new ExchangePage(pages_, host, deeds_));
  addPage("results", say("结果"), new ResultsPage(pages_, host));
  addPage("opinions", say("意见与整改"), opinions_);
  addPage("conclusion", say("结论与报告"), conclusion_);
  const int gap = FromDIP(12);
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(state_, wxSizerFlags().Expand().Border(wxALL, gap));
  all->Add(pages_, wxSizerFlags(1).Expand());
  SetSizer(all);
  pages_->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
    event.Skip();
    if (!IsShown()) return;
    refresh();
    this->host().selectionMoved(place());
  });
}

void ReviewRoom::addPage(const std::string& name, const std::string& title, ReviewPage* page) {
  list_.push_back({name, page});
  pages_->AddPage(page, headed(title));
}

ReviewPage& ReviewRoom::page() const {
  return *list_[static_cast<std::size_t>(std::max(0, pages_->GetSelection()))].page;
}

void ReviewRoom::showPage(std::string_view name) {
  const auto found = std::ranges::find(list_, name, &Page::name);
  if (found != list_.end()) pages_->ChangeSelection(static_cast<std::size_t>(found - list_.begin()));
}

Place ReviewRoom::place() const {
  return {.room = Room::kReview,
          .object = round_,
          .field = list_[static_cast<std::size_t>(std::max(0, pages_->GetSelection()))].name};
}

void ReviewRoom::go(const Place& place) {
  if (bank().find<Round>(place.object) != nullptr) round_ = place.object;
  const auto* opinion = bank().find<formats::Opinion>(place.object);
  if (opinion != nullptr) round_ = opinion->round;
  if (place.object == formats::Experts::kId) showPage("pool");
  if (place.object == formats::PanelDraws::kId) showPage("draw");
  showPage(opinion == nullptr ? place.field : "opinions");
  refresh();
  if (opinion != nullptr) opinions_->choose(opinion->id);
}

void ReviewRoom::bankChanged(std::span<const formats::Change>) {
  outOfDate();
}

void ReviewRoom::outOfDate() {
  if (!IsShown() || refreshing_) return;
  refreshing_ = true;
  CallAfter([this] {
    refreshing_ = false;
    if (IsShown()) refresh();
  });
}

void ReviewRoom::refresh() {
  if (bank().find<Round>(round_) == nullptr) {
    // The one that was begun last is most likely meant.
    std::shared_ptr<const Round> latest;
    for (const auto& round : bank().all<Round>()) {
      const auto begun = [](const Round& one) {
        return one.steps.empty() || !one.steps.front().on ? std::string() : one.steps.front().on->str();
      };
      if (latest == nullptr || begun(*latest) < begun(*round)) latest = round;
    }
    round_ = latest == nullptr ? Id() : latest->id;
  }
  const auto* round = bank().find<Round>(round_);
  state_->SetLabelText(shown(round == nullptr ? say("还没有评审轮次。")
                                              : say("评审“{title}”：{state}", "title"_a = round->title,
                                                    "state"_a = wordOf(round->state()))));
  host().attempt([this] { page().show(round_); });
}

void ReviewRoom::choose(Id round) {
  if (round == round_) return;
  round_ = round;
  refresh();
  host().selectionMoved(place());
}

void ReviewRoom::finishTyping() {
  page().finishTyping();
}

std::vector<Command> ReviewRoom::commands() {
  const auto hasRound = [this] { return bank().find<Round>(round_) != nullptr; };
  return {
      {say("新的轮次(&N)…"), "Ctrl+N", say("受理一轮评审：送审的版本、专家组、期限和评分表。"),
       [this] { rounds_->begin(); }},
      {},
      {say("写《自建题库评估报告》(&E)…"), "", say("写成 Word 文档；还没有结论时是草稿。"),
       [this] { write(workflows::ReportKind::kEvaluation); }, hasRound, false},
      {say("写《专家评审意见》(&M)…"), "", say("每条意见，连同位置、程度和怎样处理的。"),
       [this] { write(workflows::ReportKind::kOpinions); }, hasRound, false},
      {say("写《整改报告》(&R)…"), "", say("每条整改意见，谁答复，改了什么，专家怎样认定。"),
       [this] { write(workflows::ReportKind::kRectification); }, hasRound, false},
  };
}

void ReviewRoom::write(workflows::ReportKind kind) {
  showPage("conclusion");
  refresh();
  conclusion_->write(kind);
}

}  // namespace tiku::editor
