#pragma once

#include "editor/standard/standard_page.h"

class wxTextCtrl;

namespace tiku::editor {

class ProseField;

/// One section of 职业概况: its number, title and text.
class SectionPage final : public StandardPage {
 public:
  SectionPage(wxWindow* parent, StandardSource& source);

  void show(int section) {
    section_ = section;
    refresh();
  }
  [[nodiscard]] int section() const { return section_; }

  void refresh() override;
  void takeKeyboard() override;

 private:
  /// Null when the section is gone.
  [[nodiscard]] const formats::OverviewSection* now() const;
  void put(const formats::OverviewSection& section, const char* key);

  StandardSource& source_;
  int section_ = 0;
  wxTextCtrl* number_ = nullptr;
  wxTextCtrl* title_ = nullptr;
  ProseField* text_ = nullptr;
};

}  // namespace tiku::editor
