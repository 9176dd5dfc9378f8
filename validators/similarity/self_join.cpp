#include "validators/similarity/self_join.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cmath>
#include <iterator>
#include <mutex>
#include <stdexcept>

#include "formats/base/large_array.h"
#include "formats/base/parallel.h"
#include "validators/similarity/bigram_order.h"
#include "validators/similarity/bigram_set.h"
#include "validators/similarity/common_counter.h"
#include "validators/similarity/cpu.h"
#include "validators/similarity/near_ones.h"
#include "validators/similarity/postings.h"

// How it works. Every statement is a set of bigrams. All bigrams are put into one order, rare ones first; two
// sets that are alike must share a bigram among the first few of each (prefix filter). The first few of every
// statement go into buckets by bigram, each with the size of its set and a 64-bit signature; within a bucket
// all pairs are compared by size and signature, then by a 256-bit signature, and what is left is counted
// exactly. Buckets are partitioned so that each fits the cache.

namespace tiku::validators {
namespace {

/// What the threshold asks of sets of every size.
class Needs {
 public:
  explicit Needs(double threshold) : threshold_(threshold) {
    for (std::size_t sum = 0; sum < mayDiffer_.size(); ++sum) {
      mayDiffer_[sum] = static_cast<std::uint16_t>(sum - std::min(sum, 2 * commonNeeded(sum, 0, threshold)));
    }
    for (std::size_t size = 1; size <= kLongSize; ++size) {
      smallest_[size] = static_cast<std::uint8_t>(atLeast(threshold * static_cast<double>(size), size));
      for (std::size_t beyond = 0; beyond <= Posting::kFarBeyond; ++beyond)
        largest_[beyond][size] = static_cast<std::uint8_t>(largestMet(size, beyond));
    }
  }

  [[nodiscard]] double threshold() const { return threshold_; }
  /// How many of its first bigrams a set has to show to shorter ones and those of its size.
  [[nodiscard]] std::size_t probing(std::size_t size) const {
    return size + 1 - atLeast(threshold_ * static_cast<double>(size), size);
  }
  /// How many of its first bigrams longer ones have to meet.
  [[nodiscard]] std::size_t met(std::size_t size) const {
    return size + 1 - atLeast(2 * threshold_ / (1 + threshold_) * static_cast<double>(size), size);
  }
  /// The size, up to kLongSize, of the smallest set that can be like one of this size.
  [[nodiscard]] std::size_t smallest(std::size_t size) const { return smallest_[size]; }
  /// The size of the largest set, not larger than this one, that can be like it and have no common bigram
  /// before one that is so far beyond those to be met (Posting::beyondOf).
  [[nodiscard]] std::size_t largest(std::size_t size, std::size_t beyond) const {
    return largest_[beyond][size];
  }
  /// How many bigrams two sets of together so many may have that the other has not.
  [[nodiscard]] unsigned mayDiffer(std::size_t sum) const { return mayDiffer_[sum]; }

 private:
  static std::size_t atLeast(double share, std::size_t size) {
    return std::clamp<std::size_t>(static_cast<std::size_t>(std::ceil(share - 1e-6)), 1, size);
  }
  /// Position filter: only the bigrams from that one on can be common.
  [[nodiscard]] std::size_t largestMet(std::size_t size, std::size_t beyond) const {
    if (beyond == 0 || size == kLongSize) return size;
    const std::size_t passed = met(size) + beyond - 1;
    const double left = static_cast<double>(size - std::min(size, passed));
    const double most = left * (1 + threshold_) / threshold_ - static_cast<double>(size) + 1e-6;
    return static_cast<std::size_t>(std::clamp(most, 0.0, static_cast<double>(size)));
  }

  double threshold_;
  std::array<std::uint8_t, kLongSize + 1> smallest_{};
  std::array<std::array<std::uint8_t, kLongSize + 1>, Posting::kFarBeyond + 1> largest_{};
  std::array<std::uint16_t, 2 * kLongSize + 1> mayDiffer_{};
};

std::uint64_t pairOf(std::uint32_t a, std::uint32_t b) {
  return a < b ? std::uint64_t{a} << 32U | b : std::uint64_t{b} << 32U | a;
}

/// Pairs that may be alike, each possibly several times until they are tidied.
class Candidates {
 public:
  explicit Candidates(std::size_t limit) : limit_(limit), full_(kFirst) {}

