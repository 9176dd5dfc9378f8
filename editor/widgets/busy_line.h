#pragma once

#include <functional>
#include <string>

#include <wx/panel.h>

class wxButton;
class wxGauge;
class wxStaticText;

namespace tiku::editor {

/// One line of a dialog that says what it is doing: the words, and while something runs how far it is and a
/// button that stops it.
class BusyLine final : public wxPanel {
 public:
  /// `stop` is called by the button; the owner then says what became of it.
  BusyLine(wxWindow* parent, std::function<void()> stop);

  void begin(const std::string& words);
  /// 0 to 1.
  void tell(double share);
  /// Nothing runs any more.
  void end(const std::string& words);
  [[nodiscard]] bool busy() const { return busy_; }

 private:
  void showBusy(bool busy, const std::string& words);

  bool busy_ = false;
  wxStaticText* words_ = nullptr;
  wxGauge* gauge_ = nullptr;
  wxButton* stop_ = nullptr;
};

}  // namespace tiku::editor
