#include "editor/review/new_round_dialog.h"

#include <algorithm>
#include <memory>

#include <wx/button.h>
#include <wx/choicdlg.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/spinctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/review/panel_table.h"
#include "editor/review/review_words.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/form.h"
#include "editor/widgets/native.h"
#include "editor/widgets/table_grid.h"
#include "editor/widgets/when.h"
#include "editor/widgets/words.h"
#include "editor/widgets/wrap.h"
#include "editor/workspace/host.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/history/repository.h"
#include "formats/package/rubric_file.h"
#include "workflows/review/draw/panel.h"

namespace tiku::editor {

using formats::Date;
using formats::Experts;
using formats::FormatError;
using formats::PanelDraw;
using formats::PanelDraws;
using formats::Period;
using formats::Revision;
using formats::say;
using formats::operator""_a;
using workflows::BegunRound;
using workflows::RoundOrder;

namespace {

constexpr int kMostVersions = 50;
constexpr int kDialogWidth = 560;

std::string versionLine(const Revision& revision) {
  const std::string first = revision.message.substr(0, revision.message.find('\n'));
  std::string line = dayAndTime(revision.time, revision.offsetMinutes) + "　" + first;
  return revision.tags.empty() ? line : revision.tags.front() + "　" + line;
}

class NewRoundDialog final : public wxDialog {
 public:
  NewRoundDialog(wxWindow* parent, Host& host)
      : wxDialog(parent, wxID_ANY, shown(say("新的评审轮次")), wxDefaultPosition, wxDefaultSize,
                 wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
        host_(host),
        revisions_(formats::Repository::open(host.document().path()).log(kMostVersions)),
        pool_(host.document().bank().get<Experts>(Experts::kId)),
        panel_(pool_, [this] { panelChanged(); }) {
    auto* form = new Form(this);
    addWhat(form);
    addWhen(form);
    table_ = new TableGrid(this, say("专家组"), panel_);
    table_->SetMinSize(FromDIP(wxSize(kDialogWidth, 170)));
    table_->onRemoveRows([this] {
      const std::vector<int> rows = table_->selectedRows();
      if (!rows.empty()) panel_.remove(rows.front(), static_cast<int>(rows.size()));
    });
    problem_ = new wxStaticText(this, wxID_ANY, {});
    problem_->SetForegroundColour(inkOf(State::kEmpty));
    problem_->Hide();
    auto* content = new wxBoxSizer(wxVERTICAL);
    const int gap = FromDIP(12);
    content->Add(form, wxSizerFlags().Expand());
    content->Add(makePanelLine(), wxSizerFlags().Expand().Border(wxTOP, gap));
    content->Add(table_, wxSizerFlags(1).Expand().Border(wxTOP, gap / 2));
    content->Add(problem_, wxSizerFlags().Expand().Border(wxTOP, gap / 2));
    foot_.emplace(this, content, say("受理(&A)"));
    takeLatestDraw();
    look();
    Bind(wxEVT_TEXT, [this](wxCommandEvent&) { look(); });
    Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { look(); });
    Bind(wxEVT_SPINCTRL, [this](wxSpinEvent&) { look(); });
    foot_->button()->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { begin(); });
    Fit();
    SetMinSize(GetSize());
    title_->SetFocus();
    CentreOnParent();
  }
  ~NewRoundDialog() override { task_.cancel(); }

  [[nodiscard]] std::optional<BegunRound> begun() const { return begun_; }