  void add(std::uint32_t a, std::uint32_t b) { pairs_.push_back(pairOf(a, b)); }

  /// To be asked now and then: tidies when many were added, and tells whether there are too many even so. Few
  /// candidates are no pairs, so that twice the limit of candidates is more than the limit of pairs.
  bool tooMany() {
    if (pairs_.size() < full_) return false;
    tidy();
    full_ = std::max(kFirst, 2 * pairs_.size());
    return pairs_.size() / 2 > limit_;
  }
  void tidy() {
    std::ranges::sort(pairs_);
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
  }

  [[nodiscard]] const std::vector<std::uint64_t>& pairs() const { return pairs_; }

 private:
  static constexpr std::size_t kFirst = 4'000'000;
  std::size_t limit_;
  std::size_t full_;
  std::vector<std::uint64_t> pairs_;
};

/// Pairs that the short signatures let pass, until there are enough of them: by then the long ones are on
/// their way from memory.
struct Waiting {
  struct Pair {
    std::uint32_t a;
    std::uint32_t b;
    int mayDiffer;
  };
  static constexpr std::size_t kMost = 64;
  std::array<Pair, kMost> pairs;
  std::size_t count = 0;
};

__attribute__((always_inline)) inline void settle(Waiting& waiting, const Signature* signatures,
                                                  Candidates& candidates) {
  for (std::size_t at = 0; at < waiting.count; ++at) {
    const Waiting::Pair& pair = waiting.pairs[at];
    if (difference(signatures[pair.a], signatures[pair.b]) <= pair.mayDiffer) candidates.add(pair.a, pair.b);
  }
  waiting.count = 0;
}

/// Compares the sets of each bucket that are to be met with those of the bucket that are as long or longer;
/// what both signatures let pass goes to the candidates. Stops when they are too many.
/// Compares the sets of each bucket that are to be met with those of the bucket that are as long or longer;
/// what both signatures let pass goes to the candidates. Stops when they are too many.
TIKU_CPU_CLONES void compareAll(const SortedPartition& sorted, const Needs& needs,
                                const Signature* signatures, Candidates& candidates) {
  const NearOnes nearOnes = bestNearOnes();
  const std::uint64_t* const shorts = sorted.signatures.data();
  const std::uint32_t* const keys = sorted.keys.data();
  const std::uint32_t* const statements = sorted.statements.data();
  const std::size_t count = sorted.keys.size();
  std::vector<std::uint32_t> near;
  Waiting waiting;
  for (std::size_t from = 0; from < count;) {
    const std::uint32_t bucket = keys[from] >> sorted.bucketShift;
    std::size_t metEnd = from;
    std::size_t first = from;  // The first that is not too short for the one that looks.
    std::size_t last = from;   // Behind the last that is not too long for it.
    std::size_t part = 0;
    std::size_t at = from;
    for (; at < count && keys[at] >> sorted.bucketShift == bucket; ++at) {
      const std::size_t size = Posting::sizeOf(keys[at]);
      const std::size_t beyond = Posting::beyondOf(keys[at]);
      const std::size_t largest = needs.largest(size, beyond);
      if (beyond == 0) {
        metEnd = at + 1;
        last = at;
      } else {
        if (beyond != part) first = last = from;  // Again by size from the shortest.
        part = beyond;
        while (last < metEnd && Posting::sizeOf(keys[last]) <= largest) ++last;
        while (last > from && Posting::sizeOf(keys[last - 1]) > largest) --last;
      }
      const std::size_t smallest = needs.smallest(size);
      while (first < last && Posting::sizeOf(keys[first]) < smallest) ++first;
      if (first >= last) continue;
      const std::uint64_t own = shorts[at];
      const bool isLong = size == kLongSize;
      // Of the shorter ones none may differ more than the largest, but for the rounding.
      const unsigned most = isLong ? 64 : needs.mayDiffer(size + largest) + 1;
      if (near.size() < last - first) near.resize(last - first);
      const std::size_t found = nearOnes(own, shorts + first, last - first, most, near.data());
      for (std::size_t number = 0; number < found; ++number) {
        const std::size_t other = first + near[number];
        if (statements[at] == statements[other]) continue;  // Two of its bigrams are in this bucket.
        const auto mayDiffer = static_cast<int>(needs.mayDiffer(size + Posting::sizeOf(keys[other])));
        if (isLong) {
          candidates.add(statements[at], statements[other]);
        } else if (std::popcount(own ^ shorts[other]) <= mayDiffer) {
          __builtin_prefetch(&signatures[statements[at]]);
          __builtin_prefetch(&signatures[statements[other]]);
          waiting.pairs[waiting.count++] = {statements[at], statements[other], mayDiffer};
          if (waiting.count == Waiting::kMost) settle(waiting, signatures, candidates);
        }
      }
      if (candidates.tooMany()) return;
    }
    from = at;
  }
  settle(waiting, signatures, candidates);
}

class Join {
 public:
  Join(const StatementList& statements, const JoinSettings& settings)
      : statements_(statements),
        settings_(settings),
        needs_(settings.threshold),
        threads_(static_cast<unsigned>(std::clamp<std::size_t>(
            statements.blockCount(), 1, std::min(formats::threadsFor(settings.threads), 64U)))),
        frequencies_(statements, threads_),
        signatures_(statements.size()),
        sizes_(statements.size()) {
    postings_.resize(threads_);
    found_.resize(threads_, Candidates(settings.limit));
    sorted_.resize(threads_);
  }

