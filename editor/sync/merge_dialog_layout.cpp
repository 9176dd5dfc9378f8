// How the dialog of a merge looks, and what its keys do.
#include <wx/button.h>
#include <wx/html/htmlwin.h>
#include <wx/radiobut.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/sync/merge_dialog.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/line_list.h"
#include "editor/widgets/native.h"
#include "editor/widgets/preview.h"
#include "editor/widgets/styled_words.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;

void MergeDialog::layOut() {
  const int gap = FromDIP(12);
  state_ = new wxStaticText(this, wxID_ANY, {});
  auto* explained = new wxStaticText(
      this, wxID_ANY, shown(say("两个人把同一处改成了不同的样子，要您来定。其余的改动已经合在一起。")));
  explained->SetForegroundColour(quietInk());
  // Wide enough for a code to its end, behind the longer words of English.
  const int object = formats::language() == formats::Language::kEnglish ? 280 : 220;
  list_ =
      new LineList(this, say("要决定的地方"), {{say("答复"), 60}, {say("对象"), object}, {say("栏目"), 70}});
  list_->SetMinSize(FromDIP(wxSize(object + 136, 200)));
  auto* middle = new wxBoxSizer(wxHORIZONTAL);
  middle->Add(list_, wxSizerFlags().Expand().Border(wxRIGHT, gap));
  middle->Add(makeQuestion(), wxSizerFlags(1).Expand());
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(state_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  all->Add(explained, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  all->Add(middle, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, gap));
  all->Add(makeFoot(), wxSizerFlags().Expand().Border(wxALL, gap));
  SetSizer(all);
  state_->SetFont(state_->GetFont().Bold());
  SetSize(FromDIP(wxSize(1080, 700)));
  SetMinSize(FromDIP(wxSize(860, 560)));
  CentreOnParent();
}

wxSizer* MergeDialog::makeQuestion() {
  const int gap = FromDIP(8);
  title_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_MIDDLE);
  title_->SetFont(title_->GetFont().Bold().Larger());
  auto* word = new wxStaticText(this, wxID_ANY, shown(say("合并后的样子")));
  word->SetFont(word->GetFont().Bold());
  preview_ = makePreview(this);
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(title_, wxSizerFlags().Expand().Border(wxBOTTOM, gap));
  column->Add(makeSides(), wxSizerFlags(2).Expand());
  column->Add(makeAnswer(), wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, gap));
  column->Add(word, wxSizerFlags().Border(wxBOTTOM, gap / 2));
  column->Add(preview_, wxSizerFlags(2).Expand());
  return column;
}

wxSizer* MergeDialog::makeSides() {
  const int gap = FromDIP(8);
  auto* columns = new wxBoxSizer(wxHORIZONTAL);
  const auto side = [&](SideColumn& made, const std::string& title) {
    made.head = new wxStaticText(this, wxID_ANY, headed(title));
    made.head->SetFont(made.head->GetFont().Bold());
    made.person = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    made.person->SetForegroundColour(quietInk());
    made.person->SetMinSize({0, -1});
    made.words = new StyledWords(this, title);
    made.words->SetMinSize(FromDIP(wxSize(120, 80)));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(made.head);
    column->Add(made.person, wxSizerFlags().Expand());
    column->Add(made.words, wxSizerFlags(1).Expand().Border(wxTOP, gap / 2));
    columns->Add(column, wxSizerFlags(1).Expand().Border(columns->IsEmpty() ? 0 : wxLEFT, gap));
  };
  side(base_, say("原来的"));
  side(mine_, say("我的"));
  side(theirs_, say("对方的"));
  return columns;
}

wxSizer* MergeDialog::makeAnswer() {
  const int gap = FromDIP(12);
  // None of the three is chosen until somebody has chosen.
  none_ = new wxRadioButton(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxRB_GROUP);
  none_->Hide();
  takeMine_ = new wxRadioButton(this, wxID_ANY, shown(say("保留我的(&M)")));
  takeTheirs_ = new wxRadioButton(this, wxID_ANY, shown(say("采用对方的(&T)")));
  takeText_ = new wxRadioButton(this, wxID_ANY, shown(say("自己改写(&W)")));
  text_ = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(-1, 64)),
                         wxTE_MULTILINE | wxTE_BESTWRAP);
  nameForReaders(text_, say("自己改写"));
  setInnerMargin(text_, FromDIP(6));
  auto* line = new wxBoxSizer(wxHORIZONTAL);
  for (wxRadioButton* button : {takeMine_, takeTheirs_, takeText_})
    line->Add(button, wxSizerFlags().CenterVertical().Border(wxRIGHT, gap));
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(line);
  column->Add(text_, wxSizerFlags().Expand().Border(wxTOP, gap / 2));
  return column;
}

wxSizer* MergeDialog::makeFoot() {
  const int gap = FromDIP(6);
  auto* mine = new wxButton(this, wxID_ANY, shown(say("其余都用我的(&A)")));
  auto* theirs = new wxButton(this, wxID_ANY, shown(say("其余都用对方的(&B)")));
  mine->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { answerRest(Take::kMine); });
  theirs->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { answerRest(Take::kTheirs); });
  auto* later = new wxButton(this, wxID_CANCEL, shown(say("以后再答")));
  later->SetToolTip(shown(say("什么也不改；已经答的记着，下次接着答。")));
  next_ = new wxButton(this, wxID_ANY, shown(say("下一处(&N)")));
  merge_ = new wxButton(this, wxID_OK, shown(say("合并(&G)")));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(mine);
  buttons->Add(theirs, wxSizerFlags().Border(wxLEFT, gap));
  buttons->AddStretchSpacer();
  buttons->Add(later);
  buttons->Add(next_, wxSizerFlags().Border(wxLEFT, gap));
  buttons->Add(merge_, wxSizerFlags().Border(wxLEFT, gap));
  return buttons;
}

void MergeDialog::bindControls() {
  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    if (quiet_ || list_->chosen() < 0) return;
    at_ = static_cast<std::size_t>(list_->chosen());
    showQuestion();
  });
  takeMine_->Bind(wxEVT_RADIOBUTTON, [this](wxCommandEvent&) { answer(Take::kMine); });
  takeTheirs_->Bind(wxEVT_RADIOBUTTON, [this](wxCommandEvent&) { answer(Take::kTheirs); });
  takeText_->Bind(wxEVT_RADIOBUTTON, [this](wxCommandEvent&) { answer(Take::kText); });
  text_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
    if (takeText_->GetValue()) answer(Take::kText);
  });
  next_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { nextOpen(); });
  pause_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
    keep();
    preview();
  });
  // Whichever way it is closed.
  Bind(wxEVT_BUTTON, [this](wxCommandEvent& event) {
    event.Skip();
    if (event.GetId() == wxID_OK || event.GetId() == wxID_CANCEL) keep();
  });
  Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
    event.Skip();
    keep();
  });
}

}  // namespace tiku::editor
