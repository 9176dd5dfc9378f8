#include "editor/document/watched_tree.h"

#include <algorithm>
#include <atomic>
#include <utility>

namespace tiku::editor {
namespace {

class WatchedTree final : public formats::FileTree {
 public:
  WatchedTree(std::unique_ptr<formats::FileTree> tree, ProgressTeller& teller)
      : tree_(std::move(tree)), teller_(teller), all_(tree_->list().size()) {}

  [[nodiscard]] std::string name() const override { return tree_->name(); }
  [[nodiscard]] std::vector<std::string> list() const override { return tree_->list(); }
  [[nodiscard]] bool has(const std::string& path) const override { return tree_->has(path); }
  [[nodiscard]] std::string read(const std::string& path) const override {
    teller_.tell(Phase::kReading, std::min(++read_, all_), all_);
    return tree_->read(path);
  }

 private:
  std::unique_ptr<formats::FileTree> tree_;
  ProgressTeller& teller_;
  std::size_t all_;
  mutable std::atomic<std::size_t> read_{0};
};

}  // namespace

void ProgressTeller::tell(Phase phase, std::size_t done, std::size_t all) {
  if (!watch_) return;
  const std::lock_guard lock(mutex_);
  if (cancelled_) throw Cancelled();
  const int hundredths = all == 0 ? 100 : static_cast<int>(done * 100 / all);
  if (phase == phase_ && hundredths <= told_) return;
  phase_ = phase;
  told_ = hundredths;
  cancelled_ = !watch_({phase, hundredths / 100.0});
  if (cancelled_) throw Cancelled();
}

std::unique_ptr<formats::FileTree> watchedTree(std::unique_ptr<formats::FileTree> tree,
                                               ProgressTeller& teller) {
  return std::make_unique<WatchedTree>(std::move(tree), teller);
}

}  // namespace tiku::editor