  std::vector<AlikePair> run() {
    onAllThreads(statements_.blockCount(),
                 [this](unsigned thread, std::size_t block) { enter(thread, block); });
    onAllThreads(kPartitions, [this](unsigned thread, std::size_t partition) { compare(thread, partition); });
    return count();
  }

 private:
  /// Does `work(thread, number)` for all numbers unless the join was stopped, and tells the progress.
  template <typename Work>
  void onAllThreads(std::size_t count, const Work& work) {
    formats::inParallel(count, threads_, [&](unsigned thread, std::size_t number) {
      if (stopped_) return;
      work(thread, number);
      tellProgress(1.0 / static_cast<double>(count));
    });
    if (flooded_) throw TooManyPairs{settings_.limit};
    if (stopped_) throw Cancelled();
  }

  void tellProgress(double step) {
    if (!settings_.progress) return;
    constexpr double kPhases = 4;
    const std::lock_guard lock(progressMutex_);
    done_ += step / kPhases;
    if (!stopped_ && !settings_.progress(std::min(done_, 1.0))) stopped_ = true;
  }

  /// Enters the first bigrams of a block's statements into the partitions of the thread.
  void enter(unsigned thread, std::size_t block) {
    Postings& postings = postings_[thread];
    const std::size_t first = block * StatementList::kBlock;
    const std::size_t last = std::min(statements_.size(), first + StatementList::kBlock);
    BigramSet set;
    Prefix prefix(frequencies_);
    for (std::size_t statement = first; statement < last; ++statement) {
      set.read(statements_[statement]);
      if (set.size() == 0) continue;
      signatures_[statement] = set.signature();
      sizes_[statement] = static_cast<std::uint32_t>(set.size());
      prefix.rank(set.bigrams());
      const std::size_t probing = needs_.probing(set.size());
      const std::size_t met = needs_.met(set.size());
      const std::size_t size = std::min(set.size(), kLongSize);
      const std::uint64_t signature = shortSignature(set.signature());
      for (const std::uint32_t at : prefix.below(probing)) {
        const Bigram bigram = set.bigrams()[at];
        const std::size_t rank = prefix.rankOf(at);
        postings.add(bigram >> (32U - kPartitionBits),
                     {signature, static_cast<std::uint32_t>(statement),
                      Posting::keyOf(bigram, rank < met ? 0 : rank - met + 1, size)});
      }
    }
    if (!postings.isForeseen()) postings.foresee(static_cast<double>(statements_.blockCount()) / threads_);
  }

