#include "editor/widgets/find_bar.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/form.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

FindBar::FindBar(wxWindow* parent, Deeds deeds) : wxPanel(parent), deeds_(std::move(deeds)) {
  using formats::say;
  const int gap = FromDIP(6);
  field_ =
      new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(220, -1)), wxTE_PROCESS_ENTER);
  field_->SetHint(shown(say("在表里查找")));
  nameForReaders(field_, say("在表里查找"));
  result_ = new wxStaticText(this, wxID_ANY, {});
  auto* line = new wxBoxSizer(wxHORIZONTAL);
  line->Add(field_, wxSizerFlags().CenterVertical().Border(wxALL, gap));
  const auto button = [&](const std::string& title, const std::string& hint, std::function<void()> run) {
    auto* made = new wxButton(this, wxID_ANY, shown(title));
    made->SetToolTip(shown(hint));
    nameForReaders(made, title);
    made->Bind(wxEVT_BUTTON, [run = std::move(run)](wxCommandEvent&) { run(); });
    line->Add(made, wxSizerFlags().CenterVertical().Border(wxRIGHT, gap));
  };
  button(say("上一处"), say("Shift+Enter 或 Shift+F3"), [this] { deeds_.goOn(true); });
  button(say("下一处"), say("Enter 或 F3"), [this] { deeds_.goOn(false); });
  line->Add(result_, wxSizerFlags(1).CenterVertical());
  button(say("收起查找"), "Esc", [this] { deeds_.close(); });
  SetSizer(line);
  field_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { deeds_.typed(); });
  Bind(wxEVT_CHAR_HOOK, &FindBar::keyDown, this);
}

void FindBar::keyDown(wxKeyEvent& event) {
  const int key = event.GetKeyCode();
  if (key == WXK_ESCAPE) {
    deeds_.close();
  } else if (key == WXK_F3 || (field_->HasFocus() && (key == WXK_RETURN || key == WXK_NUMPAD_ENTER))) {
    deeds_.goOn(event.ShiftDown());
  } else {
    event.Skip();
  }
}

void FindBar::open() {
  Show();
  field_->SetFocus();
  field_->SelectAll();
}

std::string FindBar::words() const {
  return wordsOf(field_);
}

void FindBar::say(const std::string& result, bool found) {
  result_->SetForegroundColour(found ? quietInk() : inkOf(State::kEmpty));
  result_->SetLabelText(shown(result));
  Layout();
}

}  // namespace tiku::editor
