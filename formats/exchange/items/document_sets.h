#pragma once

#include <map>
#include <string>
#include <vector>

#include "formats/exchange/items/document_items.h"

namespace tiku::formats {

/// An item of a document that shares something, and what it became in the bank.
struct SetMember {
  std::size_t set = 0;  ///< Of DocumentItems::sets().
  Id item;
};

/// Puts the item sets of a document into the edit. A set is the bank's own when its first item that is in any
/// set of that kind is in it; its own file brings its stem, options and items up to date, another file adds
/// items only. An item that is in another set already stays there, and is told. Counts "sets", "sets-added",
/// "sets-changed" and "sets-unchanged".
void mergeSets(const Bank& bank, Level level, const std::string& file, DocumentItems& read,
               const std::vector<SetMember>& members, Edit& edit, std::map<std::string, int>& counts);

}  // namespace tiku::formats
