#pragma once

#include <memory>
#include <mutex>

#include "editor/document/progress.h"
#include "formats/package/file_tree.h"

namespace tiku::editor {

/// Tells a Watch of the progress of one phase at a time, as seldom as it is worth it.
class ProgressTeller {
 public:
  /// `watch` may be empty.
  explicit ProgressTeller(Watch watch) : watch_(std::move(watch)) {}

  /// From any thread. Throws Cancelled.
  void tell(Phase phase, std::size_t done, std::size_t all);

 private:
  Watch watch_;
  std::mutex mutex_;
  Phase phase_ = Phase::kReading;
  int told_ = -1;  ///< In hundredths.
  bool cancelled_ = false;
};

/// A tree that tells how many of its files have been read. Reading throws Cancelled.
std::unique_ptr<formats::FileTree> watchedTree(std::unique_ptr<formats::FileTree> tree,
                                               ProgressTeller& teller);

}  // namespace tiku::editor
