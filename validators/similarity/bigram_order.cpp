#include "validators/similarity/bigram_order.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "formats/base/parallel.h"
#include "validators/similarity/cpu.h"
#include "validators/similarity/scramble.h"

namespace tiku::validators {
namespace {

/// Ranks: how many of the others come before each. Quadratic, but without a branch, and statements are short.
TIKU_CPU_CLONES void rankAll(const std::uint32_t* order, std::size_t count, std::uint32_t* ranks) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t own = order[i];
    std::uint32_t before = 0;
    for (std::size_t j = 0; j < count; ++j) before += order[j] < own ? 1U : 0U;
    ranks[i] = before;
  }
}

}  // namespace

Frequencies::Frequencies(const StatementList& statements, unsigned threads) {
  const std::size_t step = std::clamp<std::size_t>(statements.size() / kFullSample, 1, kMaxStep);
  bits_ =
      static_cast<unsigned>(std::clamp<std::size_t>(std::bit_width(statements.size() / step) + 3, 12, 20));
  std::vector<std::vector<std::uint16_t>> counts(threads);
  formats::inParallel(statements.blockCount(), threads, [&](unsigned thread, std::size_t block) {
    std::vector<std::uint16_t>& ofThread = counts[thread];
    ofThread.resize(std::size_t{1} << bits_);
    const std::size_t first = block * StatementList::kBlock;
    const std::size_t last = std::min(statements.size(), first + StatementList::kBlock);
    for (std::size_t at = (first + step - 1) / step * step; at < last; at += step) {
      const std::u16string_view text = statements[at];
      for (std::size_t unit = 1; unit < text.size(); ++unit) {
        std::uint16_t& count = ofThread[bigramOf(text[unit - 1], text[unit]) >> (32U - bits_)];
        if (count < 0xFFFF) ++count;
      }
    }
  });
  ranks_.resize(std::size_t{1} << bits_);
  for (std::size_t at = 0; at < ranks_.size(); ++at) {
    std::uint32_t count = 0;
    for (const auto& ofThread : counts) count += ofThread.empty() ? 0U : ofThread[at];
    ranks_[at] = static_cast<std::uint8_t>(
        std::min(count < kExact ? count : kExact + 6 * std::log2(count / kExact), 255.0));
  }
}

void Prefix::rank(std::span<const Bigram> bigrams) {
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
    ranks_[at] = static_cast<std::uint32_t>(std::ranges::lower_bound(sorted_, order_[at]) - sorted_.begin());
  }
}

}  // namespace tiku::validators
