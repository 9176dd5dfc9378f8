#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <sys/stat.h>
#include <thread>

#include "formats/package/review_file.h"

namespace tiku::editor {

/// Writes an expert's file on a thread of its own, a moment after each change, whole and at once: the file
/// that lies there is always one that can be sent back.
class ReviewSaver {
 public:
  /// Why something is not written.
  struct Trouble {
    enum class Kind {
      kMoved,    ///< The file is no longer where it was.
      kChanged,  ///< Another program wrote it.
      kFailed,   ///< No rights, no space, no medium.
    };
    Kind kind = Kind::kFailed;
    std::string words;
    bool operator==(const Trouble&) const = default;
  };
  /// Called on the saver's thread when state() is another.
  using Told = std::function<void()>;

  /// How long a change waits for the next one, where writing is quick.
  static constexpr std::chrono::milliseconds kPause{300};

  /// `file` lies there, as it was read.
  ReviewSaver(std::filesystem::path file, Told told);
  /// Writes what is waiting.
  ~ReviewSaver();
  ReviewSaver(const ReviewSaver&) = delete;
  ReviewSaver& operator=(const ReviewSaver&) = delete;

  void save(formats::ReviewFile file);
  struct State {
    bool written = true;
    std::optional<Trouble> trouble;  ///< Of the last trial.
  };
  [[nodiscard]] State state() const;
  /// Until everything is written or that has failed; true when it is written. Tries again what failed.
  bool flush();
  /// From now on writes the file again, whether or not another one lies there or none.
  void insist();

 private:
  /// What a file on the disk is known by.
  struct Stamp {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::uint64_t size = 0;
    timespec modified{};
  };
  void run(const std::stop_token& stop);
  std::optional<Trouble> write(const formats::ReviewFile& file, bool insisting);
  [[nodiscard]] static std::optional<Stamp> stampOf(const std::filesystem::path& file);

  const std::filesystem::path file_;
  const Told told_;

  mutable std::mutex mutex_;  // Guards what follows.
  std::condition_variable_any changed_;
  std::optional<formats::ReviewFile> waiting_;
  bool hurry_ = false;  // Nobody waits for the pause, nor for the time until a new trial.
  bool writing_ = false;
  bool insists_ = false;
  std::optional<Trouble> trouble_;

  std::optional<Stamp> stamp_;  // Of the thread, and of the constructor.
  std::jthread thread_;
};

}  // namespace tiku::editor