 private:
  void addWhat(Form* form) {
    title_ = form->field(say("名称(&T)"), {}, say("例如：2026年报备评审"));
    std::vector<std::string> versions;
    for (const Revision& revision : revisions_) versions.push_back(versionLine(revision));
    version_ = form->choice(say("送审版本(&V)"), versions, 0);
    version_->SetMinSize(FromDIP(wxSize(320, -1)));
    const bool clean =
        !host_.document().modified() && host_.document().checkInState().kind == CheckInState::Kind::kClean;
    if (!clean) {
      auto* unseen = new wxStaticText(this, wxID_ANY, shown(say("没有签入的改动不在送审的版本里。")));
      unseen->SetForegroundColour(inkOf(State::kShort));
      form->AddSpacer(0);
      form->Add(unseen);
    }
    scope_ = form->choice(say("范围(&S)"), {say("整个题库"), say("抽取的样本")}, 0);
    nonce_ = form->field(say("抽样随机数(&N)"), {}, say("主管部门给出的随机数"));
    const auto& rules = host_.document().checker().profile().panel();
    perItem_ = new wxSpinCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxSP_ARROW_KEYS, 1, 99,
                              rules ? rules->perItem : 3);
    form->row(say("每题至少几位专家(&E)"), perItem_);
    std::vector<std::string> rubrics;
    for (const std::string& name : formats::rubricNames()) {
      rubricNames_.push_back(name);
      const formats::Rubric rubric = formats::loadRubric(name);
      rubrics.push_back(rubric.source.empty() ? rubric.title : rubric.title + "（" + rubric.source + "）");
    }
    rubric_ = form->choice(say("评分表(&U)"), rubrics, 0);
  }

