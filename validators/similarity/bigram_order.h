#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "validators/similarity/bigrams.h"
#include "validators/similarity/statement_list.h"

/// The one order into which selfJoin() puts all bigrams.
namespace tiku::validators {

/// How frequent bigrams are, roughly, from 0 to 255 in steps of a sixth of a doubling, by hash and from a
/// sample. It serves only to put rare bigrams first, so collisions and the sample cost time, never a pair.
class Frequencies {
 public:
  Frequencies(const StatementList& statements, unsigned threads);

  [[nodiscard]] std::uint32_t of(Bigram bigram) const { return ranks_[bigram >> (32U - bits_)]; }

 private:
  static constexpr std::size_t kFullSample = 20'000;
  static constexpr std::size_t kMaxStep = 8;
  static constexpr std::uint16_t kExact = 32;
  unsigned bits_ = 0;
  std::vector<std::uint8_t> ranks_;
};

/// Finds the first bigrams of a set in the order of the join.
class Prefix {
 public:
  explicit Prefix(const Frequencies& frequencies) : frequencies_(frequencies) {}

  /// Ranks the bigrams. Those with equal rank may be more than one; taking all of them is right, too.
  void rank(std::span<const Bigram> bigrams);
  [[nodiscard]] std::uint32_t rankOf(std::size_t at) const { return ranks_[at]; }
  /// Places of the bigrams with a rank below the limit. Gathered without a branch, which nothing could
  /// foresee.
  [[nodiscard]] std::span<const std::uint32_t> below(std::size_t limit) {
    if (chosen_.size() < count_) chosen_.resize(ranks_.size());
    std::size_t chosen = 0;
    for (std::uint32_t at = 0; at < count_; ++at) {
      chosen_[chosen] = at;
      chosen += ranks_[at] < limit ? 1 : 0;
    }
    return {chosen_.data(), chosen};
  }

 private:
  static constexpr std::size_t kFew = 96;
  const Frequencies& frequencies_;
  std::size_t count_ = 0;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> ranks_;
  std::vector<std::uint32_t> sorted_;
  std::vector<std::uint32_t> chosen_;
};

}  // namespace tiku::validators
