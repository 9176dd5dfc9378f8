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
class Outgoing {
 public:
  enum class Newest {
    /// Each version is a delta of the one before it, the first of them of one that the reader has (a thin
    /// pack).
    kAsDelta,
    /// The newest version of each is whole and quick to read, the older ones are deltas of the newer.
    kWhole,
  };
  /// Called while objects are collected and written: how many of how many (0: not known). May throw.
  using Count = std::function<void(std::size_t, std::size_t)>;

  /// `tips` are commits or tags. What the other side has and is not known here plays no part.
  Outgoing(git_repository* repository, std::filesystem::path directory, const std::vector<git_oid>& tips,
           const std::vector<git_oid>& known);
  Outgoing(const Outgoing&) = delete;
  Outgoing& operator=(const Outgoing&) = delete;

  /// Latest first.
  [[nodiscard]] const std::vector<git_oid>& commits() const { return commits_; }
  /// The commits on which these build and which are not among them: the other side must have them.
  [[nodiscard]] const std::vector<git_oid>& prerequisites() const { return prerequisites_; }
  /// A tag on one of the commits, before collect().
  void addTag(const git_oid& tag);
  /// Finds out which objects these are. A whole history is always sent with the newest versions whole.
  void collect(Newest newest, Count count = {});
  /// The following after collect().
  [[nodiscard]] std::size_t objects() const { return objects_.size(); }
  [[nodiscard]] std::vector<git_oid> ids() const;

  /// The pack, piece by piece. `write` may throw.
  void write(const std::function<void(std::string_view)>& write);

 private:
  struct Planned {
    git_oid id{};
    git_object_t type = GIT_OBJECT_BLOB;
    std::optional<git_oid> base;
    std::string delta{};    ///< Of a tree; that of a file is made when it is written.
    std::size_t bytes = 0;  ///< Of a tree.
  };

  void planTips();
  [[nodiscard]] ObjectHandle lookUp(const git_oid& id) const;
  void listCommits(const std::vector<git_oid>& known);
  void plan(const git_oid& commit);
  void planTree(const git_oid& id, const git_oid* before, int depth);
  void planFile(const git_oid& id, const git_oid* before);
  /// Null when it is there or on its way already.
  Planned* add(const git_oid& id, git_object_t type, const git_oid* before);
  /// Where it is among the planned ones, if it is.
  Planned* planned(const git_oid* id);
  void endLongChains();
  void reckonAsHad(const git_oid& id, const git_oid* before, int depth);
  [[nodiscard]] CommitHandle commit(const git_oid& id) const;
  [[nodiscard]] git_oid treeOf(const git_oid& commit) const;
  [[nodiscard]] WalkHandle newWalk(const std::vector<git_oid>& known) const;

  git_repository* repository_;
  std::filesystem::path directory_;
  Newest newest_ = Newest::kAsDelta;
  Count count_;
  ObjectStore store_;
  TreeCache trees_{store_};
  std::vector<git_oid> tips_;
  std::vector<git_oid> starts_;
  std::vector<git_oid> commits_;
  std::vector<git_oid> prerequisites_;
  std::vector<Planned> objects_;
  struct Place {
    int index = -1;  ///< In objects_; -1 for what the other side has.
    int depth = 0;   ///< So many deltas lead to it.
  };
  std::map<git_oid, Place, OidOrder> places_;
};

}  // namespace tiku::formats::git
