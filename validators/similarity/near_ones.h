#pragma once

#include <cstddef>
#include <cstdint>

namespace tiku::validators {

/// Finds the signatures that differ from `own` in at most so many flags: writes their numbers, ascending, to
/// `near`, which has room for all, and returns how many there are. Reads up to kNearTogether signatures
/// beyond the last.
using NearOnes = std::size_t (*)(std::uint64_t own, const std::uint64_t* others, std::size_t count,
                                 unsigned most, std::uint32_t* near);

/// So many are compared at once.
inline constexpr std::size_t kNearTogether = 8;

/// The fastest one that this processor can do.
[[nodiscard]] NearOnes bestNearOnes();

}  // namespace tiku::validators
