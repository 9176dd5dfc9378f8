#include "validators/similarity/live_index.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <span>
#include <stdexcept>
#include <string>
#include <unordered_map>

#include "validators/similarity/bigram_lists.h"
#include "validators/similarity/bigrams.h"
#include "validators/similarity/common_counter.h"
#include "validators/similarity/cpu.h"

namespace tiku::validators {

using formats::Id;

namespace {

/// What a query looks at before it reads a statement; two of them fill a line of the cache.
struct alignas(32) Outline {
  std::uint64_t parity = 0;                ///< 64 flags, each turned by every bigram that falls on it.
  std::array<std::uint64_t, 2> present{};  ///< 128 flags, each set when a bigram falls on it.
  std::uint32_t size = 0;                  ///< Distinct bigrams; 0 for what was removed.
};

Outline outlineOf(const std::vector<Bigram>& bigrams) {
  Outline outline;
  for (const Bigram bigram : bigrams) {
    outline.parity ^= std::uint64_t{1} << (bigram >> 26U);
    outline.present[(bigram >> 25U) & 1U] |= std::uint64_t{1} << ((bigram >> 19U) & 63U);
  }
  outline.size = static_cast<std::uint32_t>(bigrams.size());
  return outline;
}

/// What a statement must be like to be alike, by its size.
class Limits {
 public:
  Limits(std::size_t size, double threshold)
      : size_(size),
        threshold_(threshold),
        smallest_(atLeast(threshold, size)),
        mayDiffer_(static_cast<std::size_t>(static_cast<double>(size) / threshold + 1e-6) + 2, -1) {
    for (std::size_t other = smallest_; other + 1 < mayDiffer_.size(); ++other) {
      mayDiffer_[other] = static_cast<std::int32_t>(size + other) -
                          2 * static_cast<std::int32_t>(commonNeeded(size, other, threshold));
    }
  }

  /// How many of the text's bigrams have to be looked up.
  [[nodiscard]] std::size_t listCount() const { return size_ - smallest_ + 1; }
  /// The size of the largest statement that can be alike without one of the `passed` bigrams.
  [[nodiscard]] std::size_t largestWithout(std::size_t passed) const {
    const double most = static_cast<double>(size_ - passed) * (1 + threshold_) / threshold_;
    return std::min(mayDiffer_.size() - 2,
                    static_cast<std::size_t>(std::max(0.0, most - static_cast<double>(size_) + 1e-6)));
  }
  /// How many bigrams text and statement of these sizes may have that the other has not; -1 at the end.
  [[nodiscard]] const std::int32_t* mayDiffer() const { return mayDiffer_.data(); }

  static std::size_t atLeast(double share, std::size_t size) {
    const auto least = static_cast<std::size_t>(std::ceil(share * static_cast<double>(size) - 1e-9));
    return std::clamp<std::size_t>(least, 1, size);
  }

 private:
  std::size_t size_;
  double threshold_;
  std::size_t smallest_;
  std::vector<std::int32_t> mayDiffer_;  ///< By size; -1 for sizes that cannot be alike.
};

/// Texts one behind the other, in pieces that never move.
class TextStore {
 public:
  struct Place {
    const char16_t* text = nullptr;
    std::uint32_t length = 0;
    [[nodiscard]] std::u16string_view view() const { return {text, length}; }
  };

  Place add(std::u16string_view text) {
    if (text.empty()) return {};
    if (pieces_.empty() || left_ < text.size()) {
      left_ = std::max(kPiece, text.size());
      pieces_.push_back(std::make_unique<char16_t[]>(left_));
      next_ = pieces_.back().get();
    }
    std::memcpy(next_, text.data(), text.size() * sizeof(char16_t));
    const Place place{next_, static_cast<std::uint32_t>(text.size())};
    next_ += text.size();
    left_ -= text.size();
    return place;
  }

