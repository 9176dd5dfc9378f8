#include "workflows/review/statistics/concordance.h"

#include <algorithm>
#include <numeric>

namespace tiku::workflows {
namespace {

// The ranks of one rater's scores, and the sum of t^3 - t over his ties.
struct Ranking {
  std::vector<double> ranks;
  double ties = 0;

  explicit Ranking(const std::vector<double>& scores) : ranks(scores.size()) {
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::size_t i) { return scores[i]; });
    for (std::size_t from = 0; from < order.size();) {
      std::size_t to = from;
      while (to < order.size() && scores[order[to]] == scores[order[from]]) ++to;
      // Ranks from + 1 to `to`.
      const double shared = static_cast<double>(from + to + 1) / 2;
      for (std::size_t i = from; i < to; ++i) ranks[order[i]] = shared;
      const auto tied = static_cast<double>(to - from);
      ties += tied * tied * tied - tied;
      from = to;
    }
  }
};

}  // namespace

Figure kendallW(const Ratings& ratings, TieCorrection correction) {
  if (ratings.raters() < 2) return tooFewRaters(2, ratings.raters());
  const Ratings table = ratings.complete();
  if (table.units() < 2) return tooFewUnits(2, table.units());
  const auto m = static_cast<double>(table.raters());
  const auto n = static_cast<double>(table.units());
  std::vector<double> sums(table.units());
  double ties = 0;
  for (std::size_t rater = 0; rater < table.raters(); ++rater) {
    const Ranking ranking(table.ofRater(rater));
    for (std::size_t unit = 0; unit < table.units(); ++unit) sums[unit] += ranking.ranks[unit];
    ties += ranking.ties;
  }
  const double most = m * m * (n * n * n - n);
  if (most - m * ties <= 0) return noVariation();
  const double mean = m * (n + 1) / 2;
  double squares = 0;
  for (const double sum : sums) squares += (sum - mean) * (sum - mean);
  const double whole = correction == TieCorrection::kYes ? most - m * ties : most;
  return Figure::of(12 * squares / whole, table.units());
}

}  // namespace tiku::workflows