  void addWhen(Form* form) {
    by_ = form->field(say("受理人(&P)"), host_.personName());
    on_ = form->field(say("受理日期(&D)"), dayToday().str(), "2026-03-01");
    // The figure of the profile, with its clause; a profile without one asks for it.
    const auto* limit = host_.document().checker().profile().deadline("evaluation");
    const bool workingDays = limit == nullptr || limit->period.unit == Period::Unit::kWorkingDays;
    period_ = limit == nullptr ? Period{10, Period::Unit::kWorkingDays} : limit->period;
    clause_ = limit == nullptr ? say("规则文件没有规定") : limit->clause;
    days_ = new wxSpinCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxSP_ARROW_KEYS, 1, 999,
                           period_.count);
    due_ = new wxStaticText(this, wxID_ANY, {});
    due_->SetForegroundColour(quietInk());
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(days_, wxSizerFlags().CenterVertical());
    line->Add(due_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, FromDIP(8)));
    form->row(workingDays ? say("几个工作日内交意见(&W)") : say("几日内交意见(&W)"), line);
    nameForReaders(days_, workingDays ? say("几个工作日内交意见") : say("几日内交意见"));
    reason_ = form->field(say("受理意见(&R)"));
  }

  wxSizer* makePanelLine() {
    const auto* draws = host_.document().bank().find<PanelDraws>(PanelDraws::kId);
    std::vector<std::string> lines{say("手工填写")};
    if (draws != nullptr) {
      for (auto draw = draws->draws.rbegin(); draw != draws->draws.rend(); ++draw) {
        draws_.push_back(*draw);
        lines.push_back(
            say("抽取记录 {date}，随机数 {nonce}", "date"_a = dateText(draw->on), "nonce"_a = draw->nonce));
      }
    }
    source_ = new wxChoice(this, wxID_ANY);
    for (const std::string& line : lines) source_->Append(shown(line));
    source_->SetSelection(0);
    nameForReaders(source_, say("专家组取自"));
    source_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
      event.Skip();
      if (source_->GetSelection() > 0) takeDraw(source_->GetSelection() - 1);
    });
    auto* fromPool = new wxButton(this, wxID_ANY, shown(say("从专家库添加(&L)…")));
    fromPool->Enable(pool_ != nullptr && !pool_->experts.empty());
    fromPool->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { addFromPool(); });
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(new wxStaticText(this, wxID_ANY, shown(say("专家组(&M)"))), wxSizerFlags().CenterVertical());
    line->Add(source_, wxSizerFlags(1).CenterVertical().Border(wxLEFT | wxRIGHT, FromDIP(8)));
    line->Add(fromPool);
    return line;
  }

  void takeLatestDraw() {
    if (draws_.empty()) return;
    source_->SetSelection(1);
    takeDraw(0);
  }
  void takeDraw(int which) { panel_.take(workflows::panelistsOf(draws_[static_cast<std::size_t>(which)])); }

  void addFromPool() {
    wxArrayString names;
    for (const formats::Expert& expert : pool_->experts)
      names.Add(shown(expert.name + "　" + expert.institution));
    wxMultiChoiceDialog dialog(this, shown(say("选要加进专家组的专家：")), shown(say("从专家库添加")), names);
    if (dialog.ShowModal() != wxID_OK) return;
    for (const int chosen : dialog.GetSelections())
      panel_.add(pool_->experts[static_cast<std::size_t>(chosen)]);
  }

  void panelChanged() {
    if (table_ == nullptr) return;
    table_->reload();
    look();
  }

  [[nodiscard]] Period period() const { return {days_->GetValue(), period_.unit}; }

  void look() {
    nonce_->Enable(scope_->GetSelection() == 1);
    const auto on = Date::parse(wordsOf(on_));
    if (on) {
      const workflows::Deadline due =
          workflows::deadlineAfter(workflows::WorkCalendar::china(), *on, period());
      due_->SetLabelText(
          shown(say("到 {date} 为止（{clause}）", "date"_a = due.day.str(), "clause"_a = clause_)));
      due_->SetToolTip(shown(due.caveat()));
    }
    // The regulation's number; the round itself refuses fewer than three.
    const auto& rules = host_.document().checker().profile().panel();
    const int least = rules ? rules->experts : 3;
    foot_->require(task_.running()                                          ? say("正在读送审的版本……")
                   : wordsOf(title_).empty()                                ? say("请写这一轮的名称。")
                   : scope_->GetSelection() == 1 && wordsOf(nonce_).empty() ? say("请写抽样的随机数。")
                   : wordsOf(by_).empty()                                   ? say("请写明由谁受理。")
                   : !on                                                    ? say("日期的写法是 2026-03-01。")
                   : panel_.rows() < least ? say("专家组至少 {n} 人（{clause}）。", "n"_a = least,
                                                 "clause"_a = rules ? rules->clause : "第十条（三）")
                                           : std::string());
  }

  void begin() {
    table_->finishTyping();
    look();
    if (!foot_->button()->IsEnabled()) return;
    RoundOrder order;
    order.title = wordsOf(title_);
    order.revision = revisions_[static_cast<std::size_t>(version_->GetSelection())].commit;
    if (scope_->GetSelection() == 1) order.sample = wordsOf(nonce_);
    order.panel = panel_.panel();
    order.perItem = perItem_->GetValue();
    order.period = period();
    order.rubric = formats::loadRubric(rubricNames_[static_cast<std::size_t>(rubric_->GetSelection())]);
    const workflows::Deed deed{wordsOf(by_), *Date::parse(wordsOf(on_)), wordsOf(reason_)};
    // Shared, since a result must be copyable on its way.
    task_ = host_.document().worker().run(
        [path = host_.document().path(), order, deed](TaskControl&) {
          return workflows::beginRound(path, order, deed);
        },
        {.done =
             [this](BegunRound begun) {
               begun_ = std::move(begun);
               EndModal(wxID_OK);
             },
         .failed =
             [this](const FormatError& error) {
               problem_->SetLabelText(wrapped(problem_, error.full(), GetClientSize().x - FromDIP(32)));
               problem_->Show();
               look();
               Layout();
             },
         .progress = {},
         .stillWanted = {}});
    look();
  }

  Host& host_;
  std::vector<Revision> revisions_;
  std::vector<std::string> rubricNames_;
  std::vector<PanelDraw> draws_;  ///< The latest first.
  std::shared_ptr<const Experts> pool_;
  PanelTable panel_;
  Period period_;
  std::string clause_;
  wxTextCtrl* title_ = nullptr;
  wxChoice* version_ = nullptr;
  wxChoice* scope_ = nullptr;
  wxTextCtrl* nonce_ = nullptr;
  wxSpinCtrl* perItem_ = nullptr;
  wxChoice* rubric_ = nullptr;
  wxTextCtrl* by_ = nullptr;
  wxTextCtrl* on_ = nullptr;
  wxSpinCtrl* days_ = nullptr;
  wxStaticText* due_ = nullptr;
  wxTextCtrl* reason_ = nullptr;
  wxChoice* source_ = nullptr;
  TableGrid* table_ = nullptr;
  wxStaticText* problem_ = nullptr;
  std::optional<DialogFoot> foot_;
  Task task_;
  std::optional<BegunRound> begun_;
};

}  // namespace

std::optional<BegunRound> askNewRound(wxWindow* parent, Host& host) {
  NewRoundDialog dialog(wxGetTopLevelParent(parent), host);
  if (dialog.ShowModal() != wxID_OK) return {};
  return dialog.begun();
}

}  // namespace tiku::editor