 private:
  static constexpr std::size_t kPiece = std::size_t{1} << 18U;
  std::vector<std::unique_ptr<char16_t[]>> pieces_;
  char16_t* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace

struct LiveIndex::Impl {
  std::unordered_map<Id, std::uint32_t> slotOf;
  std::vector<Outline> outlines;
  std::vector<TextStore::Place> texts;
  std::vector<Id> ids;
  TextStore store;
  BigramLists lists;
  std::size_t removed = 0;

  void put(Id id, std::u16string_view statement) {
    remove(id);
    std::vector<Bigram> bigrams;
    bigramsOf(statement, bigrams);
    const auto slot = static_cast<std::uint32_t>(outlines.size());
    slotOf[id] = slot;
    outlines.push_back(outlineOf(bigrams));
    texts.push_back(store.add(statement));
    ids.push_back(id);
    for (const Bigram bigram : bigrams) lists.add(bigram, slot);
  }

  void remove(Id id) {
    const auto known = slotOf.find(id);
    if (known == slotOf.end()) return;
    outlines[known->second].size = 0;  // Stays in the lists, where every query passes over it.
    slotOf.erase(known);
    ++removed;
    constexpr std::size_t kFew = 1000;
    if (removed > slotOf.size() + kFew) tidy();
  }

  /// Leaves what was removed behind. Rare: after as many removals as there are statements.
  void tidy() {
    Impl fresh;
    for (std::uint32_t slot = 0; slot < ids.size(); ++slot) {
      const auto known = slotOf.find(ids[slot]);
      if (known != slotOf.end() && known->second == slot) fresh.put(ids[slot], texts[slot].view());
    }
    *this = std::move(fresh);
  }

