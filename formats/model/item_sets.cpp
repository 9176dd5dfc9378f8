#include "formats/model/item_sets.h"

#include <unordered_set>

namespace tiku::formats {

std::vector<SetRun> runsOf(const Bank& bank, const std::vector<Id>& items) {
  std::vector<SetRun> runs;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const ItemSet* set = bank.setOf(items[i]);
    if (set != nullptr && !runs.empty() && runs.back().set == set) {
      ++runs.back().count;
    } else {
      runs.push_back({set, i, 1});
    }
  }
  return runs;
}

std::vector<Id> together(const Bank& bank, const std::vector<Id>& items) {
  const std::unordered_set<Id> wanted(items.begin(), items.end());
  std::unordered_set<const ItemSet*> done;
  std::vector<Id> sorted;
  for (const Id item : items) {
    const ItemSet* set = bank.setOf(item);
    if (set == nullptr) {
      sorted.push_back(item);
    } else if (done.insert(set).second) {
      for (const Id member : set->items) {
        if (wanted.contains(member) && bank.setOf(member) == set) sorted.push_back(member);
      }
    }
  }
  return sorted;
}

std::vector<Id> itemsOfSet(const Change& change) {
  std::vector<Id> items;
  for (const ItemSet* set : {change.was<ItemSet>(), change.is<ItemSet>()}) {
    if (set != nullptr) items.insert(items.end(), set->items.begin(), set->items.end());
  }
  return items;
}

}  // namespace tiku::formats
