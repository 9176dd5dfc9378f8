#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tiku::validators {

/// A place where two texts differ: units [aFrom, aTo) of the one stand for [bFrom, bTo) of the other. Either
/// may be empty.
struct Difference {
  std::uint32_t aFrom = 0;
  std::uint32_t aTo = 0;
  std::uint32_t bFrom = 0;
  std::uint32_t bTo = 0;
  [[nodiscard]] std::uint32_t lengthA() const { return aTo - aFrom; }
  [[nodiscard]] std::uint32_t lengthB() const { return bTo - bFrom; }
  bool operator==(const Difference&) const = default;
};

/// Where two texts differ, in the order of their words. What is between the differences is equal. Runs of
/// equal words are kept long: a lone unit that happens to occur in both does not tear a difference apart.
///
/// Texts that are long and share neither beginning nor end differ as a whole.
[[nodiscard]] std::vector<Difference> differences(std::u16string_view a, std::u16string_view b);

}  // namespace tiku::validators
