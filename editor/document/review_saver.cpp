#include "editor/document/review_saver.h"

#include <algorithm>
#include <utility>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/package/save.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using formats::FormatError;
using formats::ReviewFile;
using formats::say;
using formats::operator""_a;

namespace {

/// Until what failed is tried again by itself: the medium may be back. On a slow medium nothing waits longer
/// than this, either.
constexpr std::chrono::milliseconds kAgain{5000};

}  // namespace

ReviewSaver::ReviewSaver(fs::path file, Told told)
    : file_(std::move(file)),
      told_(std::move(told)),
      stamp_(stampOf(file_)),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

ReviewSaver::~ReviewSaver() {
  flush();
  thread_.request_stop();
}

void ReviewSaver::save(ReviewFile file) {
  const std::lock_guard lock(mutex_);
  waiting_ = std::move(file);
  changed_.notify_all();
}

bool ReviewSaver::flush() {
  std::unique_lock lock(mutex_);
  if (!waiting_ && !writing_) return true;
  hurry_ = true;
  trouble_.reset();
  changed_.notify_all();
  changed_.wait(lock, [this] { return !writing_ && (!waiting_ || trouble_); });
  return !waiting_;
}

ReviewSaver::State ReviewSaver::state() const {
  const std::lock_guard lock(mutex_);
  return {!waiting_ && !writing_, trouble_};
}

void ReviewSaver::insist() {
  const std::lock_guard lock(mutex_);
  insists_ = true;
  hurry_ = true;
  changed_.notify_all();
}

std::optional<ReviewSaver::Stamp> ReviewSaver::stampOf(const fs::path& file) {
  struct stat status{};
  if (::stat(file.c_str(), &status) != 0) return {};
  return Stamp{static_cast<std::uint64_t>(status.st_dev), static_cast<std::uint64_t>(status.st_ino),
               static_cast<std::uint64_t>(status.st_size), status.st_mtim};
}

std::optional<ReviewSaver::Trouble> ReviewSaver::write(const ReviewFile& file, bool insisting) {
  try {
    const std::string bytes = file.bytes();
    const auto there = stampOf(file_);
    if (!there && !insisting) {
      return Trouble{Trouble::Kind::kMoved,
                     say("“{file}”不在原来的地方了：被移走、改名，或者拔掉了盘。写的都还在这个窗口里。",
                         "file"_a = file_.filename().string())};
    }
    const bool same = there && stamp_ && there->device == stamp_->device && there->inode == stamp_->inode &&
                      there->size == stamp_->size && there->modified.tv_sec == stamp_->modified.tv_sec &&
                      there->modified.tv_nsec == stamp_->modified.tv_nsec;
    if (!same && !insisting) {
      return Trouble{Trouble::Kind::kChanged,
                     say("“{file}”被别的程序改过了，没有写进去。这个窗口里的是您写的。",
                         "file"_a = file_.filename().string())};
    }
    formats::writeFileSafely(file_, bytes, true);
    stamp_ = stampOf(file_);
    return {};
  } catch (const FormatError& error) {
    return Trouble{Trouble::Kind::kFailed, error.full()};
  } catch (const std::exception&) {
    return Trouble{Trouble::Kind::kFailed, say("内存不够，没有写进文件。")};
  }
}

void ReviewSaver::run(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  std::chrono::milliseconds pause = kPause;
  while (changed_.wait(lock, stop, [this] { return waiting_.has_value(); })) {
    // What comes while somebody types is written together; what failed waits longer.
    changed_.wait_for(lock, stop, trouble_ ? kAgain : pause, [this] { return hurry_; });
    hurry_ = false;
    const ReviewFile file = *waiting_;
    waiting_.reset();
    writing_ = true;
    const bool insisting = std::exchange(insists_, false);
    lock.unlock();
    const auto begun = std::chrono::steady_clock::now();
    auto trouble = write(file, insisting);
    // A slow stick is not written to all the time.
    const auto took = std::chrono::steady_clock::now() - begun;
    pause = std::clamp(std::chrono::duration_cast<std::chrono::milliseconds>(3 * took), kPause, kAgain);
    lock.lock();
    writing_ = false;
    trouble_ = std::move(trouble);
    if (trouble_ && !waiting_) waiting_ = file;
    changed_.notify_all();
    lock.unlock();
    told_();
    lock.lock();
    if (trouble_ && stop.stop_requested()) return;
  }
}

}  // namespace tiku::editor
