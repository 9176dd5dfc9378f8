#pragma once

#include <iosfwd>
#include <string>

#include "workflows/duplicates/duplicates.h"

namespace tiku::workflows {

/// What the head of the page says.
struct PageFacts {
  double threshold = 0;
  std::size_t found = 0;  ///< Pairs in all, of which the page may show the first ones only.
};

/// The pairs as one page of HTML that needs nothing else: no script, no picture, no font, no network. Pairs
/// stand in groups, the surest first; of each pair both items side by side, what is alike and what differs
/// marked in a way that a black-and-white print keeps, and a line to write a judgement on.
void writeDuplicatesPage(const ItemTable& table, const std::vector<DuplicatePair>& pairs,
                         const PageFacts& facts, std::ostream& out);

}  // namespace tiku::workflows
