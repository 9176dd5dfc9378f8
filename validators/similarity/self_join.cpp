#include "validators/similarity/self_join.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cmath>
#include <iterator>
#include <mutex>
#include <span>
#include <stdexcept>
#include <thread>

#include "formats/base/large_array.h"
#include "validators/similarity/common_counter.h"
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

/// How frequent bigrams are, roughly, from 0 to 255 in steps of a sixth of a doubling, by hash and from a
/// sample. It serves only to put rare bigrams first, so collisions and the sample cost time, never a pair.
class Frequencies {
 public:
  explicit Frequencies(const StatementList& statements) {
    const std::size_t step = std::clamp<std::size_t>(statements.size() / kFullSample, 1, kMaxStep);
    bits_ =
        static_cast<unsigned>(std::clamp<std::size_t>(std::bit_width(statements.size() / step) + 3, 12, 20));
    std::vector<std::uint16_t> counts(std::size_t{1} << bits_);
    for (std::size_t at = 0; at < statements.size(); at += step) {
      const std::u16string_view text = statements[at];
      for (std::size_t unit = 1; unit < text.size(); ++unit) {
        std::uint16_t& count = counts[bigramOf(text[unit - 1], text[unit]) >> (32U - bits_)];
        if (count < 0xFFFF) ++count;
      }
    }
    ranks_.reserve(counts.size());
    for (const std::uint16_t count : counts) {
      ranks_.push_back(
          static_cast<std::uint8_t>(count < kExact ? count : kExact + 6 * std::log2(count / kExact)));
    }
  }

  [[nodiscard]] std::uint32_t of(Bigram bigram) const { return ranks_[bigram >> (32U - bits_)]; }

 private:
  static constexpr std::size_t kFullSample = 20'000;
  static constexpr std::size_t kMaxStep = 8;
  static constexpr std::uint16_t kExact = 32;
  unsigned bits_ = 0;
  std::vector<std::uint8_t> ranks_;
};

// --- sets ----------------------------------------------------------------------------------------------

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

// --- postings ------------------------------------------------------------------------------------------

constexpr unsigned kPartitionBits = 9;
constexpr std::size_t kPartitions = std::size_t{1} << kPartitionBits;
/// Sets of this size and more are entered as of this size; only their exact count tells.
constexpr std::size_t kLongSize = 255;

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
  std::array<std::uint16_t, 2 * kLongSize + 1> mayDiffer_{};
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
  void rank(std::span<const Bigram> bigrams) {
    const std::size_t count = bigrams.size();
    count_ = count;
    if (order_.size() < count) {
      order_.resize(count);
      ranks_.resize(count);
    }
    for (std::size_t at = 0; at < count; ++at)
      order_[at] = frequencies_.of(bigrams[at]) << 24U | bigrams[at] >> 8U;
    if (count <= kFew) {
      rankAll(order_.data(), count, ranks_.data());
      return;
    }
    sorted_.assign(order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(count));
    std::ranges::sort(sorted_);
    for (std::size_t at = 0; at < count; ++at) {
      ranks_[at] =
          static_cast<std::uint32_t>(std::ranges::lower_bound(sorted_, order_[at]) - sorted_.begin());
    }
  }
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

// --- the join ------------------------------------------------------------------------------------------

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

/// Which of the next few signatures differ from the one in so many flags at most, a bit for each. Without a
/// branch, so that processors that count flags of several words at once do.
__attribute__((always_inline)) inline unsigned nearOnes(std::uint64_t own, const std::uint64_t* others,
                                                        int most) {
  std::array<std::uint64_t, SortedPartition::kTogether> distances;
  for (std::size_t at = 0; at < distances.size(); ++at)
    distances[at] = static_cast<std::uint64_t>(std::popcount(own ^ others[at]));
  unsigned near = 0;
  for (std::size_t at = 0; at < distances.size(); ++at)
    near |= (distances[at] <= static_cast<std::uint64_t>(most) ? 1U : 0U) << at;
  return near;
}

