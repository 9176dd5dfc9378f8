#pragma once

#include <string>

#include <wx/wrapsizer.h>

class wxWindow;

namespace tiku::editor {

/// Fields one after the other, each with its label before it. What has no room goes to the next line, label
/// and field together.
class FieldLine final : public wxWrapSizer {
 public:
  explicit FieldLine(wxWindow* parent);
  /// `label` may be empty, where what stands before the line says enough; `unit` stands after the field.
  void add(const std::string& label, wxWindow* field, const std::string& unit = {});

 private:
  wxWindow* parent_;
};

}  // namespace tiku::editor
