#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <vector>

#include "validators/similarity/pair.h"
#include "workflows/duplicates/item_source.h"

namespace tiku::workflows {

/// Two items of a table that are alike; a < b.
struct DuplicatePair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  float similarity = 0;  ///< Jaccard similarity of the filled statements.
  float likeness = 0;    ///< How sure it is that both ask the same.
  validators::PairKind kind = validators::PairKind::kSimilar;
  std::optional<formats::Judgement::Verdict> verdict;  ///< Of a judgement that holds.
};

struct DuplicateSettings {
  double threshold = 0.7;  ///< Similarity, 0.3 to 1.
  /// A lower one from which a pair with the same stem is listed: other options make statements unlike.
  std::optional<double> stemThreshold;
  enum class Across {
    kAll,
    kLevels,  ///< Only items of different, known levels.
    kPapers,  ///< Only items on papers, and not on the same ones alone.
  } across = Across::kAll;
  /// Only pairs between the table's first source and the others.
  bool firstAgainstOthers = false;
  std::set<validators::PairKind> kinds;  ///< Empty: all.
  bool settled = false;                  ///< Also pairs that were judged 变式 or 不同.
  unsigned threads = 0;                  ///< 0: one per processor.
  std::size_t limit = 2'000'000;         ///< Pairs over the threshold at most.
  /// Told the share done, 0 to 1, from one thread at a time; false stops the work, which throws Cancelled.
  std::function<bool(double)> progress;
};

/// All pairs of items with a similarity over the threshold that the settings let through, the surest
/// duplicates first. None is missed. Throws TooManyPairs (self_join.h) over the limit.
[[nodiscard]] std::vector<DuplicatePair> findDuplicates(const ItemTable& table,
                                                        const DuplicateSettings& settings);

/// What the pair is in detail, with the words marked.
[[nodiscard]] validators::PairReading readAgain(const ItemTable& table, const DuplicatePair& pair);

/// Pairs that hang together by their items, by numbers of `pairs`: the group of the surest pair first.
[[nodiscard]] std::vector<std::vector<std::size_t>> groupsOf(const std::vector<DuplicatePair>& pairs);

}  // namespace tiku::workflows
