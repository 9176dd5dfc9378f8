#pragma once

#include <map>
#include <string>
#include <vector>

#include "formats/model/bank.h"

namespace tiku::formats {

/// Turns the sets of items that an importer found into steps of its edit, so that a second import changes
/// nothing. `found` come with fresh ids and the ids that mergeItems() gave their items.
///
/// A found set is the bank's own when the bank has a set of its kind with one of its items, or one of the
/// same words from a file of the same name. It keeps its id and its other items; what it shares is replaced
/// by its own source only. An item that the bank has in another set stays there. Fewer than two items make no
/// set. Counts "sets-added" and "sets-changed" where there are any.
void mergeSets(const Bank& bank, std::vector<ItemSet> found, Edit& edit, std::map<std::string, int>& counts);

}  // namespace tiku::formats
