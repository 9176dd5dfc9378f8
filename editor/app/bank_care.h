#pragma once

#include <memory>

#include <wx/timer.h>

#include "editor/document/document.h"
#include "editor/workspace/host.h"

class wxWindow;

namespace tiku::editor {

/// Looks after the files of an open bank: offers what a session that died had not saved, watches for changes
/// by other programs, asks what two sides clash on. All of it without stopping anybody's typing.
class BankCare {
 public:
  /// `host` and the document must outlive it.
  BankCare(wxWindow* window, Host& host);
  BankCare(const BankCare&) = delete;
  BankCare& operator=(const BankCare&) = delete;

  /// Looks at the files now: the window came to the front.
  void look();
  /// Brings the questions up, when there are any.
  void askQuestions();

 private:
  void offerRecovery();
  void tell(const DiskNews& news);
  void noteQuestions();

  wxWindow* window_;
  Host& host_;
  wxTimer timer_;
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);  ///< For what comes back from threads.
};

}  // namespace tiku::editor
