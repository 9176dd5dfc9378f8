#pragma once

#include <wx/panel.h>

#include "workflows/people/authors.h"

class wxButton;
class wxChoice;
class wxComboBox;
class wxDataViewListCtrl;
class wxTextCtrl;

namespace tiku::editor {

/// 人员: a list of them, and the form of the one that is chosen.
class PeoplePage final : public wxPanel {
 public:
  PeoplePage(wxWindow* parent, formats::People people, const formats::Bank& bank);
  [[nodiscard]] const formats::People& people() const { return people_; }
  /// Who takes over the items of those who go.
  [[nodiscard]] const workflows::Successors& successors() const { return successors_; }

 private:
  void layOut();
  void showLines(int chosen);
  void showChosen();
  void takeTyped();
  void add();
  void remove();
  [[nodiscard]] int chosen() const;

  formats::People people_;
  workflows::Successors successors_;
  const formats::Bank& bank_;
  wxDataViewListCtrl* list_ = nullptr;
  wxButton* remove_ = nullptr;
  wxTextCtrl* name_ = nullptr;
  wxChoice* kind_ = nullptr;
  wxTextCtrl* institution_ = nullptr;
  wxTextCtrl* qualification_ = nullptr;
  wxComboBox* duty_ = nullptr;
  bool showing_ = false;  ///< The fields are being filled, not typed into.
};

}  // namespace tiku::editor
