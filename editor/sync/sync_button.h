#pragma once

#include <functional>
#include <string>

#include <wx/panel.h>

#include "editor/document/sync_state.h"

class wxButton;
class wxStaticText;

namespace tiku::editor {

/// The button below the navigator that says how the bank stands to the shared place, and syncs.
class SyncButton final : public wxPanel {
 public:
  SyncButton(wxWindow* parent, std::function<void()> press);

  /// `offline`: the last try did not reach the place.
  void show(const SyncState& state, bool offline);

 private:
  wxButton* button_ = nullptr;
  wxStaticText* words_ = nullptr;
};

/// "有 3 处待发出"
std::string wordsOf(const SyncState& state, bool offline);

}  // namespace tiku::editor
