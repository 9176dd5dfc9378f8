#include "editor/widgets/attention_bar.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/native.h"
#include "editor/widgets/small_button.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;

AttentionBar::AttentionBar(wxWindow* parent) : wxPanel(parent) {
  text_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  more_ = new wxStaticText(this, wxID_ANY, {});
  close_ = smallButton(this, say("知道了"));
  close_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (!notes_.empty()) remove(std::string(notes_.front().id));
  });
  buttons_ = new wxBoxSizer(wxHORIZONTAL);
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(text_, wxSizerFlags(1).CenterVertical().Border(wxLEFT | wxTOP | wxBOTTOM, FromDIP(8)));
  row->Add(more_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(8)));
  row->Add(buttons_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(8)));
  row->Add(close_, wxSizerFlags().CenterVertical().Border(wxALL, FromDIP(4)));
  SetSizer(row);
  nameForReaders(this, say("提醒"));
  Hide();
}

void AttentionBar::add(Note note) {
  std::erase_if(notes_, [&note](const Note& n) { return n.id == note.id; });
  const auto at = std::ranges::find_if(notes_, [&note](const Note& n) { return n.kind <= note.kind; });
  notes_.insert(at, std::move(note));
  showFirst();
}

void AttentionBar::remove(const std::string& id) {
  if (std::erase_if(notes_, [&id](const Note& n) { return n.id == id; }) > 0) showFirst();
}

void AttentionBar::press(std::size_t action) {
  if (notes_.empty() || action >= notes_.front().actions.size()) return;
  // The action may well take the note away, and itself with it.
  const auto run = notes_.front().actions[action].run;
  const std::string id = notes_.front().id;
  run();
  remove(id);
}

void AttentionBar::showFirst() {
  buttons_->Clear(true);
  Show(!notes_.empty());
  if (!notes_.empty()) {
    const Note& note = notes_.front();
    text_->SetLabelText(shown(note.text));
    text_->SetToolTip(shown(note.text));
    more_->SetLabelText(notes_.size() == 1 ? wxString()
                                           : shown(say("另有 {count} 条", "count"_a = notes_.size() - 1)));
    for (std::size_t i = 0; i < note.actions.size(); ++i) {
      wxButton* button = smallButton(this, note.actions[i].title);
      button->Bind(wxEVT_BUTTON, [this, i](wxCommandEvent&) { CallAfter([this, i] { press(i); }); });
      buttons_->Add(button, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(4)));
    }
    paintGround(note);
  }
  Layout();
  GetParent()->Layout();
}

void AttentionBar::paintGround(const Note& note) {
  using validators::Severity;
  const Severity severity = note.kind == Note::Kind::kError     ? Severity::kError
                            : note.kind == Note::Kind::kWarning ? Severity::kWarning
                                                                : Severity::kInfo;
  const wxColour window = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW);
  SetBackgroundColour(mix(colourOf(severity), window, isDark() ? 0.3 : 0.16));
  Refresh();
}

}  // namespace tiku::editor
