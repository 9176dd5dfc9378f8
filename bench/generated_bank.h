#pragma once

#include <cstdint>

#include "formats/model/bank.h"

namespace tiku::bench {

/// A bank of `items` theory items over five levels, the same for the same numbers on every machine: element
/// tables with as many points as the items need (ten items a point), items of the common types with Chinese
/// texts of 15 to 150 characters, keys, ratings and sources. The sentences are put together from the words of
/// vocabulary.h; nobody would teach from it, but length, variety and structure are those of a real bank. So
/// are its near-duplicates: every fortieth item says again what an earlier one says, and with what comes
/// about by chance one item in twenty has another that is like it (Jaccard 0.7).
formats::Bank generatedBank(int items, std::uint64_t seed);

}  // namespace tiku::bench
