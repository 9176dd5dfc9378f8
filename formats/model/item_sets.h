#pragma once

#include <vector>

#include "formats/model/bank.h"

/// Items in the order in which they are printed, with those that share something together.
namespace tiku::formats {

/// A stretch of items that are printed under one head.
struct SetRun {
  const ItemSet* set = nullptr;  ///< Null for one item that is in no set.
  std::size_t first = 0;         ///< Position in the list of items.
  std::size_t count = 1;
};

/// The items as stretches, all of them and in their order: neighbours of one set together, every other item
/// alone.
[[nodiscard]] std::vector<SetRun> runsOf(const Bank& bank, const std::vector<Id>& items);

/// The same items with those of a set together, in the set's order, where the first of them stood.
[[nodiscard]] std::vector<Id> together(const Bank& bank, const std::vector<Id>& items);

/// The items whose set the change makes another one: all that it names before or after. None for a change of
/// another object.
[[nodiscard]] std::vector<Id> itemsOfSet(const Change& change);

}  // namespace tiku::formats
