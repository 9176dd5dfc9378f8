#pragma once

#include <functional>
#include <string>

#include <wx/panel.h>

class wxKeyEvent;
class wxStaticText;
class wxTextCtrl;

namespace tiku::editor {

/// A slim line below a table to look for words: Enter goes to the next place, Shift+Enter to the one before,
/// Esc puts the line away.
class FindBar final : public wxPanel {
 public:
  struct Deeds {
    std::function<void()> typed;          ///< Other words().
    std::function<void(bool back)> goOn;  ///< To the next place, or back to the one before.
    std::function<void()> close;
  };
  FindBar(wxWindow* parent, Deeds deeds);

  /// Comes up with what was looked for last, and takes the keyboard.
  void open();
  [[nodiscard]] std::string words() const;
  /// What came of it: "3/17".
  void say(const std::string& result, bool found);

 private:
  void keyDown(wxKeyEvent& event);

  Deeds deeds_;
  wxTextCtrl* field_ = nullptr;
  wxStaticText* result_ = nullptr;
};

}  // namespace tiku::editor
