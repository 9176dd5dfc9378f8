#pragma once

#include <wx/panel.h>

#include "formats/model/bank.h"

namespace tiku::editor {

/// What a paper comes to against the level's paper plan: a coloured word per type, and the sum.
class PlanLine final : public wxPanel {
 public:
  explicit PlanLine(wxWindow* parent);
  void show(const formats::Paper* paper, const formats::Bank& bank);
};

}  // namespace tiku::editor
