#include "validators/similarity/self_join.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cmath>
#include <mutex>
#include <span>
#include <stdexcept>
#include <thread>

#include "validators/similarity/cpu.h"
#include "validators/similarity/scramble.h"

// How it works. Every statement is a set of bigrams. All bigrams are put into one order, rare ones first; two
// sets that are alike must share a bigram among the first few of each (prefix filter). The first few of every
// statement go into buckets by bigram, each with the size of its set and a 64-bit signature; within a bucket
// all pairs are compared by size and signature, then by a 256-bit signature, and what is left is counted
// exactly. Buckets are partitioned so that each fits the cache.

namespace tiku::validators {
namespace {

// --- the order of the bigrams --------------------------------------------------------------------------

/// How frequent bigrams are, roughly: a saturating count by hash, taken from a sample. It serves only to put
/// rare bigrams first, so collisions and the sample cost time, never a pair.
class Frequencies {
 public:
  explicit Frequencies(const StatementList& statements) : counts_(std::size_t{1} << kBits) {
    constexpr std::size_t kSample = 20000;
    const std::size_t step = std::max<std::size_t>(1, statements.size() / kSample);
    for (std::size_t at = 0; at < statements.size(); at += step) {
      const std::u16string_view text = statements[at];
      for (std::size_t unit = 1; unit < text.size(); ++unit) {
        std::uint8_t& count = counts_[bigramOf(text[unit - 1], text[unit]) >> (32U - kBits)];
        if (count < 255) ++count;
      }
    }
  }

  [[nodiscard]] std::uint32_t of(Bigram bigram) const { return counts_[bigram >> (32U - kBits)]; }

 private:
  static constexpr unsigned kBits = 18;
  std::vector<std::uint8_t> counts_;
};

// --- sets ----------------------------------------------------------------------------------------------

/// A set of 256 flags, each turned by every bigram that falls on it: two sets that differ in n bigrams differ
/// in n flags at most.
using Signature = std::array<std::uint64_t, 4>;

int difference(const Signature& a, const Signature& b) {
  int bits = 0;
  for (std::size_t word = 0; word < a.size(); ++word) bits += std::popcount(a[word] ^ b[word]);
  return bits;
}

/// The distinct bigrams of one statement after the other, with their signature.
class BigramSet {
 public:
  void read(std::u16string_view text) {
    bigrams_.clear();
    signature_ = {};
    seen_ = {};
    if (text.size() == 1) add(bigramOf(0, text.front()));
    for (std::size_t unit = 1; unit < text.size(); ++unit) add(bigramOf(text[unit - 1], text[unit]));
  }

  [[nodiscard]] const std::vector<Bigram>& bigrams() const { return bigrams_; }
  [[nodiscard]] const Signature& signature() const { return signature_; }
  [[nodiscard]] std::size_t size() const { return bigrams_.size(); }

 private:
  void add(Bigram bigram) {
    const unsigned place = (bigram >> 10U) & 0xFFU;
    const std::uint64_t flag = std::uint64_t{1} << (place & 63U);
    std::uint64_t& seen = seen_[place >> 6U];
    // A flag that nobody set is the proof that the bigram is new; else it has to be looked for.
    if ((seen & flag) != 0 && std::ranges::find(bigrams_, bigram) != bigrams_.end()) return;
    seen |= flag;
    signature_[place >> 6U] ^= flag;
    bigrams_.push_back(bigram);
  }

  std::vector<Bigram> bigrams_;
  Signature signature_{};
  Signature seen_{};
};

// --- postings ------------------------------------------------------------------------------------------

constexpr unsigned kPartitionBits = 9;
constexpr std::size_t kPartitions = std::size_t{1} << kPartitionBits;
/// Sets of this size and more are entered as of this size; only their exact count tells.
constexpr std::size_t kLongSize = 255;

/// That a bigram is among the first few of a statement.
struct Posting {
  std::uint64_t signature = 0;  ///< Of 64 flags: the four words of the larger one, added up without carry.
  std::uint32_t statement = 0;
  /// From the top: the bits of the bigram that the partition does not tell, the size of the set, and whether
  /// the bigram is among the fewer that a longer set has to meet.
  std::uint32_t key = 0;

