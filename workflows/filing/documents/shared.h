#pragma once

#include "formats/exchange/docx/writer.h"
#include "formats/model/item_sets.h"

namespace tiku::workflows {

/// What a set's items share, above the first of them: "（1～3 题共用题干）" and the material, or the options.
/// `first` and `last` are the printed numbers of the items that follow.
void addShared(formats::DocxWriter& writer, const formats::ItemSet& set, int first, int last);

/// The item as it is printed under its set: without the options that stand above it already.
formats::TheoryItem underSet(const formats::TheoryItem& item, const formats::ItemSet* set);

}  // namespace tiku::workflows
