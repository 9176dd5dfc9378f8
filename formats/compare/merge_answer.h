#pragma once

#include "formats/compare/merger.h"

namespace tiku::formats::merging {

/// What only makes sense together of a theory item: type, options and key. Into `into`, which has the rest of
/// the item merged, from three states of it.
///
/// Options have no name but their place, and the key speaks of them: here an option is followed by what it
/// says, so that editing, adding and moving different options comes together and the key goes on meaning the
/// same ones. The key is asked where both changed it, and where one side changed it while the other changed
/// the words that it answers (stem, options); everything at once where the type changed too, or where the
/// key that may be chosen would mean an option that is gone.
/// A null base: both made the item.
void mergeAnswer(Merger& merger, const std::string& address, const TheoryItem* base, const TheoryItem& mine,
                 const TheoryItem& theirs, TheoryItem& into);

}  // namespace tiku::formats::merging
