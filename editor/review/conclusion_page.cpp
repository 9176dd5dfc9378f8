#include "editor/review/conclusion_page.h"

#include <algorithm>
#include <map>

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/utils.h>

#include "editor/review/deed_dialog.h"
#include "editor/review/next_steps.h"
#include "editor/review/review_words.h"
#include "editor/review/round_deeds.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/files.h"
#include "editor/widgets/line_list.h"
#include "editor/widgets/words.h"
#include "editor/widgets/wrapped_text.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/compare/review_words.h"
#include "formats/package/save.h"
#include "validators/checker/checker.h"
#include "workflows/review/begin.h"
#include "workflows/review/opinions.h"
#include "workflows/review/report/scores.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using formats::FormatError;
using formats::Id;
using formats::Opinion;
using formats::OpinionStatus;
using formats::Round;
using formats::RoundState;
using formats::say;
using formats::operator""_a;
using workflows::ReportKind;

namespace {

std::string reportTitle(ReportKind kind) {
  switch (kind) {
    case ReportKind::kEvaluation:
      return "自建题库评估报告";
    case ReportKind::kOpinions:
      return "专家评审意见";
    case ReportKind::kRectification:
      break;
  }
  return "整改报告";
}

State inkOfStatus(OpinionStatus status) {
  switch (status) {
    case OpinionStatus::kAgreed:
      return State::kGood;
    case OpinionStatus::kRejected:
      return State::kEmpty;
    case OpinionStatus::kOpen:
    case OpinionStatus::kAnswered:
      break;
  }
  return State::kNeutral;
}

// Who says whether the answer does: the expert himself, or the chair where there is none.
bool decidedByChair(const Round& round, const Opinion& opinion) {
  if (!opinion.owner) return true;
  const formats::Panelist* owner = round.panelist(*opinion.owner);
  return owner == nullptr || !owner->left.empty();
}

std::string deciderOf(const Round& round, const Opinion& opinion) {
  return decidedByChair(round, opinion) ? say("组长") : workflows::memberName(round, *opinion.owner);
}

}  // namespace

ConclusionPage::ConclusionPage(wxWindow* parent, Host& host, RoundDeeds& deeds)
    : ReviewPage(parent, host), deeds_(deeds) {
  layOut();
  opinions_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    if (const Round* now = round()) showButtons(*now);
  });
  opinions_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
    if (const Opinion* opinion = chosen()) this->host().goTo(placeOf(opinion->remark.anchor.object, bank()));
  });
}

