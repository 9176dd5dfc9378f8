#include "bench/minhash_peer.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <random>
#include <thread>

#include "validators/similarity/bigrams.h"

namespace tiku::bench {

using namespace validators;

namespace {

struct Hash {
  std::uint64_t factor = 0;
  std::uint64_t offset = 0;
};

std::vector<Hash> hashes(std::size_t count) {
  std::mt19937_64 random(20240131);
  std::vector<Hash> made(count);
  for (Hash& hash : made) hash = {random() | 1U, random()};
  return made;
}

template <typename Work>
void onThreads(unsigned threads, const Work& work) {
  std::vector<std::thread> others;
  for (unsigned thread = 1; thread < threads; ++thread) others.emplace_back(work, thread);
  work(0U);
  for (std::thread& other : others) other.join();
}

struct Entry {
  std::uint64_t key = 0;
  std::uint32_t statement = 0;
};

}  // namespace

std::vector<AlikePair> minHashJoin(const StatementList& statements, double threshold, std::size_t bands,
                                   std::size_t rows, unsigned threads) {
  const std::size_t count = statements.size();
  const std::vector<Hash> family = hashes(bands * rows);
  std::vector<std::vector<Entry>> entries(bands, std::vector<Entry>(count));
  onThreads(threads, [&](unsigned thread) {
    std::vector<Bigram> bigrams;
    std::vector<std::uint32_t> least(family.size());
    for (std::size_t at = count * thread / threads; at < count * (thread + 1) / threads; ++at) {
      bigramsOf(statements[at], bigrams);
      std::ranges::fill(least, std::numeric_limits<std::uint32_t>::max());
      for (const Bigram bigram : bigrams) {
        for (std::size_t hash = 0; hash < family.size(); ++hash) {
          const auto value =
              static_cast<std::uint32_t>((bigram * family[hash].factor + family[hash].offset) >> 32U);
          least[hash] = std::min(least[hash], value);
        }
      }
      for (std::size_t band = 0; band < bands; ++band) {
        std::uint64_t key = bigrams.empty() ? at : 0;
        for (std::size_t row = 0; row < rows; ++row)
          key = (key ^ least[band * rows + row]) * 0x9E3779B97F4A7C15U + (key >> 29U);
        entries[band][at] = {key, static_cast<std::uint32_t>(at)};
      }
    }
  });

  std::vector<std::vector<std::uint64_t>> candidates(threads);
  onThreads(threads, [&](unsigned thread) {
    for (std::size_t band = thread; band < bands; band += threads) {
      std::ranges::sort(entries[band], {}, &Entry::key);
      for (std::size_t from = 0; from < count;) {
        std::size_t to = from;
        while (to < count && entries[band][to].key == entries[band][from].key) ++to;
        for (std::size_t a = from; a < to; ++a) {
          for (std::size_t b = a + 1; b < to; ++b) {
            const auto [low, high] = std::minmax(entries[band][a].statement, entries[band][b].statement);
            candidates[thread].push_back(std::uint64_t{low} << 32U | high);
          }
        }
        from = to;
      }
    }
  });
  std::vector<std::uint64_t> all;
  for (const auto& some : candidates) all.insert(all.end(), some.begin(), some.end());
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());

  std::vector<AlikePair> pairs;
  std::vector<Bigram> ofA;
  std::vector<Bigram> ofB;
  for (const std::uint64_t pair : all) {
    const auto a = static_cast<std::uint32_t>(pair >> 32U);
    const auto b = static_cast<std::uint32_t>(pair);
    bigramsOf(statements[a], ofA);
    bigramsOf(statements[b], ofB);
    std::size_t common = 0;
    for (auto x = ofA.begin(), y = ofB.begin(); x != ofA.end() && y != ofB.end();) {
      if (*x == *y) ++common;
      const bool stepX = *x <= *y;
      const bool stepY = *y <= *x;
      x += stepX ? 1 : 0;
      y += stepY ? 1 : 0;
    }
    if (!alike(ofA.size(), ofB.size(), common, threshold)) continue;
    pairs.push_back(
        {a, b, static_cast<float>(common) / static_cast<float>(ofA.size() + ofB.size() - common)});
  }
  return pairs;
}

}  // namespace tiku::bench
