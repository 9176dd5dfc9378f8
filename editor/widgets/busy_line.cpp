#include "editor/widgets/busy_line.h"

#include <wx/button.h>
#include <wx/gauge.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;

namespace {

constexpr int kSteps = 1000;

}  // namespace

BusyLine::BusyLine(wxWindow* parent, std::function<void()> stop) : wxPanel(parent) {
  words_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  gauge_ = new wxGauge(this, wxID_ANY, kSteps, wxDefaultPosition, FromDIP(wxSize(180, -1)));
  nameForReaders(gauge_, say("进度"));
  stop_ = new wxButton(this, wxID_ANY, shown(say("停止(&S)")));
  stop_->Bind(wxEVT_BUTTON, [stop = std::move(stop)](wxCommandEvent&) { stop(); });
  auto* all = new wxBoxSizer(wxHORIZONTAL);
  all->Add(words_, wxSizerFlags(1).CenterVertical());
  all->Add(gauge_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(12)));
  all->Add(stop_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(6)));
  // The line keeps its height when nothing runs, so that nothing below it jumps.
  SetMinSize(all->CalcMin());
  SetSizer(all);
  showBusy(false, {});
}

void BusyLine::begin(const std::string& words) {
  gauge_->SetValue(0);
  showBusy(true, words);
}

void BusyLine::tell(double share) {
  gauge_->SetValue(static_cast<int>(share * kSteps));
}

void BusyLine::end(const std::string& words) {
  showBusy(false, words);
}

void BusyLine::showBusy(bool busy, const std::string& words) {
  busy_ = busy;
  words_->SetLabelText(shown(words));
  gauge_->Show(busy);
  stop_->Show(busy);
  Layout();
}

}  // namespace tiku::editor
