#include "formats/history/lock_notes.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace tiku::formats::git {
namespace {

namespace fs = std::filesystem;

std::string contentOf(int file) {
  std::string content;
  std::array<char, 1024> part{};
  ssize_t got = 0;
  while ((got = pread(file, part.data(), part.size(), static_cast<off_t>(content.size()))) > 0)
    content.append(part.data(), static_cast<std::size_t>(got));
  return content;
}

/// Names that lead nowhere else: the notes may have been written by anybody.
bool isReference(const std::string& name) {
  int valid = 0;
  return name.starts_with("refs/") && git_reference_name_is_valid(&valid, name.c_str()) == 0 && valid == 1;
}

}  // namespace

LockNotes::LockNotes(git_repository* repository, const fs::path& directory)
    : folder_(git_repository_path(repository)), common_(git_repository_commondir(repository)) {
  constexpr mode_t kAsUmaskAllows = 0666;
  posix::File file(
      open((folder_ / "tiku-locks").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, kAsUmaskAllows));
  if (!file.valid()) return;  // The check-in itself will say that nothing can be written here.
  if (flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) throwLocked(directory);
    return;
  }
  file_ = std::move(file);
  const std::string notes = contentOf(file_.get());
  if (notes.empty()) return;
  clearLeftOver(notes);
  (void)!ftruncate(file_.get(), 0);
}

LockNotes::~LockNotes() {
  if (file_.valid()) (void)!ftruncate(file_.get(), 0);
}

void LockNotes::clearLeftOver(const std::string& notes) const {
  std::istringstream lines(notes);
  for (std::string word; lines >> word;) {
    if (word == "index") {
      dev_t device = 0;
      ino_t inode = 0;
      if (!(lines >> device >> inode)) return;
      const fs::path lock = folder_ / "index.lock";
      struct stat now{};
      if (lstat(lock.c_str(), &now) == 0 && now.st_dev == device && now.st_ino == inode) unlink(lock.c_str());
    } else if (word == "reference") {
      std::string name;
      std::string commit;
      if (!(lines >> commit >> name) || !isReference(name)) return;
      clearReferenceLock(name, commit);
    } else {
      return;  // Written by a newer program, or cut off: then the lock after it was not taken yet.
    }
  }
}

void LockNotes::clearReferenceLock(const std::string& name, const std::string& commit) const {
  const fs::path lock = common_ / (name + ".lock");
  std::string content;
  if (std::ifstream(lock) >> content) {
    if (content == commit) unlink(lock.c_str());
    return;
  }
  // Empty: its process ended between making it and writing it. A living git has written the commit an instant
  // later.
  constexpr std::chrono::milliseconds kInstant(200);
  struct stat before{};
  struct stat after{};
  if (lstat(lock.c_str(), &before) != 0 || before.st_size != 0) return;
  std::this_thread::sleep_for(kInstant);
  if (lstat(lock.c_str(), &after) == 0 && after.st_ino == before.st_ino && after.st_size == 0)
    unlink(lock.c_str());
}

void LockNotes::takesIndexLock(const struct stat& lock) {
  note("index " + std::to_string(lock.st_dev) + " " + std::to_string(lock.st_ino) + "\n");
}

void LockNotes::movesReference(const std::string& name, const git_oid& commit) {
  note("reference " + hex(commit) + " " + name + "\n");
}

void LockNotes::note(const std::string& line) {
  if (!file_.valid()) return;
  // A note that cannot be written proves nothing later; that is all.
  const off_t end = lseek(file_.get(), 0, SEEK_END);
  if (pwrite(file_.get(), line.data(), line.size(), end) != static_cast<ssize_t>(line.size()))
    (void)!ftruncate(file_.get(), end);
}

}  // namespace tiku::formats::git
