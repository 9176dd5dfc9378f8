#include "formats/compare/merge_order.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace tiku::formats::merging {
namespace {

Names only(const Names& list, const std::set<std::string>& wanted) {
  Names kept;
  std::ranges::copy_if(list, std::back_inserter(kept),
                       [&](const std::string& n) { return wanted.contains(n); });
  return kept;
}

std::set<std::string> shared(const std::set<std::string>& members, const Orders& orders) {
  const std::set<std::string> mine(orders.mine.begin(), orders.mine.end());
  const std::set<std::string> theirs(orders.theirs.begin(), orders.theirs.end());
  const std::set<std::string> base(orders.base.begin(), orders.base.end());
  std::set<std::string> core;
  for (const std::string& name : members) {
    const bool known = !orders.baseCounts || base.contains(name);
    if (known && mine.contains(name) && theirs.contains(name)) core.insert(name);
  }
  return core;
}

/// What one side has between the rows that both share: by the number of shared rows in front of it.
using Runs = std::map<std::size_t, Names>;

Runs runsBetween(const Names& list, const std::set<std::string>& members, const Names& core) {
  std::map<std::string, std::size_t> place;
  for (std::size_t i = 0; i < core.size(); ++i) place[core[i]] = i + 1;
  Runs runs;
  std::size_t at = 0;
  for (const std::string& name : list) {
    if (const auto found = place.find(name); found != place.end()) {
      at = found->second;
    } else if (members.contains(name)) {
      runs[at].push_back(name);
    }
  }
  return runs;
}

// What both added at different places stands at the first of them.
void dropLater(Runs& runs, const Runs& other) {
  for (auto& [at, names] : runs) {
    std::erase_if(names, [&, here = at](const std::string& name) {
      return std::ranges::any_of(other, [&](const auto& run) {
        return run.first < here && std::ranges::find(run.second, name) != run.second.end();
      });
    });
  }
}

Names joined(const Names& one, const Names& two) {
  const bool oneLeads = one < two;
  const Names& leader = oneLeads ? one : two;
  const Names& follower = oneLeads ? two : one;
  const auto there = [](const Names& list, const std::string& name) { return std::ranges::find(list, name); };
  const bool meet =
      std::ranges::any_of(leader, [&](const auto& n) { return there(follower, n) != follower.end(); });
  Names result = leader;
  if (!meet) {
    result.insert(result.end(), follower.begin(), follower.end());
    return result;
  }
  auto place = result.begin();
  for (const std::string& name : follower) {
    auto found = std::ranges::find(result, name);
    if (found == result.end()) found = result.insert(place, name);
    place = found + 1;
  }
  return result;
}

bool allSorted(const Orders& orders, const auto& compare) {
  return std::ranges::is_sorted(orders.base, compare) && std::ranges::is_sorted(orders.mine, compare) &&
         std::ranges::is_sorted(orders.theirs, compare);
}

}  // namespace

Names mergeOrder(const Orders& orders, const std::set<std::string>& members, const AskOrder& askOrder) {
  const std::set<std::string> core = shared(members, orders);
  const Names mine = only(orders.mine, core);
  const Names theirs = only(orders.theirs, core);
  const Names base = orders.baseCounts ? only(orders.base, core) : Names();
  Names order = mine;
  if (mine != theirs && base != theirs) {
    if ((orders.baseCounts && base == mine) || askOrder()) order = theirs;
  }
  Runs ofMine = runsBetween(orders.mine, members, order);
  Runs ofTheirs = runsBetween(orders.theirs, members, order);
  const Runs mineBefore = ofMine;
  dropLater(ofMine, ofTheirs);
  dropLater(ofTheirs, mineBefore);
  Names result;
  for (std::size_t at = 0; at <= order.size(); ++at) {
    if (at > 0) result.push_back(order[at - 1]);
    const Names run = joined(ofMine[at], ofTheirs[at]);
    result.insert(result.end(), run.begin(), run.end());
  }
  // A row that neither list names any more came back because what it moved to is gone.
  const std::set<std::string> placed(result.begin(), result.end());
  std::ranges::set_difference(members, placed, std::back_inserter(result));
  if (allSorted(orders, std::less<>())) std::ranges::sort(result);
  if (allSorted(orders, std::greater<>())) std::ranges::sort(result, std::greater<>());
  return result;
}

}  // namespace tiku::formats::merging