void ConclusionPage::layOut() {
  const int gap = FromDIP(12);
  about_ = new WrappedText(this);
  steps_ = new NextSteps(this, deeds_);
  opinions_ = new LineList(this, say("整改意见"),
                           {{say("状态"), 64},
                            {say("程度"), 50},
                            {say("对象"), 168},
                            {say("意见"), 190, true},
                            {say("答复"), 150, true},
                            {say("认定人"), 76}});
  auto* deciding = new wxBoxSizer(wxHORIZONTAL);
  agree_ = new wxButton(this, wxID_ANY, shown(say("认可答复(&K)")));
  reject_ = new wxButton(this, wxID_ANY, shown(say("不认可(&J)…")));
  agree_->SetToolTip(
      shown(say("检查出的错误，和已经退出的专家的意见，由组长认定；别的由提出的专家在复核文件里认定。")));
  reject_->SetToolTip(agree_->GetToolTipText());
  agree_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { decide(true); });
  reject_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { decide(false); });
  deciding->Add(agree_, wxSizerFlags().Border(wxRIGHT, gap / 2));
  deciding->Add(reject_);
  auto* documents = new wxBoxSizer(wxHORIZONTAL);
  const auto report = [&](ReportKind kind, const std::string& words) {
    auto* button = new wxButton(this, wxID_ANY, shown(words));
    button->Bind(wxEVT_BUTTON, [this, kind](wxCommandEvent&) { write(kind); });
    documents->Add(button, wxSizerFlags().Border(wxRIGHT, gap / 2));
    reports_.push_back({kind, button});
  };
  report(ReportKind::kEvaluation, say("写《自建题库评估报告》(&E)…"));
  report(ReportKind::kOpinions, say("写《专家评审意见》(&M)…"));
  report(ReportKind::kRectification, say("写《整改报告》(&R)…"));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(about_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  all->Add(steps_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  all->Add(opinions_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  all->Add(deciding, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  all->Add(documents, wxSizerFlags().Border(wxALL, gap));
  SetSizer(all);
}

void ConclusionPage::show(Id id) {
  round_ = id;
  const Round* now = round();
  Enable(now != nullptr);
  if (now == nullptr) {
    about_->tell(say("还没有评审轮次。在“轮次”里开始一轮。"));
    opinions_->show({});
    return;
  }
  const workflows::RoundProgress progress = workflows::progressOf(*now, dayToday());
  std::map<OpinionStatus, int> counts;
  for (const auto& opinion : workflows::opinionsOf(bank(), *now)) ++counts[opinion->status];
  std::vector<std::string> words{say("本轮评审现在是“{state}”。", "state"_a = wordOf(now->state()))};
  if (!now->steps.empty() && !now->steps.back().reason.empty())
    words.push_back(say("理由：{reason}", "reason"_a = now->steps.back().reason) + "\n");
  if (progress.due && (now->state() == RoundState::kToRectify || now->state() == RoundState::kRectifying))
    words.push_back(progress.late ? say("整改期限是 {due}，已经逾期。", "due"_a = progress.due->str())
                                  : say("整改期限是 {due}。", "due"_a = progress.due->str()));
  for (const auto& [status, n] : counts)
    words.push_back(say("{status}的意见 {n} 条。", "status"_a = wordOf(status), "n"_a = n));
  about_->tell(inARow(words));
  about_->SetForegroundColour(progress.late ? inkOf(State::kEmpty) : wxNullColour);
  steps_->show(*now, !document().readOnly());
  showOpinions(*now);
  showButtons(*now);
  Layout();
}

void ConclusionPage::showOpinions(const Round& round) {
  std::vector<LineList::Line> lines;
  listed_.clear();
  for (const auto& opinion : workflows::opinionsOf(bank(), round)) {
    lines.push_back({{wordOf(opinion->status), wordOf(opinion->remark.gravity),
                      objectLine(bank(), opinion->remark.anchor.object), opinion->remark.comment,
                      opinion->answer, deciderOf(round, *opinion)},
                     inkOfStatus(opinion->status)});
    listed_.push_back(opinion->id);
  }
  opinions_->show(std::move(lines));
}

const Opinion* ConclusionPage::chosen() const {
  const int row = opinions_->chosen();
  return row < 0 || static_cast<std::size_t>(row) >= listed_.size()
             ? nullptr
             : bank().find<Opinion>(listed_[static_cast<std::size_t>(row)]);
}

void ConclusionPage::showButtons(const Round& round) {
  const Opinion* opinion = chosen();
  const bool decides = opinion != nullptr && !document().readOnly() &&
                       round.state() == RoundState::kRereview && decidedByChair(round, *opinion) &&
                       opinion->status != OpinionStatus::kOpen;
  agree_->Enable(decides);
  reject_->Enable(decides);
  const bool opened = !workflows::panelScores(bank(), round, workflows::Voice::kFinal).experts.empty();
  for (const Report& report : reports_) {
    report.button->Enable(!task_.running() &&
                          (report.kind == ReportKind::kRectification ? !listed_.empty() : opened));
  }
}

void ConclusionPage::decide(bool closed) {
  const Opinion* opinion = chosen();
  if (opinion == nullptr) return;
  const Id id = opinion->id;
  const auto answer = askDeed(this, host(),
                              {closed ? say("认可答复") : say("不认可答复"),
                               say("意见：{comment}", "comment"_a = opinion->remark.comment) + "\n" +
                                   say("答复：{answer}", "answer"_a = opinion->answer),
                               closed ? say("认可(&K)") : say("不认可(&J)"), !closed});
  if (!answer) return;
  host().attempt([&] {
    host().change(workflows::decideOpinion(bank(), *bank().find<Opinion>(id), closed, answer->deed));
  });
}

void ConclusionPage::write(ReportKind kind) {
  const Round* now = round();
  if (now == nullptr || task_.running()) return;
  const std::string title = reportTitle(kind);
  const auto file = askNewFile(wxGetTopLevelParent(this), say("写《{title}》", "title"_a = title),
                               bank().info().title + "-" + title + ".docx", {say("Word 文档"), "*.docx"});
  if (!file) return;
  host().note({"review", Note::Kind::kInfo, say("正在写《{title}》……", "title"_a = title)});
  task_ = document().worker().run(
      [bank = bank(), path = document().path(), round = bank().get<Round>(round_),
       profile = document().checker().profile(), kind, file = *file](const TaskControl& control) {
        const formats::Bank reviewed = workflows::reviewedBank(path, *round);
        const std::vector<validators::Finding> findings = kind == ReportKind::kEvaluation
                                                              ? validators::check(reviewed, profile)
                                                              : std::vector<validators::Finding>();
        control.check();
        const std::string bytes =
            workflows::reviewDocument(kind, {bank, reviewed, *round, profile, findings, {}});
        formats::writeFileSafely(file, bytes, true);
        return true;
      },
      {.done =
           [this, title, file = *file](bool) {
             host().note({"review",
                          Note::Kind::kInfo,
                          say("《{title}》写在 {file}。落款日期和签名留空，由人填写。", "title"_a = title,
                              "file"_a = file.string()),
                          {{say("打开"), [file] { wxLaunchDefaultApplication(shown(file.string())); }}}});
             show(round_);
           },
       .failed =
           [this](const FormatError& error) {
             host().note({"review", Note::Kind::kError, error.full()});
             show(round_);
           },
       .progress = {},
       .stillWanted = {}});
  showButtons(*now);
}

}  // namespace tiku::editor
