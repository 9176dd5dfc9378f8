#pragma once

#include <array>
#include <string>
#include <vector>

#include <wx/panel.h>

#include "formats/model/records.h"

class wxCheckBox;
class wxChoice;
class wxTextCtrl;

namespace tiku::editor {

/// What the bank is: title, occupation, levels, profile, kinds.
class BankPage final : public wxPanel {
 public:
  BankPage(wxWindow* parent, const formats::BankInfo& info);

  /// What keeps this from being a bank, as a sentence; empty when all is well.
  [[nodiscard]] std::string problem() const;
  [[nodiscard]] formats::BankInfo info() const;

 private:
  formats::BankInfo before_;
  wxTextCtrl* title_ = nullptr;
  wxTextCtrl* code_ = nullptr;
  wxTextCtrl* occupation_ = nullptr;
  std::array<wxCheckBox*, 5> levels_{};
  std::vector<std::string> profiles_;
  wxChoice* profile_ = nullptr;
  wxChoice* theory_ = nullptr;
  wxChoice* skills_ = nullptr;
  wxChoice* class_ = nullptr;
};

}  // namespace tiku::editor
