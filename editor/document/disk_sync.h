#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>

#include "formats/package/posix.h"

namespace tiku::editor {

/// Brings onto the disk what was written to a file, on a thread of its own: what is written is safe from the
/// death of the program at once, and a disk that takes its time with the rest does not hold up the next
/// writing.
class DiskSync {
 public:
  /// `failed` is called on the thread when the disk would not take it; what was written since the last
  /// success may then be lost with the power.
  explicit DiskSync(std::function<void()> failed);
  DiskSync(const DiskSync&) = delete;
  DiskSync& operator=(const DiskSync&) = delete;

  /// Everything written to the file so far, and its name in the folder when that is given.
  void begin(const formats::posix::File& file, formats::posix::File folder = {});
  /// Until everything begun is on the disk, or has failed and been told.
  void wait();

 private:
  void run(const std::stop_token& stop);

  const std::function<void()> failed_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  formats::posix::File file_;  // What is to be synced next; one for all that came meanwhile.
  formats::posix::File folder_;
  std::uint64_t begun_ = 0;
  std::uint64_t done_ = 0;
  std::jthread thread_;
};

}  // namespace tiku::editor
