#pragma once

#include <string>

#include <wx/stattext.h>

namespace tiku::editor {

/// Sentences that break into lines of the width they have, also when that changes. Put it into a sizer with
/// Expand().
class WrappedText final : public wxStaticText {
 public:
  explicit WrappedText(wxWindow* parent);
  /// Shows these words.
  void tell(const std::string& words);

 private:
  void wrapNow();

  std::string words_;
  int width_ = 0;
};

}  // namespace tiku::editor
