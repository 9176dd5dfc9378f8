#include "editor/review/results_page.h"

#include <algorithm>

#include <fmt/format.h>
#include <wx/grid.h>
#include <wx/notebook.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/review/review_words.h"
#include "editor/review/rubric_chart.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/line_list.h"
#include "editor/widgets/table_grid.h"
#include "editor/widgets/words.h"
#include "editor/widgets/wrapped_text.h"
#include "formats/base/say.h"
#include "formats/compare/review_words.h"
#include "validators/rules/support/scope_names.h"
#include "workflows/history/changes.h"
#include "workflows/review/collect.h"
#include "workflows/review/statistics/description.h"

namespace tiku::editor {

using formats::Id;
using formats::Round;
using formats::say;
using formats::translate;
using formats::operator""_a;
using workflows::AngoffCut;
using workflows::Figure;
using workflows::NamedFigure;
using workflows::PanelScores;
using workflows::Voice;

namespace {

// What a line of figures says of one that is not known: the reason stands where the source would.
LineList::Line figureLine(const std::string& name, const Figure& figure, const std::string& source) {
  return {{name, figure.known() ? figure.str() : std::string("—"),
           figure.known() ? std::to_string(figure.units()) : std::string(),
           figure.known() ? source : figure.why()}};
}

}  // namespace

ResultsPage::ResultsPage(wxWindow* parent, Host& host)
    : ReviewPage(parent, host), items_([this](Id item) { this->host().goTo(placeOf(item, bank())); }) {
  sealed_ = new WrappedText(this);
  parts_ = new wxNotebook(this, wxID_ANY);
  parts_->AddPage(makeItems(parts_), headed(say("各题的意见")));
  parts_->AddPage(makeRubric(parts_), headed(say("评分表")));
  parts_->AddPage(makeAgreement(parts_), headed(say("一致性与及格线")));
  parts_->AddPage(makeWords(parts_), headed(say("总体意见")));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(sealed_, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
  all->Add(parts_, wxSizerFlags(1).Expand());
  SetSizer(all);
}

ResultsPage::~ResultsPage() = default;

wxWindow* ResultsPage::makeItems(wxWindow* parent) {
  auto* page = new wxPanel(parent);
  legend_ = new wxStaticText(page, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  legend_->SetForegroundColour(quietInk());
  table_ = new TableGrid(page, say("各题的意见"), items_);
  chosen_ = new wxStaticText(page, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  table_->onMoved([this] {
    const Id item = items_.itemOf(table_->row());
    const formats::Object* found = bank().object(item);
    chosen_->SetLabelText(found == nullptr ? wxString() : shown(workflows::objectName(*found)));
    if (!item.empty()) host().selectionMoved({.room = Room::kReview, .object = item, .field = "results"});
  });
  table_->grid()->Bind(wxEVT_GRID_CELL_LEFT_DCLICK,
                       [this](wxGridEvent& event) { items_.open(event.GetRow(), event.GetCol()); });
  table_->grid()->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    const bool enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
    if (!enter || items_.itemOf(table_->row()).empty()) return event.Skip();
    items_.open(table_->row(), 0);
  });
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(legend_, wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
  all->Add(table_, wxSizerFlags(1).Expand());
  all->Add(chosen_, wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
  page->SetSizer(all);
  return page;
}

wxWindow* ResultsPage::makeRubric(wxWindow* parent) {
  auto* page = new wxPanel(parent);
  chart_ = new RubricChart(page);
  rubric_ = new LineList(page, say("评分表"),
                         {{say("维度"), 80},
                          {say("条目"), 300, true},
                          {say("分值"), 56},
                          {say("平均分"), 66},
                          {say("标准差"), 66},
                          {say("最低—最高"), 90}});
  const int gap = FromDIP(12);
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(chart_, wxSizerFlags().Expand().Border(wxALL, gap));
  all->Add(rubric_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  page->SetSizer(all);
  return page;
}

wxWindow* ResultsPage::makeAgreement(wxWindow* parent) {
  auto* page = new wxPanel(parent);
  deviation_ = new WrappedText(page);
  figures_ =
      new LineList(page, say("一致性"),
                   {{say("指标"), 240}, {say("数值"), 64}, {say("题数"), 50}, {say("说明"), 350, true}});
  lines_ = new LineList(
      page, say("及格线"),
      {{say("等级"), 90}, {say("建议及格线"), 110}, {say("标准误"), 110}, {say("说明"), 370, true}});
  const int gap = FromDIP(12);
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(deviation_, wxSizerFlags().Expand().Border(wxALL, gap));
  all->Add(figures_, wxSizerFlags(3).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  all->Add(lines_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  page->SetSizer(all);
  return page;
}

wxWindow* ResultsPage::makeWords(wxWindow* parent) {
  auto* page = new wxPanel(parent);
  words_ = new LineList(page, say("总体意见"),
                        {{say("专家"), 90},
                         {say("阶段"), 90},
                         {say("评分"), 90},
                         {say("意见数"), 70},
                         {say("回避声明"), 120},
                         {say("总体意见"), 230, true}});
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(words_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(12)));
  page->SetSizer(all);
  return page;
}

void ResultsPage::show(Id id) {
  const auto* round = bank().find<Round>(id);
  if (round != nullptr) {
    items_.follow(bank(), *round);
  } else {
    items_.follow(bank(), Round());
  }
  const bool opened = items_.rows() > 0;
  parts_->Show(opened);
  sealed_->Show(!opened);
  if (!opened) showSealed(round);
  table_->reload();
  if (opened) {
    legend_->SetLabelText(
        shown(say("分歧最大的在前。各位专家的格子：意见、相关性（1 到 4）、难度（刚合格的人里有多少能答对）。"
                  "双击到试题去。")));
    legend_->SetToolTip(legend_->GetLabelText());
    showRubric(*round);
    showAgreement(*round);
    showWords(*round);
  }
  Layout();
}

void ResultsPage::showSealed(const Round* round) {
  const std::string words =
      round == nullptr
          ? say("还没有评审轮次。在“轮次”里开始一轮。")
          : say("意见还没有启封，谁也看不到。到齐之后，或者由组长写明理由，在“邀请与收回”里启封。");
  sealed_->tell(words);
}

void ResultsPage::showRubric(const Round& round) {
  const PanelScores scores = workflows::panelScores(bank(), round, Voice::kFinal);
  chart_->show(round.rubric, scores);
  std::vector<LineList::Line> lines;
  double sum = 0;
  bool whole = !round.rubric.lines.empty();
  for (std::size_t i = 0; i < round.rubric.lines.size(); ++i) {
    const formats::RubricLine& line = round.rubric.lines[i];
    const workflows::Description given = workflows::describe(scores.rubric.ofUnit(i));
    whole = whole && given.mean.known();
    if (given.mean.known()) sum += given.mean.value();
    lines.push_back(
        {{line.dimension, line.text, line.marks.str(), given.mean.str(1), given.spread.str(2),
          given.lowest.known() ? given.lowest.str(1) + "—" + given.highest.str(1) : std::string("—")}});
  }
  lines.push_back({{say("合计"), "", round.rubric.total().str(), whole ? fmt::format("{:.1f}", sum) : "—"}});
  for (LineList::Line& line : lines) line.cells.resize(6);
  rubric_->show(std::move(lines));
}

void ResultsPage::showAgreement(const Round& round) {
  const PanelScores alone = workflows::panelScores(bank(), round, Voice::kAlone);
  const workflows::PanelStatistics statistics = workflows::panelStatistics(alone, round.rubric);
  std::vector<LineList::Line> lines;
  for (const NamedFigure& one : workflows::namedFigures(statistics))
    lines.push_back(figureLine(translate(one.name), one.figure, translate(one.source)));
  figures_->show(std::move(lines));
  std::string words;
  for (const std::string& sentence : workflows::deviationWords(round, alone, statistics))
    words += (words.empty() ? "" : "\n") + sentence;
  const bool deviates = !words.empty();
  if (words.empty()) {
    words = alone.experts.size() < 3 ? say("三位专家才能看出谁偏离。")
                                     : say("没有偏离的专家：宽严和次序都在 1 % 的临界值之内（ISO 5725-2）。");
  } else {
    words += "\n" + say("偏离不是错误，它提醒组长去看那些题。");
  }
  deviation_->tell(words);
  deviation_->SetForegroundColour(deviates ? inkOf(State::kShort) : wxNullColour);
  const PanelScores final = workflows::panelScores(bank(), round, Voice::kFinal);
  std::vector<LineList::Line> cuts;
  for (const formats::Level level : bank().info().levels) {
    const AngoffCut cut = workflows::passLine(bank(), final, level);
    cuts.push_back(
        {{validators::levelWord(level), cut.percent.known() ? cut.percent.str(1) + " %" : "—",
          cut.standardError.known() ? say("{n} 分", "n"_a = cut.standardError.str(2)) : "—",
          cut.percent.known() ? say("依据 {n} 道题的难度估计（Angoff, 1971）", "n"_a = cut.percent.units())
                              : cut.percent.why()}});
  }
  lines_->show(std::move(cuts));
}

void ResultsPage::showWords(const Round& round) {
  std::vector<LineList::Line> lines;
  for (const formats::Invitation& invitation : round.invitations) {
    const auto* submission = bank().find<formats::Submission>(invitation.id);
    if (submission == nullptr || !submission->answers) continue;
    const formats::ExpertAnswers& said = *submission->answers;
    formats::Marks total;
    for (const formats::RubricScore& score : said.rubric) total += score.marks;
    lines.push_back({{workflows::memberName(round, invitation.expert), wordOf(invitation.phase),
                      total.str() + " / " + round.rubric.total().str(),
                      std::to_string(said.annotations.size()), said.conflict, said.comment}});
  }
  for (const Id broken : workflows::brokenCommitments(bank(), round)) {
    const formats::Invitation* invitation = round.invitation(broken);
    lines.push_back({{workflows::memberName(round, invitation->expert), wordOf(invitation->phase), "", "", "",
                      say("“{name}”启封后的意见与收到时记下的凭证不符，被改过。",
                          "name"_a = workflows::memberName(round, invitation->expert))},
                     State::kEmpty});
  }
  words_->show(std::move(lines));
}

bool ResultsPage::copy() {
  return table_->IsShownOnScreen() && table_->hasKeyboard() && table_->copy();
}

bool ResultsPage::find() {
  if (!parts_->IsShown()) return false;
  parts_->SetSelection(0);
  table_->find();
  return true;
}

}  // namespace tiku::editor
