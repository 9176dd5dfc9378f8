#include "editor/document/worker.h"

namespace tiku::editor {

void TaskControl::tell(double share) {
  check();
  const int hundredths = static_cast<int>(share * 100);
  if (!progress_ || hundredths <= told_) return;
  told_ = hundredths;
  progress_(share);
}

Worker::~Worker() {
  for (const Running& running : running_) running.control->cancelled_ = true;
}  // The threads are joined.

void Worker::start(std::shared_ptr<TaskControl> control, std::function<void()> work) {
  std::erase_if(running_, [](const Running& running) { return running.over->load(); });
  auto over = std::make_shared<std::atomic<bool>>(false);
  std::jthread thread([over, work = std::move(work)] {
    work();
    *over = true;
  });
  running_.push_back({std::move(control), std::move(over), std::move(thread)});
}

}  // namespace tiku::editor
