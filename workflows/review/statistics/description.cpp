#include "workflows/review/statistics/description.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "formats/base/say.h"

namespace tiku::workflows {

Description describe(std::span<const double> scores) {
  const std::size_t n = scores.size();
  const Figure none = Figure::none(formats::translate("还没有评分。"));
  if (n == 0) return {none, none, none, none, none};
  const double mean = std::accumulate(scores.begin(), scores.end(), 0.0) / static_cast<double>(n);
  double squares = 0;
  for (const double score : scores) squares += (score - mean) * (score - mean);
  std::vector<double> sorted(scores.begin(), scores.end());
  std::ranges::sort(sorted);
  const double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  return {Figure::of(mean, n),
          n < 2 ? tooFewRaters(2, n) : Figure::of(std::sqrt(squares / static_cast<double>(n - 1)), n),
          Figure::of(median, n), Figure::of(sorted.front(), n), Figure::of(sorted.back(), n)};
}

std::vector<Figure> spreadByUnit(const Ratings& ratings) {
  std::vector<Figure> spreads;
  spreads.reserve(ratings.units());
  for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
    spreads.push_back(describe(ratings.ofUnit(unit)).spread);
  }
  return spreads;
}

std::vector<std::size_t> mostDisputedFirst(const Ratings& ratings) {
  struct Dispute {
    double spread = -1;
    double range = 0;
  };
  std::vector<Dispute> disputes(ratings.units());
  for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
    const Description description = describe(ratings.ofUnit(unit));
    if (!description.spread.known()) continue;
    disputes[unit] = {description.spread.value(), description.highest.value() - description.lowest.value()};
  }
  std::vector<std::size_t> order(ratings.units());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    if (disputes[a].spread != disputes[b].spread) return disputes[a].spread > disputes[b].spread;
    return disputes[a].range > disputes[b].range;
  });
  return order;
}

}  // namespace tiku::workflows
