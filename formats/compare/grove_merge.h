#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>

#include "formats/compare/merge_rows.h"
#include "formats/compare/merger.h"

/// Which rows of nested lists there are after a merge, and in which list each stands. What the rows say is no
/// matter here.
namespace tiku::formats::merging {

/// By the name of a row the list that it is in.
using GroveHomes = std::map<std::string, std::string>;
struct GroveShape {
  GroveHomes homes;
};

/// The list `slot` of a row.
std::string homeIn(const std::string& row, const std::string& slot);
/// The row whose list it is; empty for the outermost list.
std::string parentOf(const std::string& home);

enum class GroveSide { kBase, kMine, kTheirs };

/// What must be known of the rows to ask about them.
struct GroveWords {
  std::function<std::string(const std::string& name)> call;
  std::function<std::string(GroveSide side, const std::string& name)> content;
  std::function<bool(GroveSide side, const std::string& name)> changed;  ///< Against the base.
};

class GroveMerge {
 public:
  /// `hasBase` false: there is no common state.
  GroveMerge(Merger& merger, const At& at, bool hasBase, GroveShape was, GroveShape mine, GroveShape theirs,
             const GroveWords& words);

  GroveHomes run();

 private:
  struct Side {
    const GroveShape& has;
    const GroveShape& lacks;
    GroveSide side;  ///< That has it.
  };
  void decideRemovals(const Side& keeper);
  [[nodiscard]] bool removed(const Side& keeper, const std::string& name) const;
  [[nodiscard]] std::string rootOf(const Side& keeper, std::string name) const;
  /// The root of the removed rows below which a row stands that is not removed itself; empty of others.
  [[nodiscard]] std::string removedAbove(const Side& keeper, const std::string& name) const;
  /// By their root the rows that the keeper changed, added or moved below what the other side removed.
  [[nodiscard]] std::map<std::string, std::set<std::string>> touched(const Side& keeper) const;
  bool askKeep(const Side& keeper, const std::string& root, const std::set<std::string>& names);
  void decideHomes();
  std::string homeOf(const std::string& name);
  bool askPlace(const std::string& name, const std::string& mine, const std::string& theirs);
  void settleHomeless();
  void bringBack(const std::string& name);
  void breakCircles();
  void breakCircle(const std::set<std::string>& names);
  [[nodiscard]] std::set<std::string> circle() const;
  [[nodiscard]] bool stands(const std::string& home) const;
  [[nodiscard]] std::string addressOf(const std::string& name) const;
  [[nodiscard]] std::string placeWords(GroveSide side, const GroveShape& shape,
                                       const std::string& name) const;

  Merger& merger_;
  const At& at_;
  bool hasBase_;
  GroveShape was_;
  GroveShape mine_;
  GroveShape theirs_;
  const GroveWords& words_;
  std::set<std::string> present_;
  GroveHomes homes_;
};

/// What is asked about the order of a list.
At orderAt(const At& at, const std::string& home, const GroveWords& words);
bool askOrder(Merger& merger, const At& order, const Orders& orders, const GroveWords& words);

}  // namespace tiku::formats::merging
