#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "editor/document/progress.h"

namespace tiku::editor {

/// Where threads leave what is to be done on the thread that owns the document: handed to the Post of the
/// options, or kept until poll().
class Inbox {
 public:
  explicit Inbox(Post post) : post_(std::move(post)) {}
  /// From any thread. What is left of it when the inbox goes is never done.
  void put(std::function<void()> function);
  /// On the owner's thread.
  void poll();
  /// A Post that may outlive the inbox and then does nothing.
  static Post postTo(const std::shared_ptr<Inbox>& inbox);

 private:
  const Post post_;
  std::mutex mutex_;
  std::vector<std::function<void()>> waiting_;
};

}  // namespace tiku::editor
