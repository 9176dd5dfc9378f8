#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "formats/base/error.h"
#include "formats/history/git.h"
#include "formats/history/objects.h"
#include "formats/history/repository.h"
#include "formats/history/stage.h"

namespace tiku::formats {

/// What the parts of Repository share.
struct Repository::Impl {
  Impl(std::filesystem::path where, git::RepositoryHandle handle)
      : directory(std::move(where)), repository(std::move(handle)) {}

  /// The branch that HEAD names and its newest commit; no commit before the first check-in.
  struct Branch {
    std::string name;  ///< "refs/heads/main"
    std::optional<git_oid> tip;
  };
  /// Throws kConflict when there is no branch to check in to, or another program is at work.
  [[nodiscard]] Branch branchForCheckIn() const;

  /// What a look at the whole directory found.
  struct Scan {
    Dirty dirty;
    /// Files whose line in git's index is not what it is to be once everything is checked in.
    std::vector<std::string> unstaged;
  };
  [[nodiscard]] Scan scan() const;

  struct CheckIn {
    const std::vector<std::string>& paths;
    const std::vector<std::string>& stageOnly;  ///< As the last check-in has them, but not git's index.
    const std::string& message;
    const std::optional<Signature>& author;
    std::optional<git_oid> theirs = {};  ///< The other parent of a merge.
  };
  std::optional<Revision> checkIn(const CheckIn& what);
  /// Whether a merge that gives this tree is nothing but the move of the branch to `theirs`.
  [[nodiscard]] bool leadsTo(const Branch& branch, const git_oid& tree, const git_oid& theirs) const;
  /// The tree with what `theirs` changed in files that no FileTree has and the branch left as they were.
  [[nodiscard]] git_oid withTheirOtherFiles(git_repository* into, const git_oid& tree, const Branch& branch,
                                            const git_oid& theirs) const;
  /// Paths that differ between the trees of two commits, sorted; `from` is null for nothing.
  [[nodiscard]] std::vector<std::string> changedFiles(git_commit* from, git_commit* to) const;
  /// Ids of the newest common ancestors.
  [[nodiscard]] std::vector<git_oid> mergeBases(const git_oid& a, const git_oid& b) const;
  [[nodiscard]] bool isAncestor(const git_oid& older, const git_oid& newer) const;

  /// Throws kConflict when another program moved the branch meanwhile.
  void moveBranch(const Branch& branch, const git_oid& commit, const git_signature& who,
                  const std::string& message) const;

  [[nodiscard]] git::ObjectStore store() const { return storeOf(repository.get()); }
  [[nodiscard]] git::ObjectStore storeOf(git_repository* of) const;
  [[nodiscard]] std::optional<git_oid> headCommit() const;
  [[nodiscard]] git::CommitHandle commit(const git_oid& id) const;
  /// Throws kUsage when there is no such revision.
  [[nodiscard]] git::CommitHandle resolve(const std::string& name) const;
  [[nodiscard]] git::SignatureHandle signature(const std::optional<Signature>& author) const;

  using TagsOfCommit = std::multimap<std::string, std::string>;
  [[nodiscard]] TagsOfCommit tags() const;
  [[nodiscard]] Revision revision(git_commit* commit, const TagsOfCommit& tags) const;

  /// Keeps the stock `git` from touching bytes and from listing what is not part of a bank.
  void writeLocalRules() const;
  /// `program`: "tiku", or the path of one; replaces another one where that is said.
  void writeMergeDriver(const std::string& program, bool replace) const;

  [[nodiscard]] Place place() const { return {directory.string(), 0, {}}; }

  std::filesystem::path directory;
  git::RepositoryHandle repository;
};

}  // namespace tiku::formats
