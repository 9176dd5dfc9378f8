#pragma once

#include <cstdint>

#include "formats/model/bank.h"

namespace tiku::bench {

/// A bank of `items` theory items over five levels, the same for the same numbers on every machine: element
/// tables with as many points as the items need (ten items a point), items of the common types with Chinese
/// texts of 15 to 150 characters, keys, ratings and sources. The words are made up from lists; nobody would
/// teach from it, but length, variety and structure are those of a real bank.
formats::Bank generatedBank(int items, std::uint64_t seed);

}  // namespace tiku::bench
