#include "editor/expert/submit_page.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/expert/card_text.h"
#include "editor/widgets/clipboard.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;
using formats::Unfilled;
using formats::operator""_a;

namespace {

/// More lines help nobody; the queue has a filter for the rest.
constexpr std::size_t kMostMissing = 30;

wxStaticText* addHead(wxWindow* page, wxSizer* into, const std::string& words) {
  auto* head = new wxStaticText(page, wxID_ANY, shown(words));
  head->SetFont(head->GetFont().Scaled(1.1F).Bold());
  into->Add(head, wxSizerFlags().Expand().Border(wxTOP, page->FromDIP(20)));
  return head;
}

}  // namespace

SubmitPage::SubmitPage(wxWindow* parent, ExpertHost& host)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL),
      host_(host) {
  SetScrollRate(0, FromDIP(12));
  nameForReaders(this, say("提交"));
  const int gap = FromDIP(6);
  const int points = host.textSize();
  auto* column = new wxBoxSizer(wxVERTICAL);
  addHead(this, column, say("回避声明"));
  auto* about = new wxStaticText(
      this, wxID_ANY,
      shown(say("您与送审机构、命题人员有没有应当回避的关系？没有，写“无”；有，写明是什么。")));
  about->SetForegroundColour(quietInk());
  about->Wrap(FromDIP(740));
  column->Add(about, wxSizerFlags().Border(wxTOP, gap));
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  conflict_ = new SentenceField(this, say("回避声明"), points, 1);
  auto* none = new wxButton(this, wxID_ANY, shown(say("没有，写“无”(&N)")));
  row->Add(conflict_, wxSizerFlags(1).CenterVertical());
  row->Add(none, wxSizerFlags().Top().Border(wxLEFT, gap));
  column->Add(row, wxSizerFlags().Expand().Border(wxTOP, gap));
  addHead(this, column, say("总的评价（可以不写）"));
  comment_ = new SentenceField(this, say("总的评价"), points, 4);
  column->Add(comment_, wxSizerFlags().Expand().Border(wxTOP, gap));
  for (const OtherExpert& other : host.session().others()) {
    if (other.answers().comment.empty()) continue;
    auto* text = new CardText(this, other.name, points);
    StyledWords words;
    words.add(other.name, Look::kLabel);
    words.line(other.answers().comment);
    text->show(std::move(words));
    column->Add(text, wxSizerFlags().Expand().Border(wxTOP, gap));
  }
  missingHead_ = addHead(this, column, {});
  button_ = new wxButton(this, wxID_ANY, shown(say("提交(&T)")), wxDefaultPosition, FromDIP(wxSize(180, 40)));
  column->Add(button_, wxSizerFlags().Border(wxTOP, 2 * gap));
  missing_ = new wxPanel(this);
  missing_->SetSizer(new wxBoxSizer(wxVERTICAL));
  column->Add(missing_, wxSizerFlags().Expand().Border(wxTOP, gap));

  done_ = new wxPanel(this);
  receipt_ = new wxTextCtrl(done_, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(420, -1)),
                            wxTE_READONLY | wxTE_CENTRE);
  receipt_->SetFont(receipt_->GetFont().Scaled(2.2F).Bold());
  nameForReaders(receipt_, say("凭证"));
  auto* copy = new wxButton(done_, wxID_ANY, shown(say("复制凭证(&C)")));
  next_ = new wxStaticText(done_, wxID_ANY, {});
  auto* receiptRow = new wxBoxSizer(wxHORIZONTAL);
  receiptRow->Add(receipt_, wxSizerFlags().CenterVertical());
  receiptRow->Add(copy, wxSizerFlags().CenterVertical().Border(wxLEFT, 2 * gap));
  auto* doneSizer = new wxBoxSizer(wxVERTICAL);
  doneSizer->Add(receiptRow, wxSizerFlags().Border(wxTOP, gap));
  doneSizer->Add(next_, wxSizerFlags().Border(wxTOP, 2 * gap));
  done_->SetSizer(doneSizer);
  column->Add(done_, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(20)));
  auto* centred = new wxBoxSizer(wxHORIZONTAL);
  column->SetMinSize(FromDIP(wxSize(760, -1)));
  centred->AddStretchSpacer(1);
  centred->Add(column, wxSizerFlags(4).Border(wxLEFT | wxRIGHT, FromDIP(16)));
  centred->AddStretchSpacer(1);
  SetSizer(centred);

  conflict_->onTyped([this](const std::string& words) {
    if (!host_.change(workflows::ConflictEntry{words}, say("写回避声明"), "conflict")) follow();
  });
  comment_->onTyped([this](const std::string& words) {
    if (!host_.change(workflows::CommentEntry{words}, say("写总的评价"), "comment")) follow();
  });
  none->Bind(wxEVT_BUTTON,
             [this](wxCommandEvent&) { host_.change(workflows::ConflictEntry{"无"}, say("写回避声明")); });
  button_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (submit_) submit_();
  });
  copy->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { setClipboardText(host_.session().receipt()); });
  const bool enabled = host.session().readOnlyReason().empty();
  for (wxWindow* window : {static_cast<wxWindow*>(conflict_), static_cast<wxWindow*>(comment_),
                           static_cast<wxWindow*>(none), static_cast<wxWindow*>(button_)}) {
    window->Enable(enabled);
  }
  follow();
}

