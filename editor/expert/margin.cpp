#include "editor/expert/margin.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/expert/cards.h"
#include "editor/expert/remark_editor.h"
#include "editor/expert/score_panel.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::Annotation;
using formats::Id;
using formats::say;
using formats::operator""_a;

Margin::Margin(wxWindow* parent, ExpertHost& host)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL),
      host_(host) {
  SetScrollRate(0, FromDIP(12));
  nameForReaders(this, say("评分和意见"));
  const int gap = FromDIP(8);
  score_ = new ScorePanel(this, host);
  remarksHead_ = new wxStaticText(this, wxID_ANY, {});
  remarksHead_->SetFont(remarksHead_->GetFont().Bold());
  remarkButton_ = new wxButton(this, wxID_ANY, shown(say("提意见 F2")));
  remarkButton_->SetToolTip(shown(say("先在题里选中文字，意见就指着它；不选，指光标所在的那一栏。")));
  remarkButton_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (remark_) remark_();
  });
  editor_ = new RemarkEditor(this, host);
  editor_->onTurn([this] {
    rebuildSoon();
    if (turn_) turn_();
  });
  cards_ = new wxPanel(this);
  cards_->SetSizer(new wxBoxSizer(wxVERTICAL));
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(remarksHead_, wxSizerFlags(1).CenterVertical());
  head->Add(remarkButton_, wxSizerFlags().CenterVertical());
  auto* all = new wxBoxSizer(wxVERTICAL);
  const auto flags = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap);
  all->Add(score_, flags);
  all->AddSpacer(gap);
  all->Add(head, flags);
  all->Add(editor_, flags);
  all->Add(cards_, flags);
  all->AddSpacer(gap);
  SetSizer(all);
}

void Margin::show(Id object) {
  if (object != object_) {
    editor_->finish();
    object_ = object;
    Scroll(0, 0);
  }
  follow();
  rebuild();
}

void Margin::follow() {
  const ReviewSession& session = host_.session();
  const bool asked = std::ranges::binary_search(session.task().objects, object_);
  const auto line = std::ranges::find(session.queue(), object_, &QueueLine::object);
  const bool scores = asked && !session.rereview();
  score_->Show(scores);
  if (scores && line != session.queue().end()) score_->show(object_, line->scored);
  const bool remarks = !session.rereview() && session.readOnlyReason().empty() && !object_.empty();
  remarkButton_->Show(remarks);
  editor_->follow();
  if (session.remarksOn(object_) != shown_) rebuildSoon();
  for (const auto& [id, card] : cardOf_) {
    if (auto* following = dynamic_cast<FollowingCard*>(card)) following->follow();
  }
}

void Margin::rebuildSoon() {
  // A card that is pressed lives until its event is over.
  if (std::exchange(due_, true)) return;
  CallAfter([this] {
    if (due_) rebuild();
  });
}

void Margin::rebuild() {
  due_ = false;
  cardOf_.clear();
  cards_->GetSizer()->Clear(true);
  const ReviewSession& session = host_.session();
  shown_ = session.remarksOn(object_);
  if (session.rereview()) {
    addOpinions();
  } else {
    remarksHead_->SetLabelText(
        headed(shown_.empty() ? say("意见") : say("意见 {count} 条", "count"_a = shown_.size())));
    addMine();
    addOthers();
  }
  FitInside();
  Layout();
  cards_->Layout();
}

void Margin::addCard(wxWindow* card, Id remark) {
  cards_->GetSizer()->Add(card, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
  cardOf_.emplace_back(remark, card);
}

void Margin::addMine() {
  for (const Annotation& remark : shown_) {
    if (remark.id == editor_->remark().id) continue;
    addCard(new MyRemarkCard(cards_, host_, remark,
                             {[this, remark] {
                                if (chosen_) chosen_(remark.anchor);
                              },
                              [this, remark] { editor_->begin(remark); }}),
            remark.id);
  }
}

void Margin::addOthers() {
  for (const OtherExpert& other : host_.session().others()) {
    const formats::ItemScore score = workflows::scoreOf(other.answers(), object_);
    if (score.verdict || score.relevance || score.difficulty)
      addCard(new OtherScoreCard(cards_, host_, other.name, score), {});
    for (const Annotation& remark : other.answers().annotations) {
      if (remark.anchor.object != object_) continue;
      addCard(new OtherRemarkCard(cards_, host_, other.name, remark,
                                  [this, remark] {
                                    if (chosen_) chosen_(remark.anchor);
                                  }),
              remark.id);
    }
  }
}

void Margin::addOpinions() {
  const auto opinions = host_.session().opinionsOn(object_);
  remarksHead_->SetLabelText(shown(opinions.empty()
                                       ? say("这一件在送审之后改过，您没有对它提过意见。")
                                       : say("您的意见 {count} 条", "count"_a = opinions.size())));
  for (const auto& opinion : opinions) {
    addCard(new OpinionCard(cards_, host_, opinion,
                            [this, opinion] {
                              if (chosen_) chosen_(opinion->remark.anchor);
                            }),
            opinion->id);
  }
}

void Margin::decide(bool closed) {
  if (due_) rebuild();
  std::vector<OpinionCard*> cards;
  for (const auto& [id, card] : cardOf_) {
    if (auto* opinion = dynamic_cast<OpinionCard*>(card)) cards.push_back(opinion);
  }
  const auto open = std::ranges::find_if(cards, [](const OpinionCard* card) { return !card->decided(); });
  if (open != cards.end()) {
    (*open)->decide(closed);
  } else if (cards.size() == 1) {
    cards.front()->decide(closed);
  }
}

void Margin::goToRemark(Id remark) {
  if (due_) rebuild();
  for (const auto& [id, card] : cardOf_) {
    if (id != remark || id.empty()) continue;
    int perLine = 1;
    GetScrollPixelsPerUnit(nullptr, &perLine);
    const int top = CalcUnscrolledPosition(cards_->GetPosition() + card->GetPosition()).y;
    Scroll(0, top / std::max(1, perLine));
    card->SetFocus();
    return;
  }
}

}  // namespace tiku::editor
