#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

#include "formats/history/transfer.h"

class wxWindow;

namespace tiku::editor {

/// Asks the user what the other side wants to know: a user and a password, whether a host is who it says.
/// Called on the thread that does the work, it asks on the screen and waits there for the answer.
class ScreenCredentials final : public formats::CredentialSource {
 public:
  /// `parent` must outlive every call; giveUp() ends those that wait.
  explicit ScreenCredentials(wxWindow* parent) : parent_(parent) {}

  std::optional<formats::Login> login(const formats::LoginQuestion& question) override;
  bool trust(const formats::TrustQuestion& question) override;
  /// Nobody waits any more: the work was stopped.
  void giveUp() { *given_ = true; }

 private:
  template <typename Answer>
  Answer ask(std::function<Answer()> question, Answer otherwise) const;

  wxWindow* parent_;
  std::shared_ptr<std::atomic<bool>> given_ = std::make_shared<std::atomic<bool>>(false);
};

/// How far a transfer is, 0 to 1; 0 while nobody knows.
double shareOf(const formats::TransferProgress& progress);

/// The same questions for the thread of the screen.
std::optional<formats::Login> askLogin(wxWindow* parent, const formats::LoginQuestion& question);
bool askTrust(wxWindow* parent, const formats::TrustQuestion& question);

}  // namespace tiku::editor