void SubmitPage::follow() {
  conflict_->setWords(host_.session().answers().conflict);
  comment_->setWords(host_.session().answers().comment);
  if (IsShownOnScreen() || !listedBefore_) come();
}

void SubmitPage::come() {
  listedBefore_ = true;
  const bool submitted = host_.session().submitted();
  done_->Show(submitted);
  button_->Show(!submitted);
  missing_->Show(!submitted);
  listMissing();
  showReceipt();
  FitInside();
  Layout();
  missing_->Layout();
  done_->Layout();
}

void SubmitPage::listMissing() {
  const std::vector<Unfilled> unfilled = host_.session().unfilled();
  button_->Enable(unfilled.empty() && host_.session().readOnlyReason().empty());
  missingHead_->SetLabelText(
      shown(host_.session().submitted() ? say("已经提交。凭证：")
            : unfilled.empty()
                ? say("都填好了，可以提交。")
                : say("还差 {count} 处，填好才能提交（点一下就到那里）：", "count"_a = unfilled.size())));
  std::vector<std::string> words;
  for (std::size_t i = 0; i < std::min(unfilled.size(), kMostMissing); ++i)
    words.push_back(unfilled[i].words);
  if (unfilled.size() > kMostMissing)
    words.push_back(say("……另有 {count} 处", "count"_a = unfilled.size() - kMostMissing));
  if (words == listed_) return;
  listed_ = words;
  wxSizer* sizer = missing_->GetSizer();
  sizer->Clear(true);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i >= kMostMissing) {
      sizer->Add(new wxStaticText(missing_, wxID_ANY, shown(words[i])),
                 wxSizerFlags().Border(wxALL, FromDIP(4)));
      continue;
    }
    auto* button = new wxButton(missing_, wxID_ANY, wxControl::EscapeMnemonics(shown(words[i])),
                                wxDefaultPosition, wxSize(1, -1), wxBORDER_NONE | wxBU_LEFT);
    button->SetToolTip(shown(words[i]));
    const ReviewPlace place = host_.session().placeOf(unfilled[i]);
    button->Bind(wxEVT_BUTTON,
                 [this, place](wxCommandEvent&) { CallAfter([this, place] { host_.goTo(place); }); });
    sizer->Add(button, wxSizerFlags().Expand());
  }
}

void SubmitPage::showReceipt() {
  const ReviewSession& session = host_.session();
  if (!session.submitted()) return;
  receipt_->ChangeValue(shown(session.receipt()));
  next_->SetLabelText(shown(
      say("接下来：\n1. 抄下或打印上面的凭证。\n2. 把这份文件交回（拷到光盘或 U 盘，或按通知的办法送）：\n"
          "　　{file}\n3. 组长收到后显示的凭证应当与上面的相同，请核对。\n\n"
          "提交之后还可以改；一改，这次提交就收回，改完要重新提交，凭证也会不同。",
          "file"_a = session.path().string())));
  next_->Wrap(FromDIP(740));
}

void SubmitPage::go() {
  if (host_.session().answers().conflict.empty()) {
    conflict_->SetFocus();
  } else if (button_->IsShown() && button_->IsEnabled()) {
    button_->SetFocus();
  } else if (done_->IsShown()) {
    receipt_->SetFocus();
  }
}

}  // namespace tiku::editor
