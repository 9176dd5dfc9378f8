#pragma once

#include <span>

#include <wx/panel.h>

#include "editor/workspace/host.h"

namespace tiku::editor {

/// A page of the room of reviews. All pages speak of one round, the one that is chosen for the room.
class ReviewPage : public wxPanel {
 public:
  ReviewPage(wxWindow* parent, Host& host) : wxPanel(parent), host_(host) {}

  /// Shows what is now: the page came to the front, another round was chosen, or the bank changed. `round` is
  /// empty while the bank has none.
  virtual void show(formats::Id round) = 0;
  /// Puts what is being typed in a cell into the bank.
  virtual void finishTyping() {}
  virtual bool copy() { return false; }
  virtual bool cut() { return false; }
  virtual bool paste() { return false; }
  virtual bool find() { return false; }

 protected:
  [[nodiscard]] Host& host() const { return host_; }
  [[nodiscard]] Document& document() const { return host_.document(); }
  [[nodiscard]] const formats::Bank& bank() const { return document().bank(); }

 private:
  Host& host_;
};

}  // namespace tiku::editor
