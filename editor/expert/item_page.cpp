#include "editor/expert/item_page.h"

#include <wx/config.h>
#include <wx/sizer.h>
#include <wx/splitter.h>

#include "editor/expert/margin.h"
#include "editor/expert/queue_list.h"
#include "editor/expert/remark_editor.h"
#include "editor/expert/remark_words.h"
#include "editor/expert/score_panel.h"
#include "editor/widgets/reading_text.h"
#include "editor/widgets/words.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/base/utf8.h"
#include "formats/model/pictures.h"
#include "workflows/review/anchors.h"

namespace tiku::editor {

using formats::Anchor;
using formats::Annotation;
using formats::FormatError;
using formats::Id;
using formats::say;
using formats::operator""_a;

namespace {

constexpr const char* kGoesOnKey = "expert/goOn";
constexpr const char* kQueueWidthKey = "expert/queueWidth";
constexpr const char* kMarginWidthKey = "expert/marginWidth";

Look lookOf(ReadingPage::Look look) {
  switch (look) {
    case ReadingPage::Look::kTitle:
      return Look::kTitle;
    case ReadingPage::Look::kLabel:
      return Look::kLabel;
    case ReadingPage::Look::kQuiet:
      return Look::kQuiet;
    case ReadingPage::Look::kSubscript:
      return Look::kSubscript;
    case ReadingPage::Look::kSuperscript:
      return Look::kSuperscript;
    case ReadingPage::Look::kEmphasis:
      return Look::kEmphasis;
    case ReadingPage::Look::kFormula:
      break;
  }
  return Look::kFormula;
}

}  // namespace

bool ItemPage::goesOn() {
  return wxConfigBase::Get()->ReadBool(kGoesOnKey, false);
}

void ItemPage::setGoesOn(bool goesOn) {
  wxConfigBase::Get()->Write(kGoesOnKey, goesOn);
}

ItemPage::ItemPage(wxWindow* parent, ExpertHost& host) : wxPanel(parent), host_(host) {
  const long flags = wxSP_LIVE_UPDATE | wxSP_NOBORDER;
  outer_ = new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, flags);
  queue_ = new QueueList(outer_, host);
  inner_ = new wxSplitterWindow(outer_, wxID_ANY, wxDefaultPosition, wxDefaultSize, flags);
  text_ = new ReadingText(inner_, say("要评的内容"));
  text_->setTextSize(host.textSize());
  margin_ = new Margin(inner_, host);
  inner_->SetMinimumPaneSize(FromDIP(260));
  inner_->SetSashGravity(1.0);
  const int marginWidth = static_cast<int>(wxConfigBase::Get()->ReadLong(kMarginWidthKey, 340));
  inner_->SplitVertically(text_, margin_, -FromDIP(marginWidth));
  outer_->SetMinimumPaneSize(FromDIP(200));
  const int queueWidth = static_cast<int>(wxConfigBase::Get()->ReadLong(kQueueWidthKey, 420));
  outer_->SplitVertically(queue_, inner_, FromDIP(queueWidth));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(outer_, wxSizerFlags(1).Expand());
  SetSizer(all);
  // A splitter has no place for its sash before it has a size.
  CallAfter([this, queueWidth, marginWidth] {
    outer_->SetSashPosition(FromDIP(queueWidth));
    inner_->SetSashPosition(inner_->GetClientSize().x - FromDIP(marginWidth));
  });
  queue_->onChosen([this](Id object) { show(object); });
  margin_->onChosen([this](const Anchor& anchor) { choose(anchor); });
  margin_->onRemark([this] { remark(); });
  margin_->onTurn([this] {
    paintMarks();
    if (!margin_->editor().busy()) text_->SetFocus();
  });
  margin_->score().onDone([this](bool verdict) {
    if (!verdict || goesOn()) move(1);
  });
  // The digits are near at hand while somebody reads.
  text_->Bind(wxEVT_CHAR, [this](wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    if (!event.HasAnyModifiers() && key >= '1' && key <= '4') {
      setRelevance(key - '0');
    } else {
      event.Skip();
    }
  });
}

ItemPage::~ItemPage() {
  wxConfigBase* config = wxConfigBase::Get(false);
  if (config == nullptr || outer_->GetSashPosition() <= 0) return;
  config->Write(kQueueWidthKey, static_cast<long>(ToDIP(outer_->GetSashPosition())));
  config->Write(kMarginWidthKey,
                static_cast<long>(ToDIP(inner_->GetClientSize().x - inner_->GetSashPosition())));
}

