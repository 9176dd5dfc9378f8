#pragma once

#include <filesystem>
#include <string>
#include <sys/stat.h>
#include <vector>

#include "formats/history/git.h"

namespace tiku::formats::git {

/// Git's index: what the stock `git` believes the work tree and the next commit to be. A check-in keeps it in
/// step, so that `git status` stays clean and need not read a file again.
class Stage {
 public:
  Stage(git_repository* repository, std::filesystem::path directory);

  /// Throws kConflict when another program holds the index or left conflicts in it.
  void requireUsable() const;

  /// Null when the index does not have the file.
  [[nodiscard]] const git_oid* find(const std::string& path) const;
  /// The blob of the file when the stamp proves that it has not changed since; null when it must be read.
  [[nodiscard]] const git_oid* unchanged(const std::string& path, const struct stat& stamp) const;
  [[nodiscard]] std::vector<std::string> paths() const;
  [[nodiscard]] std::size_t size() const { return git_index_entrycount(index_.get()); }

  void put(const std::string& path, const git_oid& blob, const struct stat& stamp);
  void remove(const std::string& path);
  /// Throws kConflict when another program holds the index; then nothing is changed.
  void write();

 private:
  std::filesystem::path directory_;
  IndexHandle index_;
  struct timespec written_{};
};

}  // namespace tiku::formats::git
