#pragma once

#include <functional>
#include <string>

#include <wx/panel.h>

#include "formats/model/paper.h"

class wxChoice;
class wxSpinCtrl;
class wxTextCtrl;

namespace tiku::editor {

/// Number, title, minutes and status of a paper.
class PaperHead final : public wxPanel {
 public:
  explicit PaperHead(wxWindow* parent);

  /// Called at each change by the user with the paper as it is now, what was done, and the field that was
  /// changed.
  using Edited =
      std::function<void(formats::Paper paper, const std::string& title, const std::string& field)>;
  void onEdited(Edited edited) { edited_ = std::move(edited); }
  void show(const formats::Paper& paper);

 private:
  void edited(const std::string& title, const std::string& field);

  std::optional<formats::Paper> paper_;
  bool showing_ = false;
  wxTextCtrl* number_ = nullptr;
  wxTextCtrl* title_ = nullptr;
  wxSpinCtrl* minutes_ = nullptr;
  wxChoice* status_ = nullptr;
  Edited edited_;
};

}  // namespace tiku::editor