  [[nodiscard]] std::uint32_t bigram() const { return key >> 9U; }
  [[nodiscard]] std::uint32_t size() const { return (key >> 1U) & 0xFFU; }
  [[nodiscard]] bool isMet() const { return (key & 1U) != 0; }
};

using Partition = std::vector<Posting>;

std::uint64_t shortSignature(const Signature& signature) {
  return signature[0] ^ signature[1] ^ signature[2] ^ signature[3];
}

/// What the threshold asks of sets of every size.
class Needs {
 public:
  explicit Needs(double threshold) : threshold_(threshold) {
    for (std::size_t sum = 0; sum < mayDiffer_.size(); ++sum) {
      mayDiffer_[sum] = static_cast<std::uint16_t>(sum - std::min(sum, 2 * commonNeeded(sum, 0, threshold)));
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
  /// The size of the smallest set that can be like one of this size.
  [[nodiscard]] std::size_t smallest(std::size_t size) const {
    return atLeast(threshold_ * static_cast<double>(size), size);
  }
  /// How many bigrams two sets of together so many may have that the other has not.
  [[nodiscard]] unsigned mayDiffer(std::size_t sum) const { return mayDiffer_[sum]; }

 private:
  static std::size_t atLeast(double share, std::size_t size) {
    return std::clamp<std::size_t>(static_cast<std::size_t>(std::ceil(share - 1e-6)), 1, size);
  }

  double threshold_;
  std::array<std::uint16_t, 2 * kLongSize> mayDiffer_{};
};

/// Ranks: how many of the others come before each. Quadratic, but without a branch, and statements are short.
TIKU_CPU_CLONES void rankAll(const std::uint32_t* order, std::size_t count, std::uint32_t* ranks) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t own = order[i];
    std::uint32_t before = 0;
    for (std::size_t j = 0; j < count; ++j) before += order[j] < own ? 1U : 0U;
    ranks[i] = before;
  }
}

/// Finds the first bigrams of a set in the order of the join.
class Prefix {
 public:
  explicit Prefix(const Frequencies& frequencies) : frequencies_(frequencies) {}

  /// Ranks the bigrams. Those with equal rank may be more than one; taking all of them is right, too.
  void rank(const std::vector<Bigram>& bigrams) {
    const std::size_t count = bigrams.size();
    order_.resize(count);
    ranks_.resize(count);
    for (std::size_t at = 0; at < count; ++at)
      order_[at] = frequencies_.of(bigrams[at]) << 24U | bigrams[at] >> 8U;
    if (count <= kFew) {
      rankAll(order_.data(), count, ranks_.data());
      return;
    }
    sorted_ = order_;
    std::ranges::sort(sorted_);
    for (std::size_t at = 0; at < count; ++at) {
      ranks_[at] =
          static_cast<std::uint32_t>(std::ranges::lower_bound(sorted_, order_[at]) - sorted_.begin());
    }
  }
  [[nodiscard]] std::uint32_t rankOf(std::size_t at) const { return ranks_[at]; }

 private:
  static constexpr std::size_t kFew = 96;
  const Frequencies& frequencies_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> ranks_;
  std::vector<std::uint32_t> sorted_;
};

// --- the join ------------------------------------------------------------------------------------------

std::uint64_t pairOf(std::uint32_t a, std::uint32_t b) {
  return a < b ? std::uint64_t{a} << 32U | b : std::uint64_t{b} << 32U | a;
}

class Join {
 public:
  Join(const StatementList& statements, const JoinSettings& settings)
      : statements_(statements),
        settings_(settings),
        needs_(settings.threshold),
        frequencies_(statements),
        signatures_(statements.size()) {
    const unsigned processors = std::max(1U, std::thread::hardware_concurrency());
    threads_ = settings.threads == 0 ? processors : settings.threads;
    threads_ =
        static_cast<unsigned>(std::clamp<std::size_t>(statements.blockCount(), 1, std::min(threads_, 64U)));
    buckets_.resize(threads_);
    for (auto& partitions : buckets_) partitions.resize(kPartitions);
    found_.resize(threads_);
  }

  std::vector<AlikePair> run() {
    inParallel(statements_.blockCount(),
               [this](unsigned thread, std::size_t block) { enter(thread, block); });
    inParallel(kPartitions, [this](unsigned thread, std::size_t partition) { compare(thread, partition); });
    return count();
  }

 private:
  /// Calls `work(thread, number)` for all numbers, each once, on all threads.
  template <typename Work>
  void inParallel(std::size_t count, const Work& work) {
    std::atomic<std::size_t> next{0};
    const auto worker = [&](unsigned thread) {
      for (std::size_t number = next++; number < count && !stopped_; number = next++) {
        work(thread, number);
        tellProgress(1.0 / static_cast<double>(count));
      }
    };
    std::vector<std::thread> others;
    for (unsigned thread = 1; thread < threads_; ++thread) others.emplace_back(worker, thread);
    worker(0);
    for (std::thread& other : others) other.join();
    if (stopped_) throw Cancelled();
  }

  void tellProgress(double step) {
    if (!settings_.progress) return;
    constexpr double kPhases = 3;
    const std::lock_guard lock(progressMutex_);
    done_ += step / kPhases;
    if (!stopped_ && !settings_.progress(std::min(done_, 1.0))) stopped_ = true;
  }

