#pragma once

#include "editor/standard/standard_page.h"

class wxChoice;
class wxTextCtrl;

namespace tiku::editor {

class Form;

/// What the standard is: its kind, title, edition and issuer.
class HeadPage final : public StandardPage {
 public:
  HeadPage(wxWindow* parent, StandardSource& source);

  void refresh() override;
  void takeKeyboard() override;

 private:
  void addField(Form& form, const std::string& label, std::string formats::Standard::* words);

  StandardSource& source_;
  wxChoice* kind_ = nullptr;
  struct Field {
    wxTextCtrl* control;
    std::string formats::Standard::* words;
  };
  std::vector<Field> fields_;
};

}  // namespace tiku::editor
