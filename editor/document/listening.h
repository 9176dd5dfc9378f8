#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "formats/model/bank.h"

namespace tiku::editor {

/// What has happened to a document. One event may say several things.
struct DocumentEvent {
  /// Of the bank, in order of the edit; valid during the call.
  std::span<const formats::Change> changes;
  bool undo = false;     ///< undoTitle() or redoTitle() is another.
  bool saved = false;    ///< modified(), unsaved(), path() or readOnly().
  bool checked = false;  ///< The findings, or the profile that they rest on.
  /// Objects whose own findings came, went or changed; may name too many. A finding that only folds under
  /// another one, or unfolds, names no object here.
  std::span<const formats::Id> judged;
  bool everythingJudged = false;  ///< All findings are new: `judged` says nothing.
  bool history = false;           ///< checkInState().
  bool questions = false;         ///< questions() or recovery().
  bool similar = false;           ///< similarTo() knows the bank now.
  /// A whole sentence for the attention bar when something failed that did not stop the work; else empty.
  std::string problem;
};

/// Keeps a listener registered as long as it lives; may outlive the document.
class Listening {
 public:
  Listening() = default;
  explicit Listening(std::shared_ptr<void> listener) : listener_(std::move(listener)) {}

 private:
  std::shared_ptr<void> listener_;
};

/// The listeners of one document. A listener may come, go or change the document while it is told.
class Listeners {
 public:
  using Listener = std::function<void(const DocumentEvent&)>;

  [[nodiscard]] Listening add(Listener listener);
  void tell(const DocumentEvent& event);

 private:
  std::vector<std::weak_ptr<Listener>> listeners_;
};

}  // namespace tiku::editor