/// Compares the sets of each bucket that are to be met with those of the bucket that are as long or longer;
/// what both signatures let pass goes to the candidates. Stops when they are too many.
TIKU_CPU_CLONES void compareAll(const SortedPartition& sorted, const Needs& needs,
                                const Signature* signatures, Candidates& candidates) {
  const std::uint64_t* const shorts = sorted.signatures.data();
  const std::uint32_t* const keys = sorted.keys.data();
  const std::uint32_t* const statements = sorted.statements.data();
  const std::size_t count = sorted.keys.size();
  for (std::size_t from = 0; from < count;) {
    const std::uint32_t bucket = keys[from] >> Posting::kBigramShift;
    std::size_t metEnd = from;
    std::size_t first = from;  // The first that is not too short for the one that looks.
    std::size_t last = from;   // Behind the last that is not longer than it.
    std::size_t at = from;
    for (; at < count && keys[at] >> Posting::kBigramShift == bucket; ++at) {
      const std::size_t size = keys[at] & Posting::kSizeMask;
      const bool beyond = (keys[at] & Posting::kBeyond) != 0;
      if (!beyond) {
        metEnd = at + 1;
        last = at;
      } else if (at == metEnd) {
        first = from;  // The second part begins: again by size from the shortest.
        last = from;
      }
      while (beyond && last < metEnd && (keys[last] & Posting::kSizeMask) <= size) ++last;
      const std::size_t smallest = needs.smallest(size);
      while (first < last && (keys[first] & Posting::kSizeMask) < smallest) ++first;
      const std::uint64_t own = shorts[at];
      const bool isLong = size == kLongSize;
      // Of the shorter ones none may differ more than one of this size, but for the rounding.
      const int most = isLong ? 64 : static_cast<int>(needs.mayDiffer(2 * size)) + 1;
      for (std::size_t other = first; other < last; other += SortedPartition::kTogether) {
        unsigned passed = nearOnes(own, shorts + other, most);
        for (; passed != 0; passed &= passed - 1) {
          const std::size_t near = other + static_cast<std::size_t>(std::countr_zero(passed));
          if (near >= last) break;
          const auto mayDiffer = static_cast<int>(needs.mayDiffer(size + (keys[near] & Posting::kSizeMask)));
          if (isLong || (std::popcount(own ^ shorts[near]) <= mayDiffer &&
                         difference(signatures[statements[at]], signatures[statements[near]]) <= mayDiffer))
            candidates.add(statements[at], statements[near]);
        }
      }
      if (candidates.tooMany()) return;
    }
    from = at;
  }
}

class Join {
 public:
  Join(const StatementList& statements, const JoinSettings& settings)
      : statements_(statements),
        settings_(settings),
        needs_(settings.threshold),
        frequencies_(statements),
        signatures_(statements.size()),
        sizes_(statements.size()) {
    const unsigned processors = std::max(1U, std::thread::hardware_concurrency());
    threads_ = settings.threads == 0 ? processors : settings.threads;
    threads_ =
        static_cast<unsigned>(std::clamp<std::size_t>(statements.blockCount(), 1, std::min(threads_, 64U)));
    postings_.resize(threads_);
    found_.resize(threads_, Candidates(settings.limit));
    sorted_.resize(threads_);
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
        postings.add(bigram >> (32U - kPartitionBits),
                     {signature, static_cast<std::uint32_t>(statement),
                      Posting::keyOf(bigram, prefix.rankOf(at) < met, size)});
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
  Frequencies frequencies_;
  formats::LargeArray<Signature> signatures_;  ///< Of all but the empty statements.
  formats::LargeArray<std::uint32_t> sizes_;
  unsigned threads_ = 1;
  std::vector<Postings> postings_;       ///< By thread.
  std::vector<Candidates> found_;        ///< By thread.
  std::vector<SortedPartition> sorted_;  ///< By thread; scratch space.
  std::mutex progressMutex_;
  double done_ = 0;
  std::atomic<bool> stopped_{false};
  std::atomic<bool> flooded_{false};
};

std::vector<AlikePair> Join::count() {
  inParallel(found_.size(), [this](unsigned, std::size_t thread) { found_[thread].tidy(); });
  std::vector<std::uint64_t> candidates;
  for (const Candidates& found : found_) {
    std::vector<std::uint64_t> both;
    both.reserve(candidates.size() + found.pairs().size());
    std::ranges::set_union(candidates, found.pairs(), std::back_inserter(both));
    candidates = std::move(both);
  }

  constexpr std::size_t kPiece = 4096;
  const std::size_t pieces = (candidates.size() + kPiece - 1) / kPiece;
  std::vector<std::vector<AlikePair>> pairs(pieces);
  inParallel(pieces, [&](unsigned, std::size_t piece) {
    BigramSet one;
    CommonCounter counter;
    std::uint64_t read = ~std::uint64_t{0};
    const std::size_t last = std::min(candidates.size(), (piece + 1) * kPiece);
    for (std::size_t at = piece * kPiece; at < last; ++at) {
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
