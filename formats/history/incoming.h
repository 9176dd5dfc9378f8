#pragma once

#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

#include "formats/history/git.h"
#include "formats/package/file_tree.h"
#include "formats/package/posix.h"

namespace tiku::formats::git {

/// Objects that come from elsewhere, kept aside until everything that they need is there: a connection that
/// breaks, a bundle that is cut off and a process that is killed leave the repository as it was. What a
/// killed process left aside is cleared by the next one.
class Incoming {
 public:
  /// The repository with this work tree, or a bare one.
  explicit Incoming(std::filesystem::path directory);
  Incoming(const Incoming&) = delete;
  Incoming& operator=(const Incoming&) = delete;
  ~Incoming();

  /// Reads what lies aside and what is there; writes aside.
  [[nodiscard]] git_repository* repository() const { return repository_.get(); }

  /// Takes in a pack, whole or in pieces; thin ones too.
  void append(std::string_view pack);
  /// The pack is complete. Throws FormatError kNotUnderstood when it is damaged or cut off.
  void finish();

  /// Every object that these commits and tags need, apart from what the repository's own references lead to.
  /// Throws FormatError kNotUnderstood that names what is missing. `count` hears how many were looked at, and
  /// may throw.
  void requireComplete(const std::vector<git_oid>& tips, const std::function<void(std::size_t)>& count = {});
  /// The bank's files of a commit, to be looked at.
  [[nodiscard]] std::unique_ptr<FileTree> treeOf(const git_oid& commit, const std::string& name) const;
  /// From now on the objects belong to the repository: a few as loose ones, else the pack.
  void keep();
  /// The same, as a pack always.
  void keepPack();

  /// Removes what killed processes left aside in this folder of objects; tells how many there were. What
  /// another process is filling stays.
  static std::size_t clearLeftovers(const std::filesystem::path& objects);

 private:
  /// Fewer are kept as loose objects, as by git (fetch.unpackLimit).
  static constexpr unsigned kFewObjects = 100;

  void lookAside();

  std::filesystem::path directory_;
  std::filesystem::path objects_;
  std::filesystem::path aside_;
  posix::File held_;
  RepositoryHandle repository_;
  IndexerHandle indexer_;
  git_indexer_progress progress_{};
};

}  // namespace tiku::formats::git
