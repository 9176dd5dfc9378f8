#include "editor/review/deed_dialog.h"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/review/review_words.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/form.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "editor/widgets/wrap.h"
#include "editor/workspace/host.h"
#include "formats/base/error.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::Date;
using formats::say;

namespace {

class DeedDialog final : public wxDialog {
 public:
  DeedDialog(wxWindow* parent, const std::string& person, const DeedQuestion& question)
      : wxDialog(parent, wxID_ANY, shown(question.title), wxDefaultPosition, wxDefaultSize,
                 wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
        question_(question) {
    const int width = FromDIP(460);
    auto* text = new wxStaticText(this, wxID_ANY, wrapped(this, question.text, width));
    auto* form = new Form(this);
    by_ = form->field(say("办理人(&P)"), person);
    on_ = form->field(say("日期(&D)"), dayToday().str(), "2026-03-01");
    if (question.lastDay) {
      last_ = form->field(say("整改期限(&L)"));
      caveat_ = new wxStaticText(this, wxID_ANY, {});
      caveat_->SetForegroundColour(quietInk());
    }
    reason_ = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(320, 90)), wxTE_MULTILINE);
    form->row(say("理由(&R)"), reason_);
    auto* content = new wxBoxSizer(wxVERTICAL);
    content->Add(text, wxSizerFlags().Border(wxBOTTOM, FromDIP(12)));
    content->Add(form, wxSizerFlags(1).Expand());
    if (caveat_ != nullptr) content->Add(caveat_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    if (!question.reasonHint.empty()) {
      auto* hint = new wxStaticText(this, wxID_ANY, wrapped(this, question.reasonHint, width));
      hint->SetForegroundColour(quietInk());
      content->Add(hint, wxSizerFlags().Border(wxTOP, FromDIP(8)));
    }
    foot_.emplace(this, content, question.does);
    propose();
    look();
    Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
      if (event.GetEventObject() == on_) propose();
      if (event.GetEventObject() == last_ && !proposing_) ownDay_ = true;
      look();
    });
    Fit();
    SetMinSize(GetSize());
    (person.empty() ? by_ : reason_)->SetFocus();
    CentreOnParent();
  }

  [[nodiscard]] DeedAnswer answer() const {
    DeedAnswer answer{{wordsOf(by_), *Date::parse(wordsOf(on_)), wordsOf(reason_)}, {}};
    if (last_ != nullptr) answer.lastDay = Date::parse(wordsOf(last_));
    return answer;
  }

 private:
  // The last day follows the day of the deed, unless somebody has written his own.
  void propose() {
    const auto on = Date::parse(wordsOf(on_));
    if (last_ == nullptr || !on || ownDay_) return;
    proposing_ = true;
    try {
      const workflows::Deadline last = question_.lastDay(*on);
      last_->SetValue(shown(last.day.str()));
      caveat_->SetLabelText(shown(last.caveat()));
    } catch (const formats::FormatError& error) {
      caveat_->SetLabelText(wrapped(this, error.full(), FromDIP(460)));
    }
    proposing_ = false;
  }

  void look() {
    const auto on = Date::parse(wordsOf(on_));
    const auto last = last_ == nullptr ? on : Date::parse(wordsOf(last_));
    foot_->require(wordsOf(by_).empty()                              ? say("请写明由谁办理。")
                   : !on || !last                                    ? say("日期的写法是 2026-03-01。")
                   : last_ && *last < *on                            ? say("期限不能早于办理的日期。")
                   : question_.reasonDue && wordsOf(reason_).empty() ? say("请写明理由。")
                                                                     : std::string());
  }

  const DeedQuestion& question_;
  wxTextCtrl* by_ = nullptr;
  wxTextCtrl* on_ = nullptr;
  wxTextCtrl* last_ = nullptr;
  wxStaticText* caveat_ = nullptr;
  wxTextCtrl* reason_ = nullptr;
  std::optional<DialogFoot> foot_;
  bool proposing_ = false;
  bool ownDay_ = false;
};

}  // namespace

std::optional<DeedAnswer> askDeed(wxWindow* parent, Host& host, const DeedQuestion& question) {
  DeedDialog dialog(wxGetTopLevelParent(parent), host.personName(), question);
  if (dialog.ShowModal() != wxID_OK) return {};
  return dialog.answer();
}

}  // namespace tiku::editor
