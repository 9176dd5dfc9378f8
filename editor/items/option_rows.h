#pragma once

#include <functional>
#include <string>
#include <vector>

#include <wx/panel.h>

#include "formats/model/item.h"
#include "validators/checker/finding.h"

class wxBoxSizer;
class wxButton;
class wxCheckBox;

namespace tiku::editor {

class ProseField;

/// The options of a choice item, one below the other, each with a box for "this one is right".
class OptionRows final : public wxPanel {
 public:
  struct Told {
    std::function<void(int option, const formats::RichText&)> edited;
    std::function<void(int option, bool right)> marked;
    std::function<void(int option)> removed;
    std::function<void()> added;
    std::function<void()> grown;  ///< Takes more or less room now.
  };
  OptionRows(wxWindow* parent, Told told);

  void show(const formats::TheoryItem& item);
  [[nodiscard]] ProseField* field(int option) const;
  /// The option that has the keyboard; -1 when none has.
  [[nodiscard]] int focused() const;

 private:
  struct Row {
    wxPanel* panel;
    wxCheckBox* right;
    ProseField* field;
    wxButton* remove;
  };
  void makeRow();

  Told told_;
  wxBoxSizer* sizer_ = nullptr;
  std::vector<Row> rows_;  ///< Made once and kept; those that the item does not need are hidden.
  std::size_t used_ = 0;
  wxButton* add_ = nullptr;
};

}  // namespace tiku::editor
