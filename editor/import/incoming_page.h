#pragma once

#include <functional>
#include <vector>

#include <wx/panel.h>

#include "editor/import/import_reading.h"

class wxCheckBox;
class wxChoice;

namespace tiku::editor {

class IncomingList;

/// What comes in, with what is decided about all of it at once below.
class IncomingPage final : public wxPanel {
 public:
  explicit IncomingPage(wxWindow* parent);

  void onTicked(std::function<void()> ticked);
  /// Shows the rows, all ticked and no proposal taken. They must stay as long as they show; null shows none.
  void show(const std::vector<IncomingRow>* rows);
  [[nodiscard]] const ImportDecision& decision() const;
  [[nodiscard]] IncomingList& list() { return *list_; }

 private:
  void takeProposals(int which);

  IncomingList* list_ = nullptr;
  wxCheckBox* tickAll_ = nullptr;
  wxChoice* proposed_ = nullptr;
  wxChoice* conflicts_ = nullptr;
};

}  // namespace tiku::editor
