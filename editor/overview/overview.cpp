#include "editor/overview/overview.h"

#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;

Overview::Overview(wxWindow* parent, Host& host) : Workspace(parent, host) {
  title_ = new wxStaticText(this, wxID_ANY, {});
  title_->SetFont(title_->GetFont().Scaled(1.5F).Bold());
  about_ = new wxStaticText(this, wxID_ANY, {});
  about_->SetForegroundColour(quietInk());
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(title_, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(16)));
  all->Add(about_, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(16)));
  SetSizer(all);
}

void Overview::go(const Place&) {
  refresh();
}

void Overview::bankChanged(std::span<const formats::Change>) {
  if (IsShown()) refresh();
}

void Overview::refresh() {
  const formats::BankInfo& info = bank().info();
  title_->SetLabelText(shown(info.title));
  about_->SetLabelText(shown(say("职业：{occupation}　规则：{profile}", "occupation"_a = info.occupationName,
                                 "profile"_a = document().checker().profile().title())));
  Layout();
}

}  // namespace tiku::editor
