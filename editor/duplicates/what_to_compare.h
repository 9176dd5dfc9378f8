#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include <wx/panel.h>

#include "workflows/duplicates/duplicates.h"

class wxButton;
class wxCheckBox;
class wxChoice;
class wxSpinCtrl;
class wxStaticText;

namespace tiku::editor {

/// What a list of duplicates is to hold.
struct Comparison {
  workflows::DuplicateSettings settings;
  /// Other banks and files: then only pairs between the bank and them.
  std::vector<std::filesystem::path> others;
};

/// The line above the list of duplicates in which a person says so.
class WhatToCompare final : public wxPanel {
 public:
  WhatToCompare(wxWindow* parent, std::function<void()> changed);
  [[nodiscard]] Comparison comparison() const;

 private:
  void chooseOthers();
  void showOthers();

  std::function<void()> changed_;
  std::vector<std::filesystem::path> others_;
  wxChoice* across_ = nullptr;
  wxSpinCtrl* threshold_ = nullptr;
  wxCheckBox* settled_ = nullptr;
  wxButton* choose_ = nullptr;
  wxButton* alone_ = nullptr;
  wxStaticText* names_ = nullptr;
};

}  // namespace tiku::editor
