#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "formats/package/file_tree.h"

/// A bank's history in git. The stock `git` reads, clones and checks everything that is written here.
///
/// What is checked in is exactly the FileTree of the directory, byte by byte: names with a dot in front,
/// links and nested repositories are never part of it, whatever the user's own ignore rules or line-end
/// settings say. The rules that make the stock `git` see it the same way lie in `.git/info/exclude` and
/// `.git/info/attributes`, not in committed dot files; so the tree id of a commit is the treeIdOf() of the
/// same files in a directory or in a `.tiku`. (Commits of other programs may hold more, such as a committed
/// `.gitignore`; treeAt() leaves that out and a later check-in keeps it.)
namespace tiku::formats {

struct Signature {
  std::string name;
  std::string email;
};

/// One check-in.
struct Revision {
  std::string commit;  ///< 40 hex digits.
  std::string tree;    ///< 40 hex digits: the id of the whole content.
  Signature author;
  std::int64_t time = 0;  ///< Seconds since 1970.
  int offsetMinutes = 0;  ///< Of the author's clock from UTC.
  std::string message;    ///< Whole; its first line says what changed, in the field's words.
  /// The check-ins before it: none for the first one, several for a merge, of which the first was the own
  /// side.
  std::vector<std::string> parents;
  std::vector<std::string> tags;
};

/// What differs between the directory and the last check-in.
struct Dirty {
  std::vector<std::string> added;
  std::vector<std::string> changed;
  std::vector<std::string> removed;
  [[nodiscard]] bool empty() const { return added.empty() && changed.empty() && removed.empty(); }
};

class Repository {
 public:
  /// Makes the directory a git repository with branch `main`. Throws kConflict when it is one already.
  static Repository init(const std::filesystem::path& directory);
  /// The repository whose work tree is this directory, not one that happens to lie above it. Throws
  /// kNotUnderstood.
  static Repository open(const std::filesystem::path& directory);
  /// Makes the stock `git merge` call this program for the bank's files from now on, as init() does for the
  /// `tiku` that is found in the PATH.
  void installMergeDriver(const std::string& program);
  static bool isRepository(const std::filesystem::path& directory);

  Repository(Repository&&) noexcept;
  Repository& operator=(Repository&&) noexcept;
  ~Repository();

  [[nodiscard]] Dirty dirty() const;
  /// Checks in every dirty file. Null when there is nothing to check in. The author is the given one, else
  /// git's user.name/user.email, else the login name. Throws kConflict when HEAD is no branch, a merge is
  /// under way, or another program holds the repository; then nothing is checked in and no file of the work
  /// tree has changed.
  std::optional<Revision> checkIn(const std::string& message, const std::optional<Signature>& author = {});
  /// Checks in just these paths (written, or gone). Apart from one pass over git's index, which every
  /// check-in of git makes, the cost follows their number and the folders they lie in, not the size of the
  /// bank. Throws kUsage for a path that cannot be part of a FileTree.
  std::optional<Revision> checkIn(const std::vector<std::string>& paths, const std::string& message,
                                  const std::optional<Signature>& author = {});

  /// Records that the work tree holds the merge of HEAD with `theirs`: checks in these paths with both as
  /// parents, whether or not that changes anything. When HEAD is an ancestor of `theirs` and the files are
  /// just theirs, no check-in is made: the branch moves there, and its first check-in may come that way. What
  /// both have beside the bank's files (a `.gitignore`) is taken from the side that changed it, mine where
  /// both did. Throws as checkIn() does, kUsage when there is no such revision.
  Revision checkInMerge(const std::vector<std::string>& paths, const std::string& theirs,
                        const std::string& message, const std::optional<Signature>& author = {});

  /// Latest first; of one file only when `path` is given.
  [[nodiscard]] std::vector<Revision> log(int limit = 100, const std::string& path = {}) const;
  /// Paths of the files that a check-in added, changed or removed, sorted: against the one before it, and of
  /// a merge against its first parent.
  [[nodiscard]] std::vector<std::string> changedFiles(const std::string& name) const;
  /// Paths of the files that differ between two revisions, sorted. Costs what differs.
  [[nodiscard]] std::vector<std::string> changedFiles(const std::string& from, const std::string& to) const;
  /// The newest check-ins that both have in their past: several where two people merged each other's work
  /// crosswise, none where nothing is shared. Ids, in the order of git.
  [[nodiscard]] std::vector<std::string> mergeBases(const std::string& a, const std::string& b) const;
  /// Whether `newer` builds on `older`, or is the same.
  [[nodiscard]] bool isAncestor(const std::string& older, const std::string& newer) const;
  /// The check-ins that a check-in builds on: none for the first, two or more for a merge.
  [[nodiscard]] std::vector<std::string> parents(const std::string& name) const;
  /// The check-in before a check-in, of a merge its first parent; null for the first one.
  [[nodiscard]] std::optional<Revision> before(const std::string& name) const;
  /// "HEAD", a tag, a commit id or its beginning. Throws kUsage when there is none such.
  [[nodiscard]] Revision find(const std::string& name) const;
  /// The files of a revision, to be read by readBank(), or one by one at the cost of the folders on their
  /// way.
  [[nodiscard]] std::unique_ptr<FileTree> treeAt(const std::string& name, const Limits& limits = {}) const;
  /// Annotated tag at HEAD. Throws kConflict when the name is taken, kUsage when git would not accept it.
  void tag(const std::string& name, const std::string& message, const std::optional<Signature>& author = {});

 private:
  friend class HistoryReader;
  struct Impl;
  explicit Repository(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// The git tree id (40 hex digits) that the files of the tree have or would have when checked in, computed
/// without a repository. A directory, its `.tiku` and its commit give the same id.
std::string treeIdOf(const FileTree& tree);

}  // namespace tiku::formats