  /// Compares within a partition; survivors of both signatures go to the thread's candidates.
  void compare(unsigned thread, std::size_t number) {
    SortedPartition& sorted = sorted_[thread];
    std::vector<std::span<const Posting>> parts;
    for (const Postings& postings : postings_) {
      for (const auto& part : postings.of(number)) parts.push_back(part);
    }
    sorted.sort(parts);
    compareAll(sorted, needs_, signatures_.data(), found_[thread]);
    if (found_[thread].tooMany()) flooded_ = stopped_ = true;
  }

  std::vector<AlikePair> count();

  const StatementList& statements_;
  const JoinSettings& settings_;
  Needs needs_;
  unsigned threads_;
  Frequencies frequencies_;
  formats::LargeArray<Signature> signatures_;  ///< Of all but the empty statements.
  formats::LargeArray<std::uint32_t> sizes_;
  std::vector<Postings> postings_;       ///< By thread.
  std::vector<Candidates> found_;        ///< By thread.
  std::vector<SortedPartition> sorted_;  ///< By thread; scratch space.
  std::mutex progressMutex_;
  double done_ = 0;
  std::atomic<bool> stopped_{false};
  std::atomic<bool> flooded_{false};
};

std::vector<AlikePair> Join::count() {
  onAllThreads(found_.size(), [this](unsigned, std::size_t thread) { found_[thread].tidy(); });
  std::vector<std::uint64_t> candidates;
  for (const Candidates& found : found_) {
    std::vector<std::uint64_t> both;
    both.reserve(candidates.size() + found.pairs().size());
    std::ranges::set_union(candidates, found.pairs(), std::back_inserter(both));
    candidates = std::move(both);
  }

  constexpr std::size_t kPiece = 4096;
  constexpr std::size_t kAhead = 8;  // Statements are fetched from memory before they are read.
  const std::size_t pieces = (candidates.size() + kPiece - 1) / kPiece;
  std::vector<std::vector<AlikePair>> pairs(pieces);
  onAllThreads(pieces, [&](unsigned, std::size_t piece) {
    BigramSet one;
    CommonCounter counter;
    std::uint64_t read = ~std::uint64_t{0};
    const std::size_t last = std::min(candidates.size(), (piece + 1) * kPiece);
    for (std::size_t at = piece * kPiece; at < last; ++at) {
      const std::uint64_t later = candidates[std::min(at + kAhead, last - 1)];
      __builtin_prefetch(statements_[later >> 32U].data());
      __builtin_prefetch(statements_[static_cast<std::uint32_t>(later)].data());
      const auto a = static_cast<std::uint32_t>(candidates[at] >> 32U);
      const auto b = static_cast<std::uint32_t>(candidates[at]);
      if (a != read) {
        one.read(statements_[a]);
        counter.take(one.bigrams());
        read = a;
      }
      const std::size_t common = counter.countIn(statements_[b]);
      if (!alike(sizes_[a], sizes_[b], common, needs_.threshold())) continue;
      const std::size_t together = sizes_[a] + sizes_[b] - common;
      pairs[piece].push_back({a, b, static_cast<float>(common) / static_cast<float>(together)});
    }
  });
  std::vector<AlikePair> all;
  for (const auto& some : pairs) {
    all.insert(all.end(), some.begin(), some.end());
    if (all.size() > settings_.limit) throw TooManyPairs{settings_.limit};
  }
  return all;
}

}  // namespace

std::vector<AlikePair> selfJoin(const StatementList& statements, const JoinSettings& settings) {
  if (!(settings.threshold >= 0.3 && settings.threshold <= 1))
    throw std::invalid_argument("threshold of a join out of range");
  if (statements.size() > 0xFFFFFFFFU) throw std::invalid_argument("too many statements");
  return Join(statements, settings).run();
}

}  // namespace tiku::validators
