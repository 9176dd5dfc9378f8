#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "formats/history/git.h"

namespace tiku::formats::git {

/// What somebody who has some check-ins lacks to have others: the commits, and a pack of all their objects.
class Outgoing {
 public:
  /// Called while objects are collected and made smaller: how many of how many (0: not known). May throw.
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
  [[nodiscard]] std::size_t objects() const;

  /// The pack, piece by piece. `write` may throw.
  void write(const std::function<void(std::string_view)>& write);

 private:
  void insertTips(const std::vector<git_oid>& tips, const std::vector<git_oid>& known);
  void listCommits(const std::vector<git_oid>& known);
  WalkHandle newWalk(const std::vector<git_oid>& known) const;
  void checked(int result);

  git_repository* repository_;
  std::filesystem::path directory_;
  Count count_;
  std::exception_ptr failure_;
  PackBuilderHandle builder_;
  std::vector<git_oid> starts_;
  std::vector<git_oid> commits_;
  std::vector<git_oid> prerequisites_;
};

}  // namespace tiku::formats::git
