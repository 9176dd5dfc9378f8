#include "editor/widgets/field_line.h"

#include <wx/stattext.h>

#include "editor/widgets/heads.h"

namespace tiku::editor {

FieldLine::FieldLine(wxWindow* parent)
    : wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES), parent_(parent) {}

void FieldLine::add(const std::string& label, wxWindow* field, const std::string& unit) {
  const int gap = parent_->FromDIP(8);
  auto* group = new wxBoxSizer(wxHORIZONTAL);
  const auto words = [&](const std::string& text, int side) {
    if (text.empty()) return;
    group->Add(new wxStaticText(parent_, wxID_ANY, headed(text)),
               wxSizerFlags().CenterVertical().Border(side, gap));
  };
  words(label, wxRIGHT);
  group->Add(field, wxSizerFlags(1).CenterVertical());
  words(unit, wxLEFT);
  group->AddSpacer(2 * gap);
  Add(group, wxSizerFlags().CenterVertical().Border(wxBOTTOM, gap / 4));
}

}  // namespace tiku::editor
