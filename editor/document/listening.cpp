#include "editor/document/listening.h"

namespace tiku::editor {

Listening Listeners::add(Listener listener) {
  auto kept = std::make_shared<Listener>(std::move(listener));
  listeners_.emplace_back(kept);
  return Listening(std::move(kept));
}

void Listeners::tell(const DocumentEvent& event) {
  std::erase_if(listeners_, [](const auto& listener) { return listener.expired(); });
  const std::vector<std::weak_ptr<Listener>> told = listeners_;
  for (const auto& listener : told) {
    if (const auto alive = listener.lock()) (*alive)(event);
  }
}

}  // namespace tiku::editor
