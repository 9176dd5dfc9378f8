#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <wx/dialog.h>
#include <wx/modalhook.h>
#include <wx/uiaction.h>
#include <wx/window.h>

#include "editor/app/main_frame.h"
#include "formats/base/temp_directory.h"

/// What a person's hands and eyes do. Nothing sleeps for a fixed time: everything waits until it is so.
class wxDataViewListCtrl;

namespace tiku::tests {

/// Lets the windows work until the condition holds. False after `milliseconds`.
bool waitFor(const std::function<bool()>& condition, int milliseconds = 5000);

/// A person at the editor: real events of mouse and keyboard.
class Hands {
 public:
  /// Clicks into the middle of a window, once it stands still and nothing is in front of it.
  void click(wxWindow* window);
  /// Double click at a place in a window.
  void doubleClick(wxWindow* window, wxPoint at);
  void clickAt(wxWindow* window, wxPoint at);
  void rightClickAt(wxWindow* window, wxPoint at);
  /// Presses, moves and lets go.
  void drag(wxWindow* window, wxPoint from, wxPoint to);
  /// ASCII by keys; anything else by the clipboard, as an input method would commit it.
  void type(std::string_view utf8);
  void key(int code, int modifiers = wxMOD_NONE);

 private:
  void moveTo(wxWindow* window, wxPoint at);
  wxUIActionSimulator simulator_;
};

/// The main window, shown and settled, with a copy of a bank open in it; closed and gone at the end.
class OpenEditor {
 public:
  /// With the start page only.
  OpenEditor();
  /// With a copy of a folder of samples/.
  explicit OpenEditor(const std::string& sample);
  ~OpenEditor();
  OpenEditor(const OpenEditor&) = delete;
  OpenEditor& operator=(const OpenEditor&) = delete;

  editor::MainFrame& frame() { return *frame_; }
  editor::Document& document() { return frame_->document(); }
  const formats::Bank& bank() { return frame_->document().bank(); }
  Hands& hands() { return hands_; }
  /// A folder of its own, with the bank in it.
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }
  [[nodiscard]] std::filesystem::path bankFolder() const { return folder_.path() / "bank"; }
  /// Opens what lies there and waits until it shows.
  void open(const std::filesystem::path& path);
  /// A line of the menu, by its words ("保存"); asserts that it is there and lit.
  void menu(std::string_view title);
  /// The control with this name for screen readers (wxWindow::GetName) that is on the screen.
  template <typename T = wxWindow>
  T* find(std::string_view name) {
    return dynamic_cast<T*>(findNamed(name));
  }

 private:
  wxWindow* findNamed(std::string_view name);

  formats::TempDirectory folder_;
  editor::MainFrame* frame_ = nullptr;
  Hands hands_;
};

/// The control in a window with this name for screen readers that is on the screen; null where there is none.
wxWindow* namedIn(wxWindow* window, std::string_view name);

/// What a column of a list says, line by line.
std::vector<std::string> columnOf(const wxDataViewListCtrl& list, unsigned column);

/// Answers dialogs as they come up, each by the next of the given functions, which returns what ShowModal
/// gives.
class Answers final : public wxModalDialogHook {
 public:
  explicit Answers(std::vector<std::function<int(wxDialog*)>> answers) : answers_(std::move(answers)) {
    Register();
  }
  ~Answers() override { Unregister(); }
  [[nodiscard]] bool allAsked() const { return next_ == answers_.size(); }

 protected:
  int Enter(wxDialog* dialog) override {
    return next_ < answers_.size() ? answers_[next_++](dialog) : static_cast<int>(wxID_CANCEL);
  }

 private:
  std::vector<std::function<int(wxDialog*)>> answers_;
  std::size_t next_ = 0;
};

}  // namespace tiku::tests
