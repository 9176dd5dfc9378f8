#include "editor/review/draw_page.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/spinctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/review/deed_dialog.h"
#include "editor/review/review_words.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/form.h"
#include "editor/widgets/line_list.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "editor/widgets/wrapped_text.h"
#include "formats/base/say.h"
#include "formats/compare/print.h"
#include "workflows/review/draw/panel.h"

namespace tiku::editor {

using formats::Experts;
using formats::Id;
using formats::PanelCandidate;
using formats::PanelDraw;
using formats::PanelDraws;
using formats::PanelRefusal;
using formats::say;
using formats::operator""_a;

namespace {

// What became of a candidate, and how it looks.
LineList::Line candidateLine(const PanelDraw& draw, const PanelCandidate& one, std::size_t rank) {
  const std::vector<Id> panel = workflows::panelOf(draw);
  const auto refusal = std::ranges::find(draw.refusals, one.expert, &PanelRefusal::expert);
  std::string outcome;
  State state = State::kNeutral;
  if (one.excluded) {
    outcome =
        say("排除：{reason}（{why}）", "reason"_a = formats::print::text(*one.excluded), "why"_a = one.why);
    state = State::kShort;
  } else if (refusal != draw.refusals.end()) {
    outcome = say("抽中，不能参加：{reason}", "reason"_a = refusal->reason);
    state = State::kEmpty;
  } else if (std::ranges::find(panel, one.expert) != panel.end()) {
    outcome = one.drawn ? say("抽中") : say("递补");
    state = State::kGood;
  } else {
    outcome = say("未抽中");
  }
  return {{std::to_string(rank), one.name, formats::print::text(one.kind), one.institution, one.qualification,
           outcome, one.rank.substr(0, 12)},
          state};
}

}  // namespace

DrawPage::DrawPage(wxWindow* parent, Host& host) : ReviewPage(parent, host) {
  layOut();
  make_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { draw(); });
  nonce_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { draw(); });
  which_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    draw_ = draws_[static_cast<std::size_t>(which_->GetSelection())];
    showDraw();
  });
  refuse_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { refuse(); });
  check_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { check(); });
  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { showDraw(); });
}

void DrawPage::layOut() {
  const int gap = FromDIP(12);
  pool_ = new WrappedText(this);
  pool_->SetForegroundColour(quietInk());
  nonce_ =
      new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(170, -1)), wxTE_PROCESS_ENTER);
  nonce_->SetHint(shown(say("主管部门给出的随机数")));
  nameForReaders(nonce_, say("抽取随机数"));
  experts_ = new wxSpinCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxSP_ARROW_KEYS, 1, 99, 3);
  nameForReaders(experts_, say("抽取人数"));
  make_ = new wxButton(this, wxID_ANY, shown(say("抽取(&D)")));
  which_ = new wxChoice(this, wxID_ANY);
  nameForReaders(which_, say("抽取记录"));
  about_ = new WrappedText(this);
  list_ = new LineList(this, say("候选专家"),
                       {{say("名次"), 44},
                        {say("姓名"), 70},
                        {say("类别"), 104, true},
                        {say("工作单位"), 150},
                        {say("职称或技能等级"), 110},
                        {say("结果"), 220, true},
                        {"SHA-256", 110}});
  refuse_ = new wxButton(this, wxID_ANY, shown(say("不能参加(&X)…")));
  refuse_->SetToolTip(shown(say("抽中的专家不能参加：记下原因，由下一名递补。")));
  check_ = new wxButton(this, wxID_ANY, shown(say("核对这次抽取(&K)")));
  check_->SetToolTip(shown(say("按记录重新抽一遍，看结果是否相同。")));
  const auto label = [this](const std::string& words) {
    return new wxStaticText(this, wxID_ANY, shown(words));
  };
  const auto centred = wxSizerFlags().CenterVertical().Border(wxRIGHT, gap / 2);
  auto* first = new wxBoxSizer(wxHORIZONTAL);
  first->Add(label(say("随机数(&N)")), centred);
  first->Add(nonce_, centred);
  first->Add(label(say("人数(&C)")), centred);
  first->Add(experts_, centred);
  first->Add(make_, wxSizerFlags().CenterVertical());
  auto* second = new wxBoxSizer(wxHORIZONTAL);
  second->Add(label(say("抽取记录(&R)")), centred);
  second->Add(which_, wxSizerFlags(1).CenterVertical());
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(refuse_, wxSizerFlags().Border(wxRIGHT, gap / 2));
  buttons->Add(check_);
  const auto sides = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap);
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(pool_, sides);
  all->Add(first, sides);
  all->Add(second, sides);
  all->Add(about_, sides);
  all->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  all->Add(buttons, wxSizerFlags().Border(wxALL, gap));
  SetSizer(all);
}

const PanelDraw* DrawPage::chosen() const {
  const auto* draws = bank().find<PanelDraws>(PanelDraws::kId);
  return draws == nullptr ? nullptr : draws->find(draw_);
}

