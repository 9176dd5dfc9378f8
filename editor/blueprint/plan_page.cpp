#include "editor/blueprint/plan_page.h"

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;

PlanPage::PlanPage(wxWindow* parent, BlueprintSource& source)
    : RowsPage(parent), source_(source), model_(source) {
  auto* label = new wxStaticText(this, wxID_ANY, shown(say("考试时间（分钟）")));
  minutes_ =
      new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(80, -1)), wxTE_PROCESS_ENTER);
  nameForReaders(minutes_, say("考试时间（分钟）"));
  makeTable(say("组卷方案"), model_, PlanModel::kCount);
  auto* line = new wxBoxSizer(wxHORIZONTAL);
  line->Add(label, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(6)));
  line->Add(minutes_, wxSizerFlags().CenterVertical());
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(line, wxSizerFlags().Border(wxALL, FromDIP(6)));
  all->Add(&table(), wxSizerFlags(1).Expand());
  SetSizer(all);
  minutes_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { putMinutes(); });
  minutes_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    event.Skip();
    putMinutes();
  });
}

void PlanPage::refresh() {
  model_.follow();
  table().reload();
  const wxString minutes =
      model_.plan().minutes == 0 ? wxString() : shown(std::to_string(model_.plan().minutes));
  if (minutes_->GetValue() != minutes) minutes_->ChangeValue(minutes);
}

void PlanPage::putMinutes() {
  if (!source_.level()) return;
  long minutes = 0;
  const wxString words = minutes_->GetValue().Strip(wxString::both);
  if (!words.empty() && (!words.ToLong(&minutes) || minutes < 0 || minutes > 10'000)) {
    table().tell(say("考试时间“{words}”不是分钟数。原来的值没有改动。", "words"_a = typed(words)));
    refresh();
    return;
  }
  table().tell({});
  formats::Blueprint blueprint = source_.blueprint();
  blueprint.plan.minutes = static_cast<int>(minutes);
  if (blueprint != source_.blueprint()) source_.put(say("修改考试时间"), std::move(blueprint));
}

void PlanPage::finishTyping() {
  table().finishTyping();
  if (FindFocus() == minutes_) putMinutes();
}

}  // namespace tiku::editor
