#include "editor/document/inbox.h"

#include <utility>

namespace tiku::editor {

void Inbox::put(std::function<void()> function) {
  if (post_) {
    post_(std::move(function));
    return;
  }
  const std::lock_guard lock(mutex_);
  waiting_.push_back(std::move(function));
}

void Inbox::poll() {
  std::vector<std::function<void()>> functions;
  {
    const std::lock_guard lock(mutex_);
    functions.swap(waiting_);
  }
  for (const auto& function : functions) function();
}

Post Inbox::postTo(const std::shared_ptr<Inbox>& inbox) {
  return [weak = std::weak_ptr(inbox)](std::function<void()> function) {
    const auto alive = weak.lock();
    if (!alive) return;
    // Asked again when its time has come: the document may be gone by then.
    alive->put([weak, function = std::move(function)] {
      if (weak.lock()) function();
    });
  };
}

}  // namespace tiku::editor
