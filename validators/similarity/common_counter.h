#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "validators/similarity/scramble.h"

namespace tiku::validators {

/// Counts how many bigrams of one set other statements have.
class CommonCounter {
 public:
  /// Takes another set; `bigrams` are distinct.
  void take(std::span<const Bigram> bigrams) {
    const std::size_t size = std::bit_ceil(bigrams.size() * 4 + 4);
    slots_.assign(size, {});
    shift_ = 32 - std::countr_zero(size);
    round_ = 0;
    for (const Bigram bigram : bigrams) {
      std::size_t at = placeOf(bigram);
      while (slots_[at].round != 0) at = after(at);
      slots_[at] = {bigram, 1};
    }
    round_ = 1;
  }

  /// Distinct bigrams of the statement that the set has.
  std::size_t countIn(std::u16string_view statement) {
    ++round_;
    std::size_t common = 0;
    if (statement.size() == 1) common += meets(bigramOf(0, statement.front()));
    for (std::size_t unit = 1; unit < statement.size(); ++unit)
      common += meets(bigramOf(statement[unit - 1], statement[unit]));
    return common;
  }

 private:
  struct Slot {
    Bigram bigram = 0;
    std::uint32_t round = 0;  ///< 0: free. Else the last count that met the bigram.
  };

  [[nodiscard]] std::size_t placeOf(Bigram bigram) const { return bigram >> shift_; }
  [[nodiscard]] std::size_t after(std::size_t at) const { return (at + 1) & (slots_.size() - 1); }

  std::size_t meets(Bigram bigram) {
    for (std::size_t at = placeOf(bigram); slots_[at].round != 0; at = after(at)) {
      if (slots_[at].bigram != bigram) continue;
      const bool first = slots_[at].round != round_;
      slots_[at].round = round_;
      return first ? 1 : 0;
    }
    return 0;
  }

  std::vector<Slot> slots_;
  int shift_ = 0;
  std::uint32_t round_ = 0;
};

}  // namespace tiku::validators
