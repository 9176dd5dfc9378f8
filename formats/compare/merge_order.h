#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

/// Bringing two orders of rows together. Rows are known by names.
namespace tiku::formats::merging {

using Names = std::vector<std::string>;

/// A list as each of the three has it. No name stands twice in one of them.
struct Orders {
  Names base;
  Names mine;
  Names theirs;
  bool baseCounts = true;  ///< False where there is no common state to compare with.
};

/// Asked when both put the rows that they share into another order, and not the same. True takes theirs.
using AskOrder = std::function<bool()>;

/// The members in their order. An order that one side alone changed is taken. A new row stands behind the row
/// that it follows where it was added; what both add behind one row is put in the order of the names, each
/// side's rows together, so that it does not matter which side is mine. Lists that all three keep sorted by
/// name stay so.
Names mergeOrder(const Orders& orders, const std::set<std::string>& members, const AskOrder& askOrder);

}  // namespace tiku::formats::merging
