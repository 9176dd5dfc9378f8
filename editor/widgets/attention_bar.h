#pragma once

#include <vector>

#include <wx/panel.h>

#include "editor/workspace/host.h"

class wxStaticText;
class wxBoxSizer;
class wxButton;

namespace tiku::editor {

/// A strip above the workspace for what should be known and must not stop anybody's typing. It shows one note
/// at a time, the gravest and then the latest first; a closed note brings the next one.
class AttentionBar final : public wxPanel {
 public:
  explicit AttentionBar(wxWindow* parent);

  /// Shows the note, in place of an earlier one with its id.
  void add(Note note);
  /// Takes the note away; unknown ids are no error.
  void remove(const std::string& id);
  [[nodiscard]] const std::vector<Note>& notes() const { return notes_; }
  /// Presses the button of the note that shows; for the keyboard, and for tests.
  void press(std::size_t action);

 private:
  void showFirst();
  void paintGround(const Note& note);

  std::vector<Note> notes_;
  wxStaticText* text_ = nullptr;
  wxStaticText* more_ = nullptr;
  wxBoxSizer* buttons_ = nullptr;
  wxButton* close_ = nullptr;
};

}  // namespace tiku::editor
