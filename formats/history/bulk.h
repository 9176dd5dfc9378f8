#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "formats/history/git.h"

namespace tiku::formats::git {

/// Where the objects of one check-in are written. A few files become loose objects. When most of a bank is
/// new (its first check-in, a large import), they are collected in memory and become one pack: 10,000 items
/// in half a second instead of ten, and 2 MB instead of 40.
class Bulk {
 public:
  /// `known` is the number of files that git knows already.
  Bulk(git_repository* repository, std::filesystem::path directory, const std::vector<std::string>& paths,
       std::size_t known);
  /// To write through; the repository itself when this is no bulk.
  [[nodiscard]] git_repository* repository() const { return own_ ? own_.get() : plain_; }
  /// Makes what was collected permanent. Call it once the commit is written.
  void finish();

 private:
  git_repository* plain_;
  std::filesystem::path directory_;
  RepositoryHandle own_;
  git_odb_backend* memory_ = nullptr;  ///< Owned by the object database of own_.
};

}  // namespace tiku::formats::git
