#pragma once

#include <optional>
#include <vector>

#include <wx/panel.h>

#include "formats/model/review.h"

namespace tiku::editor {

class RoundDeeds;

/// Buttons for the states that a round may come into next.
class NextSteps final : public wxPanel {
 public:
  NextSteps(wxWindow* parent, RoundDeeds& deeds);
  /// `enabled` is off where nothing may be changed.
  void show(const formats::Round& round, bool enabled);

 private:
  RoundDeeds& deeds_;
  formats::Id round_;
  std::vector<formats::RoundState> offered_;
  std::optional<formats::RoundState> from_;
};

}  // namespace tiku::editor
