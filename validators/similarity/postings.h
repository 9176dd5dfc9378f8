#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "formats/base/large_array.h"
#include "validators/similarity/bigrams.h"

/// The buckets of selfJoin().
namespace tiku::validators {

inline constexpr unsigned kPartitionBits = 9;
inline constexpr std::size_t kPartitions = std::size_t{1} << kPartitionBits;
/// Sets of this size and more are entered as of this size; only their exact count tells.
inline constexpr std::size_t kLongSize = 255;

/// That a bigram is among the first few of a statement.
struct Posting {
  std::uint64_t signature = 0;  ///< Of 64 flags: the four words of the larger one, added up without carry.
  std::uint32_t statement = 0;
  /// From the top: the bits of the bigram that the partition does not tell, whether the bigram is beyond the
  /// fewer that a longer set has to meet, and the size of the set. In order of this, a bucket holds first
  /// those to be met, then the others, each by size.
  std::uint32_t key = 0;

  static std::uint32_t keyOf(Bigram bigram, bool isMet, std::size_t size) {
    return bigram << kPartitionBits | (isMet ? 0U : kBeyond) | static_cast<std::uint32_t>(size);
  }
  static constexpr std::uint32_t kBeyond = 1U << 8U;
  static constexpr std::uint32_t kSizeMask = 0xFF;
  static constexpr unsigned kBigramShift = 9;
};
static_assert(kPartitionBits == Posting::kBigramShift);

/// The postings of one thread by partition.
class Postings {
 public:
  Postings() : places_(kPartitions), overflow_(kPartitions) {}

  void add(std::size_t partition, const Posting& posting) {
    Place& place = places_[partition];
    if (place.next < place.end) {
      slab_[place.next++] = posting;
    } else {
      overflow_[partition].push_back(posting);
    }
  }

  [[nodiscard]] bool isForeseen() const { return foreseen_; }
  /// Makes room for so many times what there is by now: growing step by step would move everything several
  /// times.
  void foresee(double times) {
    foreseen_ = true;
    std::size_t all = 0;
    for (std::size_t partition = 0; partition < kPartitions; ++partition) {
      constexpr double kMargin = 1.1;
      constexpr std::size_t kMore = 32;
      places_[partition].first = places_[partition].next = all;
      all += static_cast<std::size_t>(static_cast<double>(overflow_[partition].size()) * times * kMargin) +
             kMore;
      places_[partition].end = all;
    }
    slab_ = formats::LargeArray<Posting>(all);
    for (std::size_t partition = 0; partition < kPartitions; ++partition) {
      const std::vector<Posting> known = std::move(overflow_[partition]);
      overflow_[partition].clear();
      for (const Posting& posting : known) add(partition, posting);
    }
  }

  [[nodiscard]] std::array<std::span<const Posting>, 2> of(std::size_t partition) const {
    const Place& place = places_[partition];
    return {std::span(slab_.data() + place.first, place.next - place.first), overflow_[partition]};
  }

 private:
  struct Place {
    std::size_t first = 0;
    std::size_t next = 0;
    std::size_t end = 0;
  };
  std::vector<Place> places_;
  formats::LargeArray<Posting> slab_;
  std::vector<std::vector<Posting>> overflow_;
  bool foreseen_ = false;
};

/// The postings of a partition in the order of their keys, part by part, as the comparing wants them.
class SortedPartition {
 public:
  void sort(const std::vector<std::span<const Posting>>& parts) {
    std::size_t count = 0;
    for (const auto& part : parts) count += part.size();
    postings_.resize(count);
    if (count < std::size_t{1} << kBinBits) {
      auto next = postings_.begin();
      for (const auto& part : parts) next = std::ranges::copy(part, next).out;
      std::sort(postings_.begin(), postings_.end(), isBefore);
    } else {
      sortByBins(parts);
    }
    signatures.resize(count + kTogether);
    keys.resize(count);
    statements.resize(count);
    for (std::size_t at = 0; at < count; ++at) {
      signatures[at] = postings_[at].signature;
      keys[at] = postings_[at].key;
      statements[at] = postings_[at].statement;
    }
  }

  /// So many signatures are compared at once; as many more than there are may be read.
  static constexpr std::size_t kTogether = 8;

  std::vector<std::uint64_t> signatures;
  std::vector<std::uint32_t> keys;
  std::vector<std::uint32_t> statements;

 private:
  static constexpr unsigned kBinBits = 12;
  static std::uint32_t binOf(std::uint32_t key) { return key >> (32U - kBinBits); }
  static bool isBefore(const Posting& a, const Posting& b) { return a.key < b.key; }

  void sortByBins(const std::vector<std::span<const Posting>>& parts) {
    starts_.assign((std::size_t{1} << kBinBits) + 1, 0);
    for (const auto& part : parts) {
      for (const Posting& posting : part) ++starts_[binOf(posting.key) + 1];
    }
    for (std::size_t bin = 1; bin < starts_.size(); ++bin) starts_[bin] += starts_[bin - 1];
    next_ = starts_;
    for (const auto& part : parts) {
      for (const Posting& posting : part) postings_[next_[binOf(posting.key)]++] = posting;
    }
    for (std::size_t bin = 0; bin + 1 < starts_.size(); ++bin) {
      if (starts_[bin + 1] - starts_[bin] > 1)
        std::sort(postings_.begin() + starts_[bin], postings_.begin() + starts_[bin + 1], isBefore);
    }
  }

  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> next_;
  std::vector<Posting> postings_;
};

}  // namespace tiku::validators
