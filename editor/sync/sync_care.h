#pragma once

#include <memory>

#include "editor/document/listening.h"
#include "editor/document/sync_state.h"
#include "editor/document/worker.h"
#include "editor/workspace/host.h"

class wxWindow;

namespace tiku::editor {

class SyncButton;

/// Looks after how an open bank stands to the others: the state of the button, the sync, the shared place.
class SyncCare {
 public:
  /// `host`, its document and the button must outlive it.
  SyncCare(wxWindow* window, Host& host, SyncButton& button);
  ~SyncCare();
  SyncCare(const SyncCare&) = delete;
  SyncCare& operator=(const SyncCare&) = delete;

  /// Asks for the shared place first where there is none.
  void sync();
  /// False when the user thought better of it.
  bool setPlace();
  /// Writes what somebody lacks to a file for a disc.
  void exchangeOut();
  /// Takes in such a file.
  void exchangeIn();

 private:
  bool begun();
  void outOfDate();
  void look();

  wxWindow* window_;
  Host& host_;
  SyncButton& button_;
  Listening listening_;
  Task looking_;
  SyncState state_;
  bool offline_ = false;
  bool due_ = false;
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

}  // namespace tiku::editor
