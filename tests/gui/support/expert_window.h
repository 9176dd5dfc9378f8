#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include <wx/textctrl.h>

#include "editor/expert/expert_frame.h"
#include "tests/gui/support/hands.h"
#include "tests/gui/support/sample_round.h"

namespace tiku::tests {

/// The window of an expert's file, shown and settled; closed at the end.
class OpenExpert {
 public:
  explicit OpenExpert(const std::filesystem::path& file);
  ~OpenExpert();
  OpenExpert(const OpenExpert&) = delete;
  OpenExpert& operator=(const OpenExpert&) = delete;

  editor::ExpertFrame& frame() { return *frame_; }
  editor::ReviewSession& session() { return frame_->session(); }
  Hands& hands() { return hands_; }
  template <typename T = wxWindow>
  T* find(std::string_view name) {
    return dynamic_cast<T*>(findNamed(name));
  }
  [[nodiscard]] bool shows(std::string_view name) { return namedIn(frame_, name) != nullptr; }
  /// The object that shows.
  [[nodiscard]] formats::Id object();
  /// Marks these words of the text with the keyboard's means.
  void mark(std::string_view words);
  /// As a push of the button with this name or label does.
  void press(std::string_view name);
  /// Closes the window, as its user does.
  void close();

 private:
  wxWindow* findNamed(std::string_view name);

  editor::ExpertFrame* frame_ = nullptr;
  Hands hands_;
};

}  // namespace tiku::tests
