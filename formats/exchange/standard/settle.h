#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "formats/model/standard.h"

/// What a document says of a standard, against the one that the bank has.
namespace tiku::formats::standards {

/// The new edition with the ids that the bank's has for the same entries, and with what the file does not
/// speak of as the bank has it: whole chapters, the table of weights, levels that 1.4 (`named`) does not take
/// away. `notes` gets a sentence for each.
Standard settled(const Standard& before, Standard found, const std::set<Level>& named,
                 std::vector<std::string>& notes);

/// Counts "added", "changed", "unchanged" and "removed" entries between two editions with common ids.
void countEntries(const Standard* before, const Standard& after, std::map<std::string, int>& counts);

}  // namespace tiku::formats::standards
