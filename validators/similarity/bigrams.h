#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tiku::validators {

/// Two neighbouring units of a statement, scrambled one-to-one: equal bigrams have equal values and no others
/// do. A statement of one unit has one bigram, of the unit alone.
using Bigram = std::uint32_t;

/// The distinct bigrams of a statement, in no particular order, in place of what is in `bigrams`.
void bigramsOf(std::u16string_view statement, std::vector<Bigram>& bigrams);

/// Whether sets with so many members, of which so many are common, are alike: common / union >= threshold,
/// exact to 1e-9. Two empty sets are not.
[[nodiscard]] bool alike(std::size_t a, std::size_t b, std::size_t common, double threshold);

/// Members of either set that the other must have at least to be alike: ceil(t / (1 + t) * (a + b)).
[[nodiscard]] std::size_t commonNeeded(std::size_t a, std::size_t b, double threshold);

/// Jaccard similarity of the bigram sets of two statements, 0 to 1. The obvious way, for a few pairs.
[[nodiscard]] double similarity(std::u16string_view a, std::u16string_view b);

}  // namespace tiku::validators