  /// Enters the first bigrams of a block's statements into the partitions of the thread.
  void enter(unsigned thread, std::size_t block) {
    std::vector<Partition>& partitions = buckets_[thread];
    const std::size_t first = block * StatementList::kBlock;
    const std::size_t last = std::min(statements_.size(), first + StatementList::kBlock);
    BigramSet set;
    Prefix prefix(frequencies_);
    for (std::size_t statement = first; statement < last; ++statement) {
      set.read(statements_[statement]);
      if (set.size() == 0) continue;
      signatures_[statement] = set.signature();
      prefix.rank(set.bigrams());
      const std::size_t probing = needs_.probing(set.size());
      const std::size_t met = needs_.met(set.size());
      const auto size = static_cast<std::uint32_t>(std::min(set.size(), kLongSize));
      const std::uint64_t signature = shortSignature(set.signature());
      for (std::size_t at = 0; at < set.size(); ++at) {
        if (prefix.rankOf(at) >= probing) continue;
        const Bigram bigram = set.bigrams()[at];
        const std::uint32_t flag = prefix.rankOf(at) < met ? 1 : 0;
        partitions[bigram >> (32U - kPartitionBits)].push_back(
            {signature, static_cast<std::uint32_t>(statement), bigram << kPartitionBits | size << 1U | flag});
      }
    }
  }

  /// Compares within a partition; survivors of both signatures go to the thread's candidates.
  void compare(unsigned thread, std::size_t number) {
    Partition all;
    for (auto& partitions : buckets_) {
      all.insert(all.end(), partitions[number].begin(), partitions[number].end());
      Partition().swap(partitions[number]);
    }
    std::ranges::sort(all, {}, &Posting::key);
    for (auto from = all.begin(); from != all.end();) {
      auto to = from;
      while (to != all.end() && to->bigram() == from->bigram()) ++to;
      compareBucket(std::span(from, to), found_[thread]);
      from = to;
    }
  }

  /// All pairs of a bucket, which is ordered by size.
  void compareBucket(std::span<const Posting> bucket, std::vector<std::uint64_t>& candidates) {
    std::size_t first = 0;
    for (std::size_t longer = 1; longer < bucket.size(); ++longer) {
      const Posting& a = bucket[longer];
      const std::size_t sizeA = a.size();
      while (sizeA < kLongSize && bucket[first].size() < needs_.smallest(sizeA)) ++first;
      for (std::size_t shorter = first; shorter < longer; ++shorter) {
        const Posting& b = bucket[shorter];
        if (!b.isMet() && !(sizeA == b.size() && a.isMet())) continue;
        if (sizeA<kLongSize&& static_cast<unsigned>(std::popcount(a.signature ^ b.signature))> needs_
                .mayDiffer(sizeA + b.size()))
          continue;
        if (mayBeAlike(a, b)) candidates.push_back(pairOf(a.statement, b.statement));
      }
    }
  }

  [[nodiscard]] bool mayBeAlike(const Posting& a, const Posting& b) const {
    if (a.size() == kLongSize || b.size() == kLongSize) return true;
    return static_cast<unsigned>(difference(signatures_[a.statement], signatures_[b.statement])) <=
           needs_.mayDiffer(a.size() + b.size());
  }

  std::vector<AlikePair> count();

  const StatementList& statements_;
  const JoinSettings& settings_;
  Needs needs_;
  Frequencies frequencies_;
  std::vector<Signature> signatures_;
  unsigned threads_ = 1;
  std::vector<std::vector<Partition>> buckets_;    ///< By thread, then partition.
  std::vector<std::vector<std::uint64_t>> found_;  ///< By thread.
  std::mutex progressMutex_;
  double done_ = 0;
  std::atomic<bool> stopped_{false};
};

std::vector<AlikePair> Join::count() {
  std::vector<std::uint64_t> candidates;
  for (const auto& found : found_) candidates.insert(candidates.end(), found.begin(), found.end());
  std::ranges::sort(candidates);
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());

  constexpr std::size_t kPiece = 4096;
  const std::size_t pieces = (candidates.size() + kPiece - 1) / kPiece;
  std::vector<std::vector<AlikePair>> pairs(pieces);
  inParallel(pieces, [&](unsigned, std::size_t piece) {
    BigramSet a;
    std::vector<Bigram> sorted;
    std::vector<Bigram> other;
    std::uint32_t read = 0;
    const std::size_t last = std::min(candidates.size(), (piece + 1) * kPiece);
    for (std::size_t at = piece * kPiece; at < last; ++at) {
      const auto first = static_cast<std::uint32_t>(candidates[at] >> 32U);
      const auto second = static_cast<std::uint32_t>(candidates[at]);
      if (sorted.empty() || first != read) bigramsOf(statements_[first], sorted);
      read = first;
      bigramsOf(statements_[second], other);
      std::size_t common = 0;
      for (auto x = sorted.begin(), y = other.begin(); x != sorted.end() && y != other.end();) {
        if (*x == *y) {
          ++common;
          ++x;
          ++y;
        } else if (*x < *y) {
          ++x;
        } else {
          ++y;
        }
      }
      if (!alike(sorted.size(), other.size(), common, needs_.threshold())) continue;
      const std::size_t together = sorted.size() + other.size() - common;
      pairs[piece].push_back({first, second, static_cast<float>(common) / static_cast<float>(together)});
    }
  });
  std::vector<AlikePair> all;
  for (const auto& some : pairs) all.insert(all.end(), some.begin(), some.end());
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
