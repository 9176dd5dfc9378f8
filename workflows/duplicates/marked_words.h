#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "validators/similarity/pair.h"

namespace tiku::workflows {

/// A text cut at the marks of a pair.
struct MarkedPiece {
  enum class Mark {
    kNone,       ///< Takes no part in the comparison: a wrong option, punctuation at an end.
    kCommon,     ///< The other item has it too.
    kDifferent,  ///< It has not.
  };
  Mark mark = Mark::kNone;
  std::string_view text;
};

/// The pieces of one field (Statement::Origin::kStem, or the position of an option) of an item, in order;
/// joined they are its text.
std::vector<MarkedPiece> markedPieces(const validators::ItemWords& words, const validators::PairMarks& marks,
                                      int field);

}  // namespace tiku::workflows
