#pragma once

#include <cstdint>

#include "validators/similarity/bigrams.h"

namespace tiku::validators {

/// Two units as one number, scrambled one-to-one so that any of its bits serve as a hash. No unit of a
/// statement is 0: (0, unit) is free for the unit alone.
[[nodiscard]] constexpr Bigram bigramOf(char16_t first, char16_t second) {
  std::uint32_t mixed = static_cast<std::uint32_t>(first) << 16U | second;
  mixed *= 0x9E3779B1U;  // Odd: one-to-one. 2^32 divided by the golden ratio.
  mixed ^= mixed >> 15U;
  mixed *= 0x85EBCA77U;
  mixed ^= mixed >> 13U;
  return mixed;
}

}  // namespace tiku::validators
