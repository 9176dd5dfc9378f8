#include "editor/review/opinion_side.h"

#include <wx/button.h>
#include <wx/menu.h>
#include <wx/notebook.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/review/opinion_words.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/difference_view.h"
#include "editor/widgets/form.h"
#include "editor/widgets/native.h"
#include "editor/widgets/styled_words.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "formats/compare/review_words.h"

namespace tiku::editor {

using formats::Opinion;
using formats::OpinionStatus;
using formats::say;
using formats::SuggestionState;
using formats::operator""_a;

OpinionSide::OpinionSide(wxWindow* parent, Deeds deeds) : wxPanel(parent), deeds_(std::move(deeds)) {
  layOut();
  const auto does = [this](wxButton* button, std::function<void()> Deeds::* deed) {
    button->Bind(wxEVT_BUTTON, [this, deed](wxCommandEvent&) { (deeds_.*deed)(); });
  };
  does(go_, &Deeds::go);
  does(accept_, &Deeds::accept);
  does(refuse_, &Deeds::refuse);
  does(give_, &Deeds::answer);
  does(add_, &Deeds::addEvidence);
  does(say_, &Deeds::comment);
  drop_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { dropMenu(); });
  answer_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    event.Skip();
    if (!IsBeingDeleted()) deeds_.left();
  });
  answer_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    const bool enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
    if (enter && event.ControlDown() && give_->IsEnabled()) {
      deeds_.answer();
    } else {
      event.Skip();
    }
  });
  comment_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { deeds_.comment(); });
  comment_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { say_->Enable(!comment().empty()); });
}

void OpinionSide::layOut() {
  const int gap = FromDIP(8);
  const auto button = [](wxWindow* parent, const std::string& words, const std::string& hint) {
    auto* made = new wxButton(parent, wxID_ANY, shown(words));
    made->SetToolTip(shown(hint));
    return made;
  };
  const auto quiet = [](wxWindow* parent) {
    auto* made = new wxStaticText(parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    made->SetForegroundColour(quietInk());
    return made;
  };
  title_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  title_->SetFont(title_->GetFont().Bold());
  go_ = button(this, say("转到原处(&O)"), say("转到意见所指的地方，选中所指的文字；在列表里按回车也可以。"));
  words_ = new StyledWords(this, say("意见和所指的文字"));
  words_->SetMinSize(FromDIP(wxSize(-1, 110)));

  suggested_ = new wxPanel(this);
  accept_ = button(suggested_, say("采用建议(&Y)"), say("照专家建议的写法改好并答复；在列表里按 Y 也可以。"));
  refuse_ = button(suggested_, say("不采用(&N)…"), say("写明理由，不采用建议的写法；在列表里按 N 也可以。"));
  suggestion_ = quiet(suggested_);
  auto* suggested = new wxBoxSizer(wxHORIZONTAL);
  suggested->Add(accept_, wxSizerFlags().Border(wxRIGHT, gap));
  suggested->Add(refuse_, wxSizerFlags().Border(wxRIGHT, gap));
  suggested->Add(suggestion_, wxSizerFlags(1).CenterVertical());
  suggested_->SetSizer(suggested);

  answer_ = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(-1, 64)),
                           wxTE_MULTILINE | wxTE_BESTWRAP);
  nameForReaders(answer_, say("答复"));
  answer_->SetHint(shown(say("改了什么，或者为什么不改")));
  proof_ = quiet(this);
  add_ = button(this, say("添加佐证(&E)…"), say("把能证明整改的文件收进题库。"));
  drop_ = button(this, say("移除(&M)…"), say("这条答复不再用这份佐证；文件仍在报备的佐证材料里。"));
  state_ = quiet(this);
  give_ = button(this, say("答复(&A)"), say("答复这条意见，转到下一条；Ctrl+回车 也可以。"));
  auto* proof = new wxBoxSizer(wxHORIZONTAL);
  proof->Add(proof_, wxSizerFlags(1).CenterVertical());
  proof->Add(add_, wxSizerFlags().Border(wxLEFT, gap));
  proof->Add(drop_, wxSizerFlags().Border(wxLEFT, gap));
  auto* give = new wxBoxSizer(wxHORIZONTAL);
  give->Add(state_, wxSizerFlags(1).CenterVertical());
  give->Add(give_, wxSizerFlags().Border(wxLEFT, gap));

  book_ = new wxNotebook(this, wxID_ANY);
  changes_ = new DifferenceView(book_);
  book_->AddPage(changes_, shown(say("送审以后的改动")));
  book_->AddPage(thread(book_), shown(say("往来")));

  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(title_, wxSizerFlags(1).CenterVertical());
  head->Add(go_, wxSizerFlags().Border(wxLEFT, gap));
  auto* all = new wxBoxSizer(wxVERTICAL);
  const auto line = [&](wxSizer* row) { all->Add(row, wxSizerFlags().Expand().Border(wxALL, gap / 2)); };
  line(head);
  all->Add(words_, wxSizerFlags(4).Expand());
  all->Add(suggested_, wxSizerFlags().Expand().Border(wxALL, gap / 2));
  all->Add(answer_, wxSizerFlags(1).Expand().Border(wxALL, gap / 2));
  line(proof);
  line(give);
  all->Add(book_, wxSizerFlags(3).Expand().Border(wxTOP, gap / 2));
  SetSizer(all);
}

