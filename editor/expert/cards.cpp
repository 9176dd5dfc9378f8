#include "editor/expert/cards.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/tglbtn.h>

#include "editor/text/reading_page.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "formats/base/trim.h"
#include "formats/compare/review_words.h"

namespace tiku::editor {

using formats::Annotation;
using formats::Decision;
using formats::ItemScore;
using formats::Opinion;
using formats::Reply;
using formats::say;
using formats::SuggestionState;
using formats::operator""_a;
using validators::Severity;

namespace {

CardText* addText(wxWindow* card, wxSizer* into, ExpertHost& host, const std::string& name,
                  StyledWords words) {
  auto* text = new CardText(card, name, host.textSize());
  text->show(std::move(words));
  into->Add(text, wxSizerFlags().Expand());
  return text;
}

// Whoever comes to the card sees what it speaks of.
void chooseOnFocus(wxWindow* window, const std::function<void()>& chosen) {
  window->Bind(wxEVT_SET_FOCUS, [chosen](wxFocusEvent& event) {
    event.Skip();
    chosen();
  });
}

StyledWords answerTo(const Opinion& opinion, const formats::Bank& bank) {
  StyledWords words;
  std::string who = opinion.answeredBy;
  if (opinion.answeredOn) who += (who.empty() ? "" : "，") + opinion.answeredOn->str();
  words.add(who.empty() ? say("答复：") : say("答复（{who}）：", "who"_a = who), Look::kLabel);
  words.line(opinion.answer.empty() ? say("（没有写答复）") : opinion.answer);
  if (opinion.suggestion == SuggestionState::kAccepted) words.line(say("采纳了您建议的写法。"));
  if (opinion.suggestion == SuggestionState::kRefused) words.line(say("没有采纳您建议的写法。"));
  if (opinion.changes.empty()) words.line(say("内容没有改动。"), Look::kQuiet);
  for (const formats::FieldChange& change : opinion.changes) {
    words.line(
        say("{field}的改动：", "field"_a = fieldWord(bank, opinion.remark.anchor.object, change.field)),
        Look::kLabel);
    words.line("");
    words.change(change.before, change.after);
  }
  for (const Reply& reply : opinion.thread) words.line(reply.by + "：" + reply.text, Look::kQuiet);
  return words;
}

}  // namespace

MyRemarkCard::MyRemarkCard(wxWindow* parent, ExpertHost& host, const Annotation& remark, Deeds deeds)
    : RemarkCard(parent, headOf(remark, host.session().bank()), severityOf(remark.gravity)) {
  const formats::Bank& bank = host.session().bank();
  chooseOnFocus(addText(this, content(), host, say("意见"), wordsOf(remark, bank)), deeds.chosen);
  if (host.session().rereview() || !host.session().readOnlyReason().empty()) return;
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  auto* edit = new wxButton(this, wxID_ANY, shown(say("改写")));
  auto* gone = new wxButton(this, wxID_ANY, shown(say("撤回")));
  row->AddStretchSpacer();
  row->Add(edit);
  row->Add(gone, wxSizerFlags().Border(wxLEFT, FromDIP(4)));
  content()->Add(row, wxSizerFlags().Expand());
  edit->Bind(wxEVT_BUTTON, [this, run = deeds.edit](wxCommandEvent&) { CallAfter([run] { run(); }); });
  gone->Bind(wxEVT_BUTTON, [&host, id = remark.id](wxCommandEvent&) {
    host.change(workflows::RemarkEntry{id, {}, {}}, say("撤回意见"));
  });
}

OtherScoreCard::OtherScoreCard(wxWindow* parent, ExpertHost& host, const std::string& name,
                               const ItemScore& score)
    : RemarkCard(parent, name, Severity::kInfo) {
  StyledWords words;
  if (score.verdict) words.line(wordOf(*score.verdict));
  if (score.relevance) words.line(say("相关程度 {n}", "n"_a = *score.relevance));
  if (score.difficulty) words.line(say("估计 100 名里有 {n} 名答对", "n"_a = *score.difficulty));
  addText(this, content(), host, name, std::move(words));
}

OtherRemarkCard::OtherRemarkCard(wxWindow* parent, ExpertHost& host, const std::string& name,
                                 const Annotation& remark, const std::function<void()>& chosen)
    : RemarkCard(parent,
                 say("{name}：{head}", "name"_a = name, "head"_a = headOf(remark, host.session().bank())),
                 severityOf(remark.gravity)),
      host_(host),
      remark_(remark.id) {
  const std::string said = say("{name}的意见", "name"_a = name);
  chooseOnFocus(addText(this, content(), host, said, wordsOf(remark, host.session().bank())), chosen);
  reply_ = new SentenceField(this, say("回应{name}的意见", "name"_a = name), host.textSize(), 1);
  reply_->SetHint(shown(say("写回应")));
  reply_->Enable(host.session().readOnlyReason().empty());
  content()->Add(reply_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
  follow();
  reply_->onTyped([this](const std::string& words) {
    std::vector<Reply> replies;
    if (!formats::trimmed(words).empty()) replies.push_back({remark_, {}, {}, words, {}});
    if (!host_.change(workflows::ReplyEntry{remark_, std::move(replies)}, say("回应意见"),
                      "reply/" + remark_.str()))
      follow();
  });
}

void OtherRemarkCard::follow() {
  std::string words;
  for (const Reply& reply : workflows::repliesTo(host_.session().answers(), remark_))
    words += (words.empty() ? "" : "\n") + reply.text;
  if (words.empty() && formats::trimmed(reply_->words()).empty()) return;
  reply_->setWords(words);
}

OpinionCard::OpinionCard(wxWindow* parent, ExpertHost& host, std::shared_ptr<const Opinion> opinion,
                         const std::function<void()>& chosen)
    : RemarkCard(parent, headOf(opinion->remark, host.session().bank()), severityOf(opinion->remark.gravity)),
      host_(host),
      opinion_(std::move(opinion)) {
  const formats::Bank& bank = host.session().bank();
  chooseOnFocus(addText(this, content(), host, say("您的意见"), wordsOf(opinion_->remark, bank)), chosen);
  content()->AddSpacer(FromDIP(6));
  addText(this, content(), host, say("机构的答复"), answerTo(*opinion_, bank));
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  agree_ = new wxToggleButton(this, wxID_ANY, shown(say("认可，了结 F5")));
  reject_ = new wxToggleButton(this, wxID_ANY, shown(say("不认可 F7")));
  row->Add(agree_, wxSizerFlags(1));
  row->Add(reject_, wxSizerFlags(1).Border(wxLEFT, FromDIP(4)));
  content()->Add(row, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
  ask_ = new wxStaticText(this, wxID_ANY, shown(say("请写明不认可的理由，写了才算数。")));
  ask_->SetForegroundColour(inkOf(State::kShort));
  content()->Add(ask_, wxSizerFlags().Border(wxTOP, FromDIP(4)));
  reason_ = new SentenceField(this, say("理由"), host.textSize(), 2);
  reason_->SetHint(shown(say("理由，或者要说的话")));
  content()->Add(reason_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
  for (wxWindow* window :
       {static_cast<wxWindow*>(agree_), static_cast<wxWindow*>(reject_), static_cast<wxWindow*>(reason_)}) {
    window->Enable(host.session().readOnlyReason().empty());
  }
  agree_->Bind(wxEVT_TOGGLEBUTTON, [this](wxCommandEvent&) { decide(true); });
  reject_->Bind(wxEVT_TOGGLEBUTTON, [this](wxCommandEvent&) { decide(false); });
  reason_->onTyped([this](const std::string& words) {
    const Decision* now = workflows::decisionOf(host_.session().answers(), opinion_->id);
    const bool closed = now != nullptr && now->closed;
    const bool says = !formats::trimmed(words).empty();
    std::optional<Decision> next;
    if (closed || says) next = Decision{opinion_->id, closed, words, {}};
    wantsReason_ = !closed;
    if (!host_.change(workflows::DecisionEntry{opinion_->id, next}, say("认定意见"),
                      "reason/" + opinion_->id.str()))
      showDecision();
  });
  showDecision();
}

void OpinionCard::decide(bool closed) {
  const Decision* now = workflows::decisionOf(host_.session().answers(), opinion_->id);
  const std::string words = reason_->words();
  const bool says = !formats::trimmed(words).empty();
  std::optional<Decision> next;
  // Pressing what is pressed takes it back.
  const bool back = closed ? now != nullptr && now->closed : wantsReason_ || (now != nullptr && !now->closed);
  wantsReason_ = !closed && !back;
  if (!back && (closed || says)) next = Decision{opinion_->id, closed, words, {}};
  if (now != nullptr || next) {
    host_.change(workflows::DecisionEntry{opinion_->id, next}, closed ? say("认可答复") : say("不认可答复"));
  }
  showDecision();
  if (!closed && !back && !says) reason_->SetFocus();
}

void OpinionCard::follow() {
  showDecision();
}

bool OpinionCard::decided() const {
  return workflows::decisionOf(host_.session().answers(), opinion_->id) != nullptr;
}

void OpinionCard::showDecision() {
  const Decision* now = workflows::decisionOf(host_.session().answers(), opinion_->id);
  if (now != nullptr) {
    wantsReason_ = !now->closed;
    reason_->setWords(now->reason);
  }
  agree_->SetValue(now != nullptr && now->closed);
  reject_->SetValue(wantsReason_);
  reason_->Enable((now != nullptr || wantsReason_) && host_.session().readOnlyReason().empty());
  const bool asks = wantsReason_ && formats::trimmed(reason_->words()).empty();
  if (ask_->IsShown() != asks) {
    ask_->Show(asks);
    layOutAround(this);
  }
}

}  // namespace tiku::editor
