#pragma once

#include <map>
#include <string>
#include <vector>

#include "formats/exchange/import.h"

namespace tiku::formats {

/// Turns the theory items that an importer found into an Edit against the bank, so that a second import of
/// the same file changes nothing and a corrected file updates what it corrects.
///
/// A found item is the bank's own when they agree in level and type and (a) have the same non-empty printed
/// code, or (b) came from a file of the same name and have the same words in stem and options, the k-th such
/// item of the file being the k-th of the bank. A recognised item keeps its id and all that the source does
/// not say (point, key, difficulty, rationale, author, status); what the source says is taken over. Counts
/// "added", "changed" and "unchanged". `found` come with fresh ids; their order is that of the source.
void mergeItems(const Bank& bank, std::vector<TheoryItem> found, Edit& edit,
                std::map<std::string, int>& counts);

/// Links items without a point to the level's theory points in order, type by type, where a type has exactly
/// as many items as the table has points. Returns how many were linked.
int linkPointsByOrder(const Bank& bank, Level level, std::vector<TheoryItem>& items);

}  // namespace tiku::formats