wxPanel* OpinionSide::thread(wxWindow* parent) {
  const int gap = FromDIP(8);
  auto* page = new wxPanel(parent);
  thread_ = new StyledWords(page, say("往来"));
  comment_ = new wxTextCtrl(page, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
  comment_->SetHint(shown(say("留言：不改变意见的状态")));
  nameForReaders(comment_, say("留言"));
  say_ = new wxButton(page, wxID_ANY, shown(say("留言(&L)")));
  say_->Disable();
  auto* foot = new wxBoxSizer(wxHORIZONTAL);
  foot->Add(comment_, wxSizerFlags(1).CenterVertical());
  foot->Add(say_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(thread_, wxSizerFlags(1).Expand());
  all->Add(foot, wxSizerFlags().Expand().Border(wxALL, gap / 2));
  page->SetSizer(all);
  return page;
}

void OpinionSide::show(const Shown& now) {
  const Opinion& opinion = now.opinion;
  for (wxWindow* one : {static_cast<wxWindow*>(answer_), static_cast<wxWindow*>(book_)}) one->Enable();
  title_->SetLabelText(shown(opinionPlace(now.bank, opinion)));
  title_->SetToolTip(title_->GetLabel());
  go_->Enable(now.bank.object(opinion.remark.anchor.object) != nullptr);
  words_->show(opinionWords(now.bank, now.round, opinion));

  suggested_->Show(opinion.remark.suggestion.has_value());
  const bool open = opinion.suggestion == SuggestionState::kOpen;
  const bool holds = suggestionFits(now.bank, opinion);
  accept_->Enable(now.answerable && holds && opinion.suggestion != SuggestionState::kAccepted);
  refuse_->Enable(now.answerable && opinion.suggestion != SuggestionState::kRefused);
  suggestion_->SetLabelText(
      shown(!open   ? (opinion.suggestion == SuggestionState::kAccepted ? say("已采用建议的写法。")
                                                                        : say("没有采用建议的写法。"))
            : holds ? std::string()
                    : say("文字已改，建议不能直接采用。")));
  // What is being typed stays while the bank changes elsewhere.
  const bool typing = shown_ == opinion.id && fromBank_ == opinion.answer && typedAnswer();
  if (!typing && answer() != opinion.answer) answer_->ChangeValue(shown(opinion.answer));
  shown_ = opinion.id;
  fromBank_ = opinion.answer;
  answer_->SetEditable(now.answerable);
  showEvidence(now);
  state_->SetLabelText(shown(answerState(opinion)));
  state_->SetToolTip(state_->GetLabel());
  give_->Enable(now.answerable);

  formats::Change change{opinion.remark.anchor.object, now.reviewed, {}};
  if (const formats::Object* object = now.bank.object(change.id)) change.after = *object;
  const bool known = change.before.index() == change.after.index() && change.before.index() != 0;
  if (known && !formats::sameContent(change.before, change.after)) {
    changes_->show(change, now.bank);
  } else {
    changes_->clear();
  }
  book_->SetPageText(
      0, shown(known && formats::sameContent(change.before, change.after) ? say("送审以后没有改动")
                                                                          : say("送审以后的改动")));
  thread_->show(threadWords(opinion));
  book_->SetPageText(
      1, shown(opinion.thread.empty() ? say("往来") : say("往来（{n}）", "n"_a = opinion.thread.size())));
  Layout();
}

void OpinionSide::clear(const std::string& why) {
  title_->SetLabelText({});
  words_->show({{why, StyledWords::Style::kQuiet}});
  suggested_->Hide();
  answer_->ChangeValue({});
  shown_ = {};
  fromBank_.clear();
  evidence_.clear();
  proof_->SetLabelText({});
  state_->SetLabelText({});
  changes_->clear();
  thread_->show({});
  for (wxWindow* one :
       {static_cast<wxWindow*>(go_), static_cast<wxWindow*>(add_), static_cast<wxWindow*>(drop_),
        static_cast<wxWindow*>(give_), static_cast<wxWindow*>(answer_), static_cast<wxWindow*>(book_)}) {
    one->Disable();
  }
  Layout();
}

void OpinionSide::showEvidence(const Shown& now) {
  const auto* dossier = now.bank.find<formats::Dossier>(formats::Dossier::kId);
  std::string names;
  evidence_.clear();
  for (const std::string& name : now.opinion.evidence) {
    std::string title = name.substr(0, 8);
    if (dossier != nullptr) {
      const auto found = dossier->attachments.find(name);
      if (found != dossier->attachments.end()) title = found->second;
    }
    names += (names.empty() ? "" : say("、")) + title;
    evidence_.emplace_back(name, title);
  }
  proof_->SetLabelText(shown(names.empty() ? say("没有佐证材料") : say("佐证：{names}", "names"_a = names)));
  proof_->SetToolTip(proof_->GetLabel());
  add_->Enable(now.answerable);
  drop_->Enable(now.answerable && !evidence_.empty());
}

void OpinionSide::dropMenu() {
  wxMenu menu;
  for (const auto& [name, title] : evidence_) {
    const int id = menu.Append(wxID_ANY, wxControl::EscapeMnemonics(shown(title)))->GetId();
    menu.Bind(wxEVT_MENU, [this, name = name](wxCommandEvent&) { deeds_.dropEvidence(name); }, id);
  }
  drop_->PopupMenu(&menu, 0, drop_->GetSize().y);
}

std::string OpinionSide::answer() const {
  return wordsOf(answer_);
}

std::optional<std::string> OpinionSide::typedAnswer() const {
  std::string text = answer();
  return text == fromBank_ ? std::nullopt : std::optional(std::move(text));
}

std::string OpinionSide::comment() const {
  return wordsOf(comment_);
}

void OpinionSide::commentDone() {
  comment_->Clear();
}

}  // namespace tiku::editor
