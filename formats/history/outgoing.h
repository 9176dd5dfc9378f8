#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/history/git.h"
#include "formats/history/objects.h"
#include "formats/history/tree_cache.h"

namespace tiku::formats::git {

/// What somebody who has some check-ins lacks to have others: the commits, and a pack of all their objects.
///
/// Which objects these are is told by what each check-in differs in from the one before, and the same tells
/// of what each folder and file is a delta: it costs what changed, and one reading of each changed folder.
/// The pack is thin: the first delta of a folder or file may be one of an object that the reader has.
class Outgoing {
 public:
  /// Called while objects are collected and written: how many of how many (0: not known). May throw.
  using Count = std::function<void(std::size_t, std::size_t)>;

  /// `tips` are commits or tags. What the other side has and is not known here plays no part.
  Outgoing(git_repository* repository, std::filesystem::path directory, const std::vector<git_oid>& tips,
           const std::vector<git_oid>& known, Count count = {});
  Outgoing(const Outgoing&) = delete;
  Outgoing& operator=(const Outgoing&) = delete;

  /// Latest first.
  [[nodiscard]] const std::vector<git_oid>& commits() const { return commits_; }
  /// The commits on which these build and which are not among them: the other side must have them.
  [[nodiscard]] const std::vector<git_oid>& prerequisites() const { return prerequisites_; }
  [[nodiscard]] std::size_t objects() const { return objects_.size(); }
  [[nodiscard]] std::vector<git_oid> ids() const;

  /// The pack, piece by piece. `write` may throw.
  void write(const std::function<void(std::string_view)>& write);

 private:
  struct Planned {
    git_oid id{};
    git_object_t type = GIT_OBJECT_BLOB;
    std::optional<git_oid> base;
    std::string delta;  ///< Of a tree; that of a file is made when it is written.
  };

  void planTips(const std::vector<git_oid>& tips);
  void listCommits(const std::vector<git_oid>& known);
  void plan(const git_oid& commit);
  void planTree(const git_oid& id, const git_oid* before, int depth);
  void planFile(const git_oid& id, const git_oid* before);
  /// Null when it is there or on its way already.
  Planned* add(const git_oid& id, git_object_t type, const git_oid* base);
  void reckonAsHad(const git_oid& id, const git_oid* before, int depth);
  [[nodiscard]] CommitHandle commit(const git_oid& id) const;
  [[nodiscard]] git_oid treeOf(const git_oid& commit) const;
  [[nodiscard]] WalkHandle newWalk(const std::vector<git_oid>& known) const;

  git_repository* repository_;
  std::filesystem::path directory_;
  Count count_;
  ObjectStore store_;
  TreeCache trees_{store_};
  std::vector<git_oid> starts_;
  std::vector<git_oid> commits_;
  std::vector<git_oid> prerequisites_;
  std::vector<Planned> objects_;
  std::map<git_oid, int, OidOrder> depths_;  ///< Of what is planned, or there: how many deltas lead to it.
};

}  // namespace tiku::formats::git
