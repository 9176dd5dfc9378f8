#include "formats/history/stage.h"

#include <cerrno>
#include <cstring>
#include <tuple>
#include <unistd.h>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/package/posix.h"

namespace tiku::formats::git {
namespace {

IndexStamp stampOf(const struct stat& s) {
  const auto word = [](auto value) { return static_cast<std::uint32_t>(value); };
  return {word(s.st_ctim.tv_sec),  word(s.st_ctim.tv_nsec), word(s.st_mtim.tv_sec),
          word(s.st_mtim.tv_nsec), word(s.st_dev),          word(s.st_ino),
          word(s.st_uid),          word(s.st_gid),          word(s.st_size)};
}

std::filesystem::path lockOf(std::filesystem::path file) {
  return file += ".lock";
}

}  // namespace

Stage::Stage(git_repository* repository, const std::filesystem::path& directory, Use use, LockNotes* notes)
    : directory_(directory) {
  Buffer file;
  check(git_repository_item_path(file.get(), repository, GIT_REPOSITORY_ITEM_INDEX), directory_);
  file_ = file.str();
  if (use == Use::kChange) lock(notes);
  try {
    std::string bytes;
    struct stat stamp{};
    if (stat(file_.c_str(), &stamp) == 0) {
      written_ = stamp.st_mtim;
      constexpr std::uint64_t kLargest = 1U << 30U;
      const posix::File folder = posix::openFolder(file_.parent_path());
      bytes = posix::readAll(folder, file_.filename().string(), kLargest, file_.string());
    }
    index_.emplace(std::move(bytes), directory_);
    if (use == Use::kChange && index_->hasConflicts()) {
      throw FormatError(ErrorCode::kConflict, say("版本库里有没有解决的冲突，不能签入。"),
                        {directory_.string(), 0, {}}, say("先用 git 解决它们（git status 会列出文件）。"));
    }
  } catch (...) {
    if (locked_) std::filesystem::remove(lockOf(file_));
    throw;
  }
}

Stage::~Stage() {
  std::error_code ignored;
  if (locked_) std::filesystem::remove(lockOf(file_), ignored);
}

void Stage::lock(LockNotes* notes) {
  constexpr mode_t kAsUmaskAllows = 0666;
  if (notes != nullptr && lockNoted(*notes)) return;
  const posix::File file(
      open(lockOf(file_).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kAsUmaskAllows));
  if (file.valid()) {
    locked_ = true;
    struct stat taken{};
    if (notes != nullptr && fstat(file.get(), &taken) == 0) notes->takesIndexLock(taken);
  } else if (errno == EEXIST) {
    throwLocked(directory_);
  } else {
    posix::failIo(errno, file_.string());
  }
}

// The lock is made under another name, noted, and then given its own: so there is no moment in which it is
// there without its note. False where the file system has no second names for a file.
bool Stage::lockNoted(LockNotes& notes) {
  constexpr mode_t kAsUmaskAllows = 0666;
  const std::filesystem::path made = file_.parent_path() / "tiku-index";
  unlink(made.c_str());  // Of a process that ended right here.
  const posix::File file(open(made.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kAsUmaskAllows));
  struct stat taken{};
  if (!file.valid() || fstat(file.get(), &taken) != 0) return false;
  notes.takesIndexLock(taken);
  locked_ = link(made.c_str(), lockOf(file_).c_str()) == 0;
  const int error = errno;
  unlink(made.c_str());
  if (!locked_ && error == EEXIST) throwLocked(directory_);
  return locked_;
}

std::optional<git_oid> Stage::find(const std::string& path) const {
  return blobOf(index_->find(path));
}

std::optional<git_oid> Stage::blobOf(const std::optional<IndexFile::Entry>& entry) {
  return entry && !entry->intentOnly ? std::optional(entry->id) : std::nullopt;
}

std::optional<git_oid> Stage::unchanged(const std::optional<IndexFile::Entry>& entry,
                                        const struct stat& stamp) const {
  if (!entry || entry->intentOnly || !S_ISREG(entry->mode)) return std::nullopt;
  const IndexStamp now = stampOf(stamp);
  const auto identity = [](const IndexStamp& s) {
    return std::tuple(s.ctimeSeconds, s.ctimeNanoseconds, s.mtimeSeconds, s.mtimeNanoseconds, s.inode,
                      s.size);
  };
  // A file changed within the same tick of the clock in which the index was written proves nothing.
  const bool older =
      std::tie(stamp.st_mtim.tv_sec, stamp.st_mtim.tv_nsec) < std::tie(written_.tv_sec, written_.tv_nsec);
  return older && identity(now) == identity(entry->stamp) ? std::optional(entry->id) : std::nullopt;
}

void Stage::put(const std::string& path, const git_oid& blob, const struct stat& stamp) {
  index_->put(path, blob, stampOf(stamp));
}

void Stage::write() {
  // Like git, without a sync: what the index says can always be found out again from the files.
  const std::unique_ptr<FILE, int (*)(FILE*)> file(fopen(lockOf(file_).c_str(), "wbe"), &fclose);
  if (!file) posix::failIo(errno, file_.string());
  for (const std::string_view piece : index_->serialize(static_cast<std::uint32_t>(written_.tv_sec),
                                                        static_cast<std::uint32_t>(written_.tv_nsec))) {
    if (fwrite(piece.data(), 1, piece.size(), file.get()) != piece.size())
      posix::failIo(errno, file_.string());
  }
  if (fflush(file.get()) != 0) posix::failIo(errno, file_.string());
  if (std::rename(lockOf(file_).c_str(), file_.c_str()) != 0) posix::failIo(errno, file_.string());
  locked_ = false;
}

}  // namespace tiku::formats::git
