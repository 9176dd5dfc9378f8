#include "editor/document/disk_sync.h"

#include <unistd.h>
#include <utility>

#include "formats/base/error.h"

namespace tiku::editor {

using formats::posix::File;

DiskSync::DiskSync(std::function<void()> failed)
    : failed_(std::move(failed)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

void DiskSync::begin(const File& file, File folder) {
  File same(::dup(file.get()));
  {
    const std::lock_guard lock(mutex_);
    file_ = std::move(same);
    if (folder.valid()) folder_ = std::move(folder);
    ++begun_;
  }
  changed_.notify_all();
}

void DiskSync::wait() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this, until = begun_] { return done_ >= until; });
}

void DiskSync::run(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, stop, [this] { return begun_ != done_; });
    if (begun_ == done_) return;
    const std::uint64_t taken = begun_;
    const File file = std::exchange(file_, {});
    const File folder = std::exchange(folder_, {});
    lock.unlock();
    bool good = file.valid() && ::fdatasync(file.get()) == 0;
    try {
      if (folder.valid()) formats::posix::syncFolder(folder);
    } catch (const formats::FormatError&) {
      good = false;
    }
    if (!good) failed_();
    lock.lock();
    done_ = taken;
    changed_.notify_all();
  }
}

}  // namespace tiku::editor
