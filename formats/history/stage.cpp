#include "formats/history/stage.h"

#include <tuple>

#include "formats/base/error.h"
#include "formats/base/say.h"

namespace tiku::formats::git {

Stage::Stage(git_repository* repository, std::filesystem::path directory)
    : directory_(std::move(directory)), index_(acquire<IndexHandle>(directory_, [&](git_index** out) {
        return git_repository_index(out, repository);
      })) {
  struct stat stamp{};
  if (stat(git_index_path(index_.get()), &stamp) == 0) written_ = stamp.st_mtim;
  check(git_index_read(index_.get(), 1), directory_);
}

void Stage::requireUsable() const {
  const Place place{directory_.string(), 0, {}};
  if (git_index_has_conflicts(index_.get()) != 0) {
    throw FormatError(ErrorCode::kConflict, say("版本库里有没有解决的冲突，不能签入。"), place,
                      say("先用 git 解决它们（git status 会列出文件）。"));
  }
  std::error_code error;
  const std::filesystem::path lock = std::string(git_index_path(index_.get())) + ".lock";
  if (std::filesystem::exists(lock, error)) check(GIT_ELOCKED, directory_);
}

const git_oid* Stage::find(const std::string& path) const {
  const git_index_entry* entry = git_index_get_bypath(index_.get(), path.c_str(), 0);
  return entry == nullptr ? nullptr : &entry->id;
}

const git_oid* Stage::unchanged(const std::string& path, const struct stat& stamp) const {
  const git_index_entry* entry = git_index_get_bypath(index_.get(), path.c_str(), 0);
  if (entry == nullptr || entry->mode != GIT_FILEMODE_BLOB) return nullptr;
  const auto seconds = static_cast<std::int32_t>(stamp.st_mtim.tv_sec);
  const auto nanoseconds = static_cast<std::uint32_t>(stamp.st_mtim.tv_nsec);
  const bool same = entry->mtime.seconds == seconds && entry->mtime.nanoseconds == nanoseconds &&
                    entry->file_size == static_cast<std::uint32_t>(stamp.st_size) &&
                    entry->ino == static_cast<std::uint32_t>(stamp.st_ino);
  // A file changed within the same tick of the clock in which the index was written proves nothing.
  const bool older =
      std::tie(stamp.st_mtim.tv_sec, stamp.st_mtim.tv_nsec) < std::tie(written_.tv_sec, written_.tv_nsec);
  return same && older ? &entry->id : nullptr;
}

std::vector<std::string> Stage::paths() const {
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < size(); ++i) {
    paths.emplace_back(git_index_get_byindex(index_.get(), i)->path);
  }
  return paths;
}

void Stage::put(const std::string& path, const git_oid& blob, const struct stat& stamp) {
  git_index_entry entry{};
  entry.ctime = {static_cast<std::int32_t>(stamp.st_ctim.tv_sec),
                 static_cast<std::uint32_t>(stamp.st_ctim.tv_nsec)};
  entry.mtime = {static_cast<std::int32_t>(stamp.st_mtim.tv_sec),
                 static_cast<std::uint32_t>(stamp.st_mtim.tv_nsec)};
  entry.dev = static_cast<std::uint32_t>(stamp.st_dev);
  entry.ino = static_cast<std::uint32_t>(stamp.st_ino);
  entry.uid = stamp.st_uid;
  entry.gid = stamp.st_gid;
  entry.file_size = static_cast<std::uint32_t>(stamp.st_size);
  entry.mode = GIT_FILEMODE_BLOB;
  entry.id = blob;
  entry.path = path.c_str();
  check(git_index_add(index_.get(), &entry), directory_);
}

void Stage::remove(const std::string& path) {
  const int result = git_index_remove_bypath(index_.get(), path.c_str());
  if (result != GIT_ENOTFOUND) check(result, directory_);
}

void Stage::write() {
  check(git_index_write(index_.get()), directory_);
}

}  // namespace tiku::formats::git