void DrawPage::show(Id) {
  const auto& rules = document().checker().profile().panel();
  const bool pool = bank().find<Experts>(Experts::kId) != nullptr;
  std::string words;
  if (!rules) {
    words = say("规则“{profile}”没有规定专家组，不能抽取。",
                "profile"_a = document().checker().profile().title());
  } else if (!pool) {
    words = say("还没有专家库。先在“专家库”里填写或者导入。");
  } else {
    words =
        say("抽 {n} 人以上，其中试题内容专家至少 {content} 人、命题方法专家至少 {method} 人（{clause}）。",
            "n"_a = rules->experts, "content"_a = rules->contentExperts, "method"_a = rules->methodExperts,
            "clause"_a = rules->clause) +
        "\n" +
        say("专家库的 SHA-256：{digest}；请在主管部门给出随机数之前告知。",
            "digest"_a = workflows::poolDigest(bank()));
    experts_->SetRange(rules->experts, 99);
  }
  pool_->tell(words);
  const bool can = rules && pool && !document().readOnly();
  for (wxWindow* control : std::initializer_list<wxWindow*>{nonce_, experts_, make_}) control->Enable(can);
  showDraws();
  showDraw();
}

void DrawPage::showDraws() {
  draws_.clear();
  which_->Clear();
  if (const auto* draws = bank().find<PanelDraws>(PanelDraws::kId)) {
    for (auto draw = draws->draws.rbegin(); draw != draws->draws.rend(); ++draw) {
      draws_.push_back(draw->id);
      which_->Append(shown(say("{date} {by}，随机数 {nonce}，{n} 人", "date"_a = dateText(draw->on),
                               "by"_a = draw->by, "nonce"_a = draw->nonce, "n"_a = draw->experts)));
    }
  }
  auto at = std::ranges::find(draws_, draw_);
  if (at == draws_.end()) at = draws_.begin();
  draw_ = at == draws_.end() ? Id() : *at;
  if (at != draws_.end()) which_->SetSelection(static_cast<int>(at - draws_.begin()));
  which_->Enable(!draws_.empty());
}

void DrawPage::showDraw() {
  const PanelDraw* draw = chosen();
  std::vector<LineList::Line> lines;
  candidates_.clear();
  if (draw != nullptr) {
    for (const PanelCandidate& one : draw->candidates) {
      candidates_.push_back(one.expert);
      lines.push_back(candidateLine(*draw, one, candidates_.size()));
    }
    about_->tell(say("种子 {seed}（算法 {algorithm}，专家库 {pool}，随机数 {nonce}）",
                     "seed"_a = workflows::panelSeed(draw->pool, draw->nonce).substr(0, 16) + "…",
                     "algorithm"_a = workflows::kPanelAlgorithm, "pool"_a = draw->pool.substr(0, 16) + "…",
                     "nonce"_a = draw->nonce));
  } else {
    about_->tell(say("这个题库还没有抽取过专家。"));
  }
  list_->show(std::move(lines));
  const int row = list_->chosen();
  const std::vector<Id> panel = draw == nullptr ? std::vector<Id>() : workflows::panelOf(*draw);
  const bool drawn = row >= 0 && static_cast<std::size_t>(row) < candidates_.size() &&
                     std::ranges::find(panel, candidates_[static_cast<std::size_t>(row)]) != panel.end();
  refuse_->Enable(drawn && !document().readOnly());
  check_->Enable(draw != nullptr);
  Layout();
}

void DrawPage::draw() {
  if (!make_->IsEnabled()) return;
  host().attempt([this] {
    const auto& rules = document().checker().profile().panel();
    const std::string by = host().personName();
    if (by.empty()) return;
    PanelDraw made =
        workflows::drawPanel(bank(), *rules, {dayToday(), by, wordsOf(nonce_), experts_->GetValue()});
    const Id id = made.id;
    if (!host().change(workflows::drawEdit(bank(), std::move(made), say("抽取专家组")))) return;
    draw_ = id;
    nonce_->Clear();
    show({});
  });
}

void DrawPage::refuse() {
  const PanelDraw* draw = chosen();
  const int row = list_->chosen();
  if (draw == nullptr || row < 0) return;
  const Id expert = candidates_[static_cast<std::size_t>(row)];
  const std::string name = draw->find(expert)->name;
  const auto answer = askDeed(
      this, host(),
      {say("不能参加"), say("“{name}”不能参加，由下一名递补。", "name"_a = name), say("记下(&X)"), true});
  if (!answer) return;
  host().attempt([&] {
    const PanelDraw* now = chosen();
    if (now == nullptr) return;
    PanelDraw next = workflows::withRefusal(*now, expert, answer->deed.on, answer->deed.reason);
    const auto& came = next.refusals.back().replacement;
    const std::string words = came ? say("“{name}”递补。", "name"_a = next.find(*came)->name)
                                   : say("没有人可以递补，请补充专家库再抽取。");
    if (host().change(workflows::drawEdit(bank(), std::move(next), say("专家不能参加"))))
      host().note({"draw", came ? Note::Kind::kInfo : Note::Kind::kWarning, words});
    show({});
  });
}

void DrawPage::check() {
  const PanelDraw* draw = chosen();
  if (draw == nullptr) return;
  host().attempt([&] {
    const auto& rules = document().checker().profile().panel();
    const workflows::DrawCheck found =
        rules ? workflows::checkDraw(*draw, bank(), *rules) : workflows::checkDraw(*draw);
    std::string words;
    for (const std::string& problem : found.problems) words += problem;
    if (found.problems.empty()) words = say("核对无误：按记录重新抽一遍，结果相同。");
    if (found.poolChanged)
      words += say("专家库在抽取之后改过，谁该排除无法再核对；名次、次序和递补都核对过。");
    host().note({"draw", found.problems.empty() ? Note::Kind::kInfo : Note::Kind::kError, words});
  });
}

}  // namespace tiku::editor
