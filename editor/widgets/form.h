#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <wx/sizer.h>

class wxButton;
class wxChoice;
class wxComboBox;
class wxDialog;
class wxStaticText;
class wxTextCtrl;
class wxTextEntry;

namespace tiku::editor {

/// Labels on the left, fields on the right. A label may have an access key, "题库名称(&T)"; it names the
/// field for screen readers without it.
class Form final : public wxFlexGridSizer {
 public:
  explicit Form(wxWindow* parent);

  wxTextCtrl* field(const std::string& label, std::string_view words = {}, const std::string& hint = {});
  /// One of the lines.
  wxChoice* choice(const std::string& label, const std::vector<std::string>& lines, int chosen);
  /// One of the lines, or something else.
  wxComboBox* suggestions(const std::string& label, const std::vector<std::string>& lines,
                          std::string_view words);
  /// Anything else with a label.
  void row(const std::string& label, wxWindow* control);
  void row(const std::string& label, wxSizer* controls);

 private:
  void addLabel(const std::string& label);
  wxWindow* parent_;
};

/// The label without its access key: "题库名称".
std::string withoutAccessKey(std::string_view label);

/// What was typed, without white space around it.
std::string wordsOf(const wxTextEntry* entry);

/// The foot of a dialog: what is missing, 取消, and the button that does it.
class DialogFoot {
 public:
  /// `does` says what happens: "新建(&N)". Gives the dialog its sizer: `content` above the foot.
  DialogFoot(wxDialog* dialog, wxSizer* content, const std::string& does);
  /// Says what is missing; while something is, the button is off.
  void require(const std::string& problem);
  [[nodiscard]] wxButton* button() const { return does_; }

 private:
  wxStaticText* problem_ = nullptr;
  wxButton* does_ = nullptr;
};

}  // namespace tiku::editor
