#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "validators/similarity/scramble.h"

namespace tiku::validators {

/// A set of 256 flags, each turned by every bigram that falls on it: two sets that differ in n bigrams differ
/// in n flags at most.
using Signature = std::array<std::uint64_t, 4>;

__attribute__((always_inline)) inline int difference(const Signature& a, const Signature& b) {
  int bits = 0;
  for (std::size_t word = 0; word < a.size(); ++word) bits += std::popcount(a[word] ^ b[word]);
  return bits;
}

/// The distinct bigrams of one statement after the other, with their signature.
class BigramSet {
 public:
  void read(std::u16string_view text) {
    if (bigrams_.size() < text.size() + 1) bigrams_.resize(text.size() + 1);
    size_ = 0;
    signature_ = {};
    seen_ = {};
    if (text.size() == 1) add(bigramOf(0, text.front()));
    for (std::size_t unit = 1; unit < text.size(); ++unit) add(bigramOf(text[unit - 1], text[unit]));
  }

  [[nodiscard]] std::span<const Bigram> bigrams() const { return {bigrams_.data(), size_}; }
  [[nodiscard]] const Signature& signature() const { return signature_; }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  void add(Bigram bigram) {
    // A flag that nobody set is the proof that the bigram is new; else it has to be looked for.
    std::uint64_t& seen = seen_[bigram >> 28U];
    const std::uint64_t flag = std::uint64_t{1} << ((bigram >> 22U) & 63U);
    if ((seen & flag) != 0 &&
        std::find(bigrams_.data(), bigrams_.data() + size_, bigram) != bigrams_.data() + size_)
      return;
    seen |= flag;
    signature_[(bigram >> 16U) & 3U] ^= std::uint64_t{1} << ((bigram >> 10U) & 63U);
    bigrams_[size_++] = bigram;
  }

  std::vector<Bigram> bigrams_;  ///< The first `size_` count.
  std::size_t size_ = 0;
  Signature signature_{};
  std::array<std::uint64_t, 16> seen_{};
};

/// The same of 64 flags.
[[nodiscard]] inline std::uint64_t shortSignature(const Signature& signature) {
  return signature[0] ^ signature[1] ^ signature[2] ^ signature[3];
}

}  // namespace tiku::validators