  /// The slots that hold one of the `few` rarest of the bigrams and that `keep(list, passed, kept)` keeps,
  /// each once; what is in a list and in none of the `passed` ones before has none of their bigrams.
  template <typename Keep>
  std::vector<std::uint32_t> candidates(const std::vector<Bigram>& bigrams, std::size_t few,
                                        const Keep& keep) const;
};

namespace {

/// How far ahead of the reading an outline is asked for.
constexpr std::size_t kAhead = 12;

TIKU_CPU_CLONES void keepAlike(const Outline* outlines, const std::uint32_t* slots, std::size_t count,
                               const Outline& query, const std::int32_t* mayDiffer, std::uint32_t largest,
                               std::vector<std::uint32_t>& kept) {
  for (std::size_t at = 0; at < count; ++at) {
    if (at + kAhead < count) __builtin_prefetch(outlines + slots[at + kAhead]);
    const Outline& other = outlines[slots[at]];
    if (other.size <= largest && std::popcount(other.parity ^ query.parity) <= mayDiffer[other.size])
      kept.push_back(slots[at]);
  }
}

TIKU_CPU_CLONES void keepHolding(const Outline* outlines, const std::uint32_t* slots, std::size_t count,
                                 const Outline& query, int mayLack, std::vector<std::uint32_t>& kept) {
  for (std::size_t at = 0; at < count; ++at) {
    if (at + kAhead < count) __builtin_prefetch(outlines + slots[at + kAhead]);
    const Outline& other = outlines[slots[at]];
    const int lacking = std::popcount(query.present[0] & ~other.present[0]) +
                        std::popcount(query.present[1] & ~other.present[1]);
    if (lacking <= mayLack && other.size != 0) kept.push_back(slots[at]);
  }
}

}  // namespace

template <typename Keep>
std::vector<std::uint32_t> LiveIndex::Impl::candidates(const std::vector<Bigram>& bigrams, std::size_t few,
                                                       const Keep& keep) const {
  std::vector<std::span<const std::uint32_t>> rare;
  rare.reserve(bigrams.size());
  for (const Bigram bigram : bigrams) rare.push_back(lists.of(bigram));
  std::ranges::sort(rare, {}, [](const auto& list) { return list.size(); });
  std::vector<std::uint32_t> found;
  for (std::size_t passed = 0; passed < few; ++passed) keep(rare[passed], passed, found);
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

LiveIndex::LiveIndex() : impl_(std::make_unique<Impl>()) {}
LiveIndex::~LiveIndex() = default;
LiveIndex::LiveIndex(LiveIndex&&) noexcept = default;
LiveIndex& LiveIndex::operator=(LiveIndex&&) noexcept = default;

void LiveIndex::put(Id id, std::u16string_view statement) {
  impl_->put(id, statement);
}

void LiveIndex::remove(Id id) {
  impl_->remove(id);
}

std::size_t LiveIndex::size() const {
  return impl_->slotOf.size();
}

std::u16string_view LiveIndex::statement(Id id) const {
  const auto known = impl_->slotOf.find(id);
  return known == impl_->slotOf.end() ? std::u16string_view() : impl_->texts[known->second].view();
}

std::vector<LiveIndex::Match> LiveIndex::alike(std::u16string_view text, double threshold) const {
  if (!(threshold > 0 && threshold <= 1)) throw std::invalid_argument("threshold of a query out of range");
  std::vector<Bigram> bigrams;
  bigramsOf(text, bigrams);
  std::vector<Match> matches;
  if (bigrams.empty()) return matches;

  const Outline query = outlineOf(bigrams);
  const Limits limits(bigrams.size(), threshold);
  const auto found = impl_->candidates(
      bigrams, limits.listCount(),
      [&](std::span<const std::uint32_t> list, std::size_t passed, std::vector<std::uint32_t>& kept) {
        keepAlike(impl_->outlines.data(), list.data(), list.size(), query, limits.mayDiffer(),
                  static_cast<std::uint32_t>(limits.largestWithout(passed)), kept);
      });
  CommonCounter set;
  set.take(bigrams);
  for (const std::uint32_t slot : found) {
    const std::size_t size = impl_->outlines[slot].size;
    const std::size_t common = set.countIn(impl_->texts[slot].view());
    if (!validators::alike(bigrams.size(), size, common, threshold)) continue;
    matches.push_back({impl_->ids[slot],
                       static_cast<double>(common) / static_cast<double>(bigrams.size() + size - common)});
  }
  std::ranges::sort(matches, [](const Match& a, const Match& b) {
    return a.similarity != b.similarity ? a.similarity > b.similarity : a.id < b.id;
  });
  return matches;
}

LiveIndex::Matches LiveIndex::holding(std::u16string_view text, double share, std::size_t limit) const {
  if (!(share > 0 && share <= 1)) throw std::invalid_argument("share of a query out of range");
  std::vector<Bigram> bigrams;
  bigramsOf(text, bigrams);
  Matches matches;
  if (bigrams.size() < kFewest) return matches;

  const Outline query = outlineOf(bigrams);
  const std::size_t needed = Limits::atLeast(share, bigrams.size());
  const auto mayLack = static_cast<int>(bigrams.size() - needed);
  const auto found = impl_->candidates(
      bigrams, bigrams.size() - needed + 1,
      [&](std::span<const std::uint32_t> list, std::size_t /*passed*/, std::vector<std::uint32_t>& kept) {
        keepHolding(impl_->outlines.data(), list.data(), list.size(), query, mayLack, kept);
      });
  struct Holder {
    std::size_t common = 0;
    std::uint32_t size = 0;
    std::uint32_t slot = 0;
  };
  std::vector<Holder> holders;
  CommonCounter set;
  set.take(bigrams);
  for (const std::uint32_t slot : found) {
    const std::size_t common = set.countIn(impl_->texts[slot].view());
    if (common >= needed) holders.push_back({common, impl_->outlines[slot].size, slot});
  }
  matches.total = holders.size();
  const std::size_t shown = std::min(limit, holders.size());
  std::ranges::partial_sort(holders, holders.begin() + static_cast<std::ptrdiff_t>(shown),
                            [this](const Holder& a, const Holder& b) {
                              if (a.common != b.common) return a.common > b.common;
                              if (a.size != b.size) return a.size < b.size;
                              return impl_->ids[a.slot] < impl_->ids[b.slot];
                            });
  for (std::size_t at = 0; at < shown; ++at) {
    matches.best.push_back({impl_->ids[holders[at].slot],
                            static_cast<double>(holders[at].common) / static_cast<double>(bigrams.size())});
  }
  return matches;
}

}  // namespace tiku::validators
