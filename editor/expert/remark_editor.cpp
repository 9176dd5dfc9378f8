#include "editor/expert/remark_editor.h"

#include <array>

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/expert/card_text.h"
#include "editor/expert/remark_words.h"
#include "editor/text/reading_page.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "formats/compare/review_words.h"
#include "workflows/review/anchors.h"

namespace tiku::editor {

using formats::Annotation;
using formats::Gravity;
using formats::RemarkKind;
using formats::say;
using formats::operator""_a;

namespace {

constexpr std::array kKinds{RemarkKind::kKnowledge, RemarkKind::kKey,     RemarkKind::kScope,
                            RemarkKind::kUnclear,   RemarkKind::kOptions, RemarkKind::kDuplicate,
                            RemarkKind::kSecret,    RemarkKind::kForm};
constexpr std::array kGravities{Gravity::kGrave, Gravity::kCommon, Gravity::kAdvice};

template <typename Values>
wxChoice* choiceOf(wxWindow* parent, const std::string& name, const Values& values) {
  auto* choice = new wxChoice(parent, wxID_ANY);
  for (const auto value : values) choice->Append(shown(wordOf(value)));
  nameForReaders(choice, name);
  return choice;
}

template <typename Values, typename Value>
int placeIn(const Values& values, Value value) {
  return static_cast<int>(std::ranges::find(values, value) - values.begin());
}

}  // namespace

RemarkEditor::RemarkEditor(wxWindow* parent, ExpertHost& host) : wxPanel(parent), host_(host) {
  SetBackgroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW));
  const int gap = FromDIP(6);
  const int points = host.textSize();
  head_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxSize(1, -1), wxST_ELLIPSIZE_END);
  head_->SetFont(head_->GetFont().Bold());
  quote_ = new CardText(this, say("意见所指的文字"), points);
  kind_ = choiceOf(this, say("意见的类别"), kKinds);
  gravity_ = choiceOf(this, say("严重程度"), kGravities);
  comment_ = new SentenceField(this, say("意见"), points, 3);
  comment_->SetHint(shown(say("写意见")));
  suggests_ = new wxCheckBox(this, wxID_ANY, shown(say("建议改成(&G)：")));
  suggestion_ = new SentenceField(this, say("建议的写法"), points, 2);
  auto* done = new wxButton(this, wxID_ANY, shown(say("写好了(&D)")));
  done->SetToolTip(shown("Ctrl+Enter"));
  auto* gone = new wxButton(this, wxID_ANY, shown(say("撤回(&W)")));

  auto* choices = new wxBoxSizer(wxHORIZONTAL);
  choices->Add(kind_, wxSizerFlags(1).CenterVertical());
  choices->Add(gravity_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->AddStretchSpacer();
  buttons->Add(gone, wxSizerFlags().CenterVertical());
  buttons->Add(done, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  auto* all = new wxBoxSizer(wxVERTICAL);
  const auto flags = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap);
  all->Add(head_, flags);
  all->Add(quote_, flags);
  all->Add(choices, flags);
  all->Add(comment_, flags);
  all->Add(suggests_, flags);
  all->Add(suggestion_, flags);
  all->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
  SetSizer(all);

  kind_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    remark_.kind = kKinds.at(static_cast<std::size_t>(kind_->GetSelection()));
    put({});
  });
  gravity_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    remark_.gravity = kGravities.at(static_cast<std::size_t>(gravity_->GetSelection()));
    put({});
  });
  comment_->onTyped([this](const std::string& words) {
    remark_.comment = words;
    put("comment/");
  });
  suggestion_->onTyped([this](const std::string& words) {
    remark_.suggestion = words;
    put("suggestion/");
  });
  suggests_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent& event) {
    remark_.suggestion.reset();
    if (event.IsChecked()) {
      // To be changed word by word.
      const auto* object = host_.session().bank().object(remark_.anchor.object);
      std::string words = remark_.anchor.quote;
      if (words.empty() && object != nullptr && !remark_.anchor.field.empty())
        words = workflows::fieldWords(*object, remark_.anchor.field).value_or("");
      remark_.suggestion = std::move(words);
    }
    put({});
    showRemark();
    if (event.IsChecked()) suggestion_->SetFocus();
  });
  done->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { finish(); });
  gone->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { withdraw(); });
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    const bool enter = event.GetKeyCode() == WXK_RETURN && event.ControlDown();
    if (enter || event.GetKeyCode() == WXK_ESCAPE) {
      finish();
    } else {
      event.Skip();
    }
  });
  Hide();
}

void RemarkEditor::begin(Annotation remark) {
  finish();
  remark_ = std::move(remark);
  Show();
  showRemark();
  if (turn_) turn_();
  layOutAround(this);
  comment_->SetFocus();
  comment_->SetInsertionPointEnd();
}

void RemarkEditor::showRemark() {
  const std::string field = fieldWord(host_.session().bank(), remark_.anchor.object, remark_.anchor.field);
  head_->SetLabelText(shown(say("对“{field}”的意见", "field"_a = field)));
  StyledWords quote;
  if (!remark_.anchor.quote.empty()) quote.add(remark_.anchor.quote, markOf(remark_.gravity));
  quote_->Show(!quote.empty());
  quote_->show(std::move(quote));
  kind_->SetSelection(placeIn(kKinds, remark_.kind));
  gravity_->SetSelection(placeIn(kGravities, remark_.gravity));
  comment_->setWords(remark_.comment);
  // Of the whole item there is nothing to be put in the place of.
  suggests_->Show(!remark_.anchor.field.empty());
  suggests_->SetValue(remark_.suggestion.has_value());
  suggestion_->Show(remark_.suggestion.has_value());
  suggestion_->setWords(remark_.suggestion.value_or(""));
  layOutAround(this);
}

void RemarkEditor::put(const std::string& key) {
  // Begun only once something is said.
  const bool there = workflows::remarkOf(host_.session().answers(), remark_.id) != nullptr;
  if (!there && remark_.comment.empty() && !remark_.suggestion) return;
  const std::string merge = key.empty() ? key : key + remark_.id.str();
  if (!host_.change(workflows::RemarkEntry{remark_.id, remark_}, there ? say("修改意见") : say("提意见"),
                    merge))
    follow();
}

void RemarkEditor::follow() {
  if (!busy()) return;
  const Annotation* now = workflows::remarkOf(host_.session().answers(), remark_.id);
  if (now != nullptr) {
    if (*now == remark_) return;
    remark_ = *now;
    showRemark();
    return;
  }
  if (remark_.comment.empty() && !remark_.suggestion) return;
  // Taken back by undo.
  remark_ = {};
  Hide();
  if (turn_) turn_();
  layOutAround(this);
}

void RemarkEditor::finish() {
  if (!busy()) return;
  const Annotation last = remark_;
  remark_ = {};
  Hide();
  const bool there = workflows::remarkOf(host_.session().answers(), last.id) != nullptr;
  if (there && last.comment.empty() && !last.suggestion)
    host_.change(workflows::RemarkEntry{last.id, {}, {}}, say("撤回意见"));
  if (turn_) turn_();
  layOutAround(this);
}

void RemarkEditor::withdraw() {
  const formats::Id id = remark_.id;
  remark_.comment.clear();
  remark_.suggestion.reset();
  if (workflows::remarkOf(host_.session().answers(), id) == nullptr) return finish();
  finish();
}

}  // namespace tiku::editor
