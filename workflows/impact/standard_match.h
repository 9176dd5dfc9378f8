#pragma once

#include <string>
#include <vector>

#include "formats/compare/standard_entries.h"
#include "formats/model/standard_update.h"

/// Two editions of a standard, entry by entry.
namespace tiku::workflows {

using formats::entriesOf;
using formats::StandardEntry;
using formats::withKnownIds;

/// "三级 相关知识要求 1.2.3"
std::string placeOfEntry(const StandardEntry& entry);

/// What the new edition says otherwise, in its order, what it removed where it stood. A ★ that came or went
/// is a change; numbers alone are none, nor are white space, punctuation and the width of letters. Entries
/// are told by id: take the new edition from withKnownIds().
std::vector<formats::EntryChange> changesOfStandard(const formats::Standard& before,
                                                    const formats::Standard& after);

}  // namespace tiku::workflows
