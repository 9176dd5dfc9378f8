#include "editor/items/paste_dialog.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/timer.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "editor/widgets/wrap.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;

namespace {

constexpr int kPauseMilliseconds = 150;
constexpr int kItemWidth = 360;
constexpr int kResultWidth = 170;

class PasteDialog final : public wxDialog {
 public:
  PasteDialog(wxWindow* parent, const PasteQuestion& question)
      : wxDialog(parent, wxID_ANY, shown(say("粘贴试题")), wxDefaultPosition, wxDefaultSize,
                 wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
        question_(question) {
    layOut();
    words_->ChangeValue(shown(question.words));
    words_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
      take_->Disable();
      pause_.StartOnce(kPauseMilliseconds);
    });
    where_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { read(); });
    pause_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { read(); });
    read();
    CentreOnParent();
    words_->SetFocus();
  }

  [[nodiscard]] Pasted& pasted() { return pasted_; }

 private:
  void layOut() {
    const int gap = FromDIP(12);
    auto* hint = new wxStaticText(
        this, wxID_ANY,
        shown(question_.left ? say("下面这些还没有收入。改一改再收，或者关闭。")
                             : say("把从 Word、网页或表格里复制的试题粘贴在左边，右边是它们将成为的试题。")));
    hint->SetForegroundColour(question_.left ? inkOf(State::kShort) : quietInk());
    words_ = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(380, 420)), wxTE_MULTILINE);
    nameForReaders(words_, say("粘贴的文字"));
    setInnerMargin(words_, FromDIP(6));
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(640, 420)),
                                   wxDV_SINGLE | wxDV_ROW_LINES | wxDV_VARIABLE_LINE_HEIGHT);
    nameForReaders(list_, say("将成为的试题"));
    addColumn(say("题型"), 70);
    addColumn(say("试题"), kItemWidth);
    addColumn(say("结果"), kResultWidth);
    where_ = new wxChoice(this, wxID_ANY);
    if (!question_.pointName.empty()) where_->Append(shown(question_.pointName));
    where_->Append(shown(say("不归入考评点")));
    where_->SetSelection(0);
    nameForReaders(where_, say("归入考评点"));
    summary_ = new wxStaticText(this, wxID_ANY, {});
    take_ = new wxButton(this, wxID_OK, shown(say("全部收入(&T)")));
    take_->SetDefault();

    auto* sides = new wxBoxSizer(wxHORIZONTAL);
    sides->Add(words_, wxSizerFlags(3).Expand().Border(wxRIGHT, gap));
    sides->Add(list_, wxSizerFlags(5).Expand());
    auto* foot = new wxBoxSizer(wxHORIZONTAL);
    foot->Add(new wxStaticText(this, wxID_ANY, shown(say("归入考评点(&P)："))),
              wxSizerFlags().CenterVertical());
    foot->Add(where_, wxSizerFlags(1).CenterVertical());
    foot->AddStretchSpacer();
    foot->Add(new wxButton(this, wxID_CANCEL, shown(say("取消"))), wxSizerFlags().Border(wxRIGHT, gap / 2));
    foot->Add(take_);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(hint, wxSizerFlags().Expand().Border(wxALL, gap));
    all->Add(sides, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, gap));
    all->Add(summary_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    all->Add(foot, wxSizerFlags().Expand().Border(wxALL, gap));
    SetSizerAndFit(all);
  }

  void addColumn(const std::string& title, int width) {
    auto* renderer = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, wxALIGN_LEFT);
    list_->AppendColumn(
        new wxDataViewColumn(headed(title), renderer, list_->GetColumnCount(), FromDIP(width)));
    wrapCells(renderer, FromDIP(width - 10));
  }

  void read() {
    const bool atPoint = !question_.pointName.empty() && where_->GetSelection() == 0;
    pasted_ = question_.read(typed(words_->GetValue()), atPoint);
    list_->DeleteAllItems();
    for (const IncomingItem& item : pasted_.items) {
      add(std::string(formats::translate(formats::itemTypeName(item.item.type))), wordsOfItem(item.item),
          resultOf(item));
    }
    for (const std::string& line : pasted_.notTaken) add(say("未收入"), line, say("留在左边，改好再收。"));
    std::size_t added = 0;
    std::size_t doubtful = 0;
    for (const IncomingItem& item : pasted_.items) {
      added += item.what == IncomingItem::What::kNew ? 1U : 0U;
      doubtful += item.doubts.empty() ? 0U : 1U;
    }
    std::string line = say("认出 {n} 道，其中新题 {added} 道，有疑问的 {doubtful} 道。",
                           "n"_a = pasted_.items.size(), "added"_a = added, "doubtful"_a = doubtful);
    if (pasted_.newPaper) line += say("同时收为一套试卷。");
    summary_->SetLabel(shown(line));
    take_->Enable(!pasted_.edit.empty());
    Layout();
  }

  void add(const std::string& type, const std::string& words, const std::string& result) {
    wxVector<wxVariant> values;
    for (const std::string& value : {type, words, result}) values.push_back(shown(value));
    list_->AppendItem(values);
  }

  const PasteQuestion& question_;
  Pasted pasted_;
  wxTimer pause_;
  wxTextCtrl* words_ = nullptr;
  wxDataViewListCtrl* list_ = nullptr;
  wxChoice* where_ = nullptr;
  wxStaticText* summary_ = nullptr;
  wxButton* take_ = nullptr;
};

}  // namespace

std::optional<Pasted> askPaste(wxWindow* parent, const PasteQuestion& question) {
  PasteDialog dialog(parent, question);
  if (dialog.ShowModal() != wxID_OK) return {};
  return std::move(dialog.pasted());
}

}  // namespace tiku::editor
