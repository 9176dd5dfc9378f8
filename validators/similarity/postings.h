#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include "formats/base/large_array.h"
#include "validators/similarity/bigrams.h"
#include "validators/similarity/near_ones.h"

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
  /// From the top: most of the bits of the bigram that the partition does not tell (of the few that are left
  /// out all that follows is that two bigrams may share a bucket), how far the bigram is beyond the fewer
  /// that a longer set has to meet, and the size of the set. In order of this, a bucket holds first those to
  /// be met, then the others, each by size.
  std::uint32_t key = 0;

  /// `beyond` is 0 for one of those to be met, else how far it is behind the last of these.
  static std::uint32_t keyOf(Bigram bigram, std::size_t beyond, std::size_t size) {
    return (bigram << kPartitionBits >> kBigramShift << kBigramShift) |
           static_cast<std::uint32_t>(std::min(beyond, kFarBeyond) << kSizeBits | size);
  }
  static std::size_t sizeOf(std::uint32_t key) { return key & kLongSize; }
  /// Up to kFarBeyond, which is also said of all that is farther.
  static std::size_t beyondOf(std::uint32_t key) { return key >> kSizeBits & kFarBeyond; }

  static constexpr std::size_t kFarBeyond = 15;
  static constexpr unsigned kSizeBits = 8;
  static constexpr unsigned kBigramShift = 12;
};
static_assert(Posting::kFarBeyond << Posting::kSizeBits < 1U << Posting::kBigramShift);

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

/// The postings of a partition by bucket, and within a bucket in the order of the lower part of their keys;
/// part by part, as the comparing wants them.
class SortedPartition {
 public:
  void sort(const std::vector<std::span<const Posting>>& parts) {
    std::size_t count = 0;
    for (const auto& part : parts) count += part.size();
    postings_.resize(count);
    signatures.resize(count + kNearTogether);
    keys.resize(count);
    statements.resize(count);
    if (count < kFew) {
      auto next = postings_.begin();
      for (const auto& part : parts) next = std::ranges::copy(part, next).out;
      std::ranges::sort(postings_, {}, &Posting::key);
      bucketShift = Posting::kBigramShift;
      for (std::size_t at = 0; at < count; ++at) set(at, postings_[at]);
    } else {
      sortByDigits(parts, count);
    }
  }

  unsigned bucketShift = 0;               ///< Those with the same key >> bucketShift are a bucket.
  std::vector<std::uint64_t> signatures;  ///< And as many more as NearOnes may read.
  std::vector<std::uint32_t> keys;
  std::vector<std::uint32_t> statements;

 private:
  static constexpr std::size_t kFew = 512;
  static constexpr std::size_t kMostBucketBits = 13;

  void set(std::size_t at, const Posting& posting) {
    signatures[at] = posting.signature;
    keys[at] = posting.key;
    statements[at] = posting.statement;
  }

  /// First by the lower part of the key, then by bucket. A bucket takes no more bits of the bigram than there
  /// are postings: that two rare bigrams share one costs less than telling them apart.
  void sortByDigits(const std::vector<std::span<const Posting>>& parts, std::size_t count) {
    constexpr std::uint32_t kLowMask = (1U << Posting::kBigramShift) - 1;
    bucketShift =
        32U - static_cast<unsigned>(std::min<std::size_t>(std::bit_width(count) - 1, kMostBucketBits));
    lowStarts_.assign(kLowMask + 2, 0);
    bucketStarts_.assign((std::size_t{1} << (32U - bucketShift)) + 1, 0);
    for (const auto& part : parts) {
      for (const Posting& posting : part) {
        ++lowStarts_[(posting.key & kLowMask) + 1];
        ++bucketStarts_[(posting.key >> bucketShift) + 1];
      }
    }
    std::partial_sum(lowStarts_.begin(), lowStarts_.end(), lowStarts_.begin());
    std::partial_sum(bucketStarts_.begin(), bucketStarts_.end(), bucketStarts_.begin());
    for (const auto& part : parts) {
      for (const Posting& posting : part) postings_[lowStarts_[posting.key & kLowMask]++] = posting;
    }
    for (const Posting& posting : postings_) set(bucketStarts_[posting.key >> bucketShift]++, posting);
  }

  std::vector<std::uint32_t> lowStarts_;
  std::vector<std::uint32_t> bucketStarts_;
  std::vector<Posting> postings_;
};

}  // namespace tiku::validators
