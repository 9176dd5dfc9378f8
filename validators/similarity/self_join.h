#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "validators/similarity/statement_list.h"

namespace tiku::validators {

/// Two statements that are alike; a < b.
struct AlikePair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  float similarity = 0;  ///< Jaccard similarity of the bigram sets.
  bool operator==(const AlikePair&) const = default;
};

struct JoinSettings {
  double threshold = 0.7;  ///< 0.3 to 1
  unsigned threads = 0;    ///< 0: as many as there are processors.
  /// Told the share done, 0 to 1, from one thread at a time; false stops the join, which then throws
  /// Cancelled.
  std::function<bool(double)> progress;
  /// More pairs than this are a flood that nobody reads: the join stops and throws TooManyPairs.
  std::size_t limit = 50'000'000;
};

/// Thrown by a join that its progress function stopped.
struct Cancelled {};

/// Thrown by a join that would find more pairs than its limit.
struct TooManyPairs {
  std::size_t limit = 0;
};

/// All pairs of statements with similarity >= threshold, ordered by (a, b): none missed, none too many. An
/// empty statement is like nothing.
///
/// An exact set-similarity join (prefix filter of Chaudhuri et al., length filter, parity signature, then the
/// exact count): what the filters skip cannot reach the threshold. Throws std::invalid_argument for a
/// threshold out of range.
[[nodiscard]] std::vector<AlikePair> selfJoin(const StatementList& statements,
                                              const JoinSettings& settings = {});

}  // namespace tiku::validators
