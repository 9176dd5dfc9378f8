#include "editor/review/next_steps.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/review/round_deeds.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::RoundState;
using formats::say;

NextSteps::NextSteps(wxWindow* parent, RoundDeeds& deeds) : wxPanel(parent), deeds_(deeds) {
  SetSizer(new wxBoxSizer(wxHORIZONTAL));
}

void NextSteps::show(const formats::Round& round, bool enabled) {
  round_ = round.id;
  Enable(enabled);
  // Buttons that stay stay as they are: somebody may have the keyboard on one.
  if (from_ == round.state()) return;
  from_ = round.state();
  offered_ = formats::nextStates(round.state());
  wxSizer* line = GetSizer();
  line->Clear(true);
  if (offered_.empty()) {
    line->Add(new wxStaticText(this, wxID_ANY, shown(say("本轮评审已经结束；需要再评的，另开一轮。"))),
              wxSizerFlags().CenterVertical());
  } else {
    line->Add(new wxStaticText(this, wxID_ANY, shown(say("接下来"))),
              wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8)));
  }
  for (const RoundState to : offered_) {
    auto* button = new wxButton(this, wxID_ANY, shown(RoundDeeds::titleFor(round.state(), to)));
    button->Bind(wxEVT_BUTTON, [this, to](wxCommandEvent&) {
      // The deed may make these buttons anew: not under the feet of this event.
      CallAfter([this, to] { deeds_.bring(round_, to); });
    });
    line->Add(button, wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
  }
  InvalidateBestSize();
  Layout();
}

}  // namespace tiku::editor
