#pragma once

#include <string>

#include <wx/textctrl.h>

#include "formats/model/bank.h"

namespace tiku::editor {

/// What changed in an object: a field below the other, with the words that went and came marked.
class DifferenceView final : public wxTextCtrl {
 public:
  explicit DifferenceView(wxWindow* parent);
  /// `bank` tells what ids in the fields stand for. With a field only what changed in that one.
  void show(const formats::Change& change, const formats::Bank& bank, const std::string& field = {});
  void clear();
};

}  // namespace tiku::editor
