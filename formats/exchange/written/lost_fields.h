#pragma once

#include "formats/exchange/questions/losses.h"
#include "formats/model/item_set.h"

namespace tiku::formats::written {

/// Tells what of an item a written document does not hold, as found by reading it back before it is written.
void tellLosses(const TheoryItem& item, const TheoryItem& readBack, Losses& losses);
/// The same of a set, told of its first item.
void tellLosses(const ItemSet& set, const ItemSet& readBack, const TheoryItem& first, Losses& losses);

}  // namespace tiku::formats::written
