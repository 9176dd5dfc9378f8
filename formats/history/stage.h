#pragma once

#include <fcntl.h>
#include <filesystem>
#include <optional>
#include <string>
#include <sys/stat.h>
#include <vector>

#include "formats/history/index_file.h"
#include "formats/history/lock_notes.h"

namespace tiku::formats::git {

/// Git's index: what the stock `git` believes the work tree and the next commit to be. A check-in keeps it in
/// step, so that `git status` stays clean and need not read a file again.
class Stage {
 public:
  enum class Use { kRead, kChange };

  /// For kChange the index is locked, as git locks it, until the Stage is gone, and that is put into `notes`
  /// when there are any. Throws kConflict when another program holds it or left conflicts in it.
  Stage(git_repository* repository, const std::filesystem::path& directory, Use use,
        LockNotes* notes = nullptr);
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;
  ~Stage();

  /// The blob that the index has for the file.
  [[nodiscard]] std::optional<git_oid> find(const std::string& path) const;
  /// The blob of the file when the stamp proves that it has not changed since; nothing when it must be read.
  [[nodiscard]] std::optional<git_oid> unchanged(const std::optional<IndexFile::Entry>& entry,
                                                 const struct stat& stamp) const;
  /// To be asked for the lines of files in the order of their paths.
  [[nodiscard]] IndexFile::InOrder inOrder(IndexFile::InOrder::Passed passed) const {
    return {*index_, std::move(passed)};
  }
  /// The blob that a line names, if it names one.
  static std::optional<git_oid> blobOf(const std::optional<IndexFile::Entry>& entry);
  [[nodiscard]] std::size_t size() const { return index_->size(); }

  void put(const std::string& path, const git_oid& blob, const struct stat& stamp);
  void remove(const std::string& path) { index_->remove(path); }
  /// Puts the changed index in place of the old one; once, with kChange only.
  void write();

 private:
  void lock(LockNotes* notes);
  bool lockNoted(LockNotes& notes);

  std::filesystem::path directory_;
  std::filesystem::path file_;
  bool locked_ = false;
  std::optional<IndexFile> index_;
  struct timespec written_{};
};

}  // namespace tiku::formats::git