void ItemPage::show(Id object, Id remark) {
  if (object != object_) {
    margin_->editor().finish();
    object_ = object;
    const formats::Bank& bank = host_.session().bank();
    page_ = readingPage(bank, object);
    std::vector<LookAt> looks;
    for (const ReadingPage::Stretch& one : page_.stretches())
      looks.push_back({one.from, one.length, lookOf(one.look)});
    std::vector<ReadingText::Picture> pictures;
    for (const ReadingPage::Picture& one : page_.pictures()) {
      const auto* media = formats::mediaNamed(bank, one.media);
      if (media != nullptr) pictures.push_back({one.at, media->bytes});
    }
    std::string words = page_.text();
    if (words.empty()) words = say("这一件已经删除，只剩下对它的意见。");
    text_->show(words, std::move(looks), pictures);
    queue_->select(object);
    margin_->show(object);
    paintMarks();
  }
  if (!remark.empty()) margin_->goToRemark(remark);
}

void ItemPage::paintMarks() {
  std::vector<LookAt> marks;
  const formats::Bank& bank = host_.session().bank();
  const auto add = [&](const Annotation& remark) {
    if (remark.anchor.object != object_ || remark.anchor.field.empty()) return;
    if (workflows::stateOf(remark.anchor, bank) != workflows::AnchorState::kHolds) return;
    const auto range = page_.rangeOf(
        {remark.anchor.field, remark.anchor.from, formats::characterCount(remark.anchor.quote)});
    if (range) marks.push_back({range->first, range->second, markOf(remark.gravity)});
  };
  for (const auto& opinion : host_.session().opinionsOn(object_)) add(opinion->remark);
  for (const OtherExpert& other : host_.session().others()) {
    for (const Annotation& remark : other.answers().annotations) add(remark);
  }
  for (const Annotation& remark : host_.session().remarksOn(object_)) add(remark);
  if (margin_->editor().busy()) add(margin_->editor().remark());
  text_->mark(marks);
}

void ItemPage::follow(const ReviewSession::Event& event) {
  queue_->follow(event.place.object);
  margin_->follow();
  if (event.entry != nullptr && std::holds_alternative<workflows::RemarkEntry>(*event.entry)) paintMarks();
}

void ItemPage::move(int by) {
  const Id next = queue_->next(object_, by);
  if (!next.empty()) show(next);
}

void ItemPage::toNextOpen() {
  const Id next = queue_->nextOpen(object_);
  if (next.empty()) {
    host_.note({"all-done", Note::Kind::kInfo,
                host_.session().rereview() ? say("意见都认定了。请到“声明与提交”提交。")
                                           : say("每一件都评了。接着填评分表，再到“声明与提交”提交。")});
    return;
  }
  show(next);
  text_->SetFocus();
}

void ItemPage::setRelevance(int relevance) {
  if (margin_->score().IsShown()) margin_->score().setRelevance(relevance);
}

void ItemPage::setVerdict(formats::ItemVerdict verdict) {
  if (host_.session().rereview()) {
    if (verdict != formats::ItemVerdict::kRevise) margin_->decide(verdict == formats::ItemVerdict::kAdopt);
  } else if (margin_->score().IsShown()) {
    margin_->score().setVerdict(verdict);
  }
}

void ItemPage::toDifficulty() {
  if (margin_->score().IsShown()) margin_->score().toDifficulty();
}

void ItemPage::remark() {
  const ReadingText::Selected selected = text_->selected();
  try {
    if (selected.length > 0) {
      if (const auto words = page_.wordsIn(selected.from, selected.length)) {
        return begin(
            workflows::anchorOver(host_.session().bank(), object_, words->field, words->from, words->length));
      }
    }
    const ReadingPage::FieldAt* field = page_.fieldAt(selected.from);
    if (field == nullptr) return remarkOnAll();
    begin(workflows::anchorAt(host_.session().bank(), object_, field->field));
  } catch (const FormatError& error) {
    host_.note({"remark", Note::Kind::kWarning, error.full()});
  }
}

void ItemPage::remarkOnAll() {
  try {
    begin(workflows::anchorAt(host_.session().bank(), object_, {}));
  } catch (const FormatError& error) {
    host_.note({"remark", Note::Kind::kWarning, error.full()});
  }
}

void ItemPage::begin(const Anchor& anchor) {
  if (host_.session().rereview() || !host_.session().readOnlyReason().empty()) return;
  Annotation remark;
  remark.id = Id::random();
  remark.anchor = anchor;
  margin_->editor().begin(std::move(remark));
}

void ItemPage::choose(const Anchor& anchor) {
  if (workflows::stateOf(anchor, host_.session().bank()) != workflows::AnchorState::kHolds) return;
  const auto range = page_.rangeOf({anchor.field, anchor.from, formats::characterCount(anchor.quote)});
  if (range) text_->select(range->first, range->second);
}

void ItemPage::toText() {
  text_->SetFocus();
}

void ItemPage::toQueue() {
  queue_->list()->SetFocus();
}

void ItemPage::find() {
  queue_->startSearch();
}

void ItemPage::finishTyping() {
  margin_->editor().finish();
}

void ItemPage::textSizeChanged() {
  text_->setTextSize(host_.textSize());
  margin_->show(object_);
}

}  // namespace tiku::editor
