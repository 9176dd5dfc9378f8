#include "workflows/review/statistics/content_validity.h"

#include <algorithm>
#include <cmath>

namespace tiku::workflows {

double modifiedKappa(std::size_t relevant, std::size_t experts) {
  const auto n = static_cast<double>(experts);
  const auto a = static_cast<double>(relevant);
  const double ways = std::lgamma(n + 1) - std::lgamma(a + 1) - std::lgamma(n - a + 1);
  const double chance = std::exp(ways - n * std::log(2.0));
  return (a / n - chance) / (1 - chance);
}

ContentValidity contentValidity(const Ratings& relevance) {
  ContentValidity result{{}, tooFewUnits(1, 0), tooFewUnits(1, 0)};
  double sum = 0;
  std::size_t known = 0;
  std::size_t universal = 0;
  for (std::size_t unit = 0; unit < relevance.units(); ++unit) {
    const std::vector<double> values = relevance.ofUnit(unit);
    const std::size_t experts = values.size();
    if (experts < kFewestForValidity) {
      const Figure none = tooFewRaters(kFewestForValidity, experts);
      result.items.push_back({none, none});
      continue;
    }
    const auto relevant =
        static_cast<std::size_t>(std::ranges::count_if(values, [](double v) { return v >= kRelevantFrom; }));
    const double index = static_cast<double>(relevant) / static_cast<double>(experts);
    result.items.push_back({Figure::of(index, 1), Figure::of(modifiedKappa(relevant, experts), 1)});
    sum += index;
    ++known;
    if (relevant == experts) ++universal;
  }
  if (known == 0) return result;
  result.average = Figure::of(sum / static_cast<double>(known), known);
  result.universal = Figure::of(static_cast<double>(universal) / static_cast<double>(known), known);
  return result;
}

}  // namespace tiku::workflows
