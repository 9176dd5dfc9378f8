#pragma once

#include <string>
#include <utility>

#include "formats/model/bank.h"

namespace tiku::formats {

/// SHA-256 of what experts judge of a theory item, an operational item or a blueprint: its canonical file
/// without what says nothing about its quality (docs/package-format.md, Reviews). Empty for other kinds.
/// A number or a status set after the review leaves it as it is; a word does not. Of the object alone.
std::string reviewedDigest(const Object& object);

/// The same; of an item in a set together with what the set prints above it. Another item in the set, or the
/// set's source, leaves it as it is.
std::string reviewedDigest(const Bank& bank, const Object& object);

/// Orders rounds by when they ended: of two that approved an object the later one counts.
std::pair<std::string, Id> endOf(const Round& round);

/// What the last round that approved the object approved, as reviewedDigest(); empty where none did.
std::string approvedDigest(const Bank& bank, Id object);

/// Whether rounds of review speak of such objects.
bool isReviewable(const Object& object);

}  // namespace tiku::formats
