#pragma once

#include <vector>

#include <wx/panel.h>

#include "formats/model/records.h"

class wxTextEntry;

namespace tiku::editor {

/// 评价机构, as the application form names it.
class InstitutionPage final : public wxPanel {
 public:
  InstitutionPage(wxWindow* parent, const formats::Institution& institution);
  [[nodiscard]] formats::Institution institution() const;

 private:
  using Member = std::string formats::Institution::*;
  formats::Institution before_;
  std::vector<std::pair<Member, wxTextEntry*>> fields_;
};

}  // namespace tiku::editor
