#include "editor/document/edit_lock.h"

#include <array>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

#include "formats/base/say.h"
#include "formats/base/today.h"
#include "formats/base/user.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using formats::hostName;
using formats::loginName;
using formats::say;
using formats::operator""_a;
namespace posix = formats::posix;

std::string wordOfBank() {
  return say("这个题库");
}

bool makeSideFolder(const fs::path& folder) {
  if (::mkdir(folder.c_str(), 0777) == 0) return true;
  if (errno != EEXIST) return false;
  // A package from elsewhere may have a link there that leads out of it.
  struct stat status{};
  if (::lstat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) return true;
  errno = ENOTDIR;
  return false;
}

namespace {

constexpr const char* kLockFile = "lock";

// Four lines: who, host, process, since when.
std::string ownWords() {
  return fmt::format("{}\n{}\n{}\n{}\n", loginName(), hostName(), getpid(),
                     localTime(std::chrono::system_clock::now()));
}

// The lock file is written by another process at any moment, so that any of it may be missing.
std::string holderOf(const posix::File& file, const std::string& what) {
  std::array<char, 1024> buffer{};
  const ssize_t length = ::pread(file.get(), buffer.data(), buffer.size(), 0);
  std::array<std::string, 4> lines;
  std::size_t line = 0;
  for (ssize_t i = 0; i < length && line < lines.size(); ++i) {
    const char c = buffer[static_cast<std::size_t>(i)];
    if (c == '\n') {
      ++line;
    } else {
      lines[line] += c;
    }
  }
  if (line < lines.size()) return say("另一个窗口正在编辑{what}，这里只能查看。", "what"_a = what);
  return say("{who} 从 {since} 起在 {host} 上编辑{what}（进程 {pid}），这里只能查看。", "who"_a = lines[0],
             "since"_a = lines[3], "host"_a = lines[1], "what"_a = what, "pid"_a = lines[2]);
}

bool isStillThere(const posix::File& file, const fs::path& path) {
  struct stat open{};
  struct stat there{};
  return ::fstat(file.get(), &open) == 0 && ::stat(path.c_str(), &there) == 0 &&
         open.st_ino == there.st_ino && open.st_dev == there.st_dev;
}

}  // namespace

EditLock::EditLock(const fs::path& sideFolder, const std::string& what) : folder_(sideFolder) {
  const fs::path path = folder_ / kLockFile;
  constexpr int kTries = 100;
  for (int tries = 0; tries < kTries; ++tries) {
    if (!makeSideFolder(folder_)) return;
    posix::File file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
    if (!file.valid() && errno == ENOENT) continue;  // The last writer has just taken the folder away.
    if (!file.valid()) return;
    if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
      if (errno == EWOULDBLOCK) otherWriter_ = holderOf(file, what);
      return;
    }
    // The one who had it may have removed the file before letting go.
    if (!isStillThere(file, path)) continue;
    const std::string words = ownWords();
    if (::ftruncate(file.get(), 0) == 0) {
      // Who it is helps a reader; the lock holds without.
      [[maybe_unused]] const ssize_t written = ::pwrite(file.get(), words.data(), words.size(), 0);
    }
    file_ = std::move(file);
    return;
  }
}

EditLock& EditLock::operator=(EditLock&& other) noexcept {
  release();
  folder_ = std::move(other.folder_);
  file_ = std::move(other.file_);
  otherWriter_ = std::move(other.otherWriter_);
  return *this;
}

EditLock::~EditLock() {
  release();
}

void EditLock::release() {
  if (!held()) return;
  ::unlink((folder_ / kLockFile).c_str());
  ::rmdir(folder_.c_str());  // Stays when a journal or something that was put aside is in it.
  file_ = posix::File();
}

}  // namespace tiku::editor
