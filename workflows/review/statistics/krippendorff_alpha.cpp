#include <algorithm>

#include "formats/base/say.h"
#include "workflows/review/statistics/agreement.h"

namespace tiku::workflows {
namespace {

// The distinct values that can be paired, smallest first, with how often each occurs.
struct ValueCounts {
  std::vector<double> values;
  std::vector<double> counts;
  std::vector<double> before;  // How many ratings have a smaller value.
  double total = 0;

  explicit ValueCounts(std::vector<double> all) {
    std::ranges::sort(all);
    for (const double value : all) {
      if (values.empty() || values.back() != value) {
        values.push_back(value);
        counts.push_back(0);
        before.push_back(total);
      }
      ++counts.back();
      ++total;
    }
  }

  [[nodiscard]] std::size_t find(double value) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(values, value) - values.begin());
  }

  // The squared difference of two values, section D.5.
  [[nodiscard]] double difference(std::size_t a, std::size_t b, Measure measure) const {
    if (a == b) return 0;
    double delta = 1;
    if (measure == Measure::kOrdinal) {
      const auto [low, high] = std::minmax(a, b);
      // The ratings from the one to the other, of the two ends only half.
      delta = before[high] - before[low] + (counts[high] - counts[low]) / 2;
    } else if (measure == Measure::kInterval) {
      delta = values[a] - values[b];
    } else if (measure == Measure::kRatio) {
      delta = (values[a] - values[b]) / (values[a] + values[b]);
    }
    return delta * delta;
  }
};

}  // namespace

Figure krippendorffAlpha(const Ratings& ratings, Measure measure) {
  std::vector<std::vector<double>> units;
  std::vector<double> all;
  for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
    std::vector<double> values = ratings.ofUnit(unit);
    if (values.size() < 2) continue;
    all.insert(all.end(), values.begin(), values.end());
    units.push_back(std::move(values));
  }
  if (units.size() < 2) return tooFewUnits(2, units.size());
  const ValueCounts known(std::move(all));
  if (known.values.size() < 2) return noVariation();
  if (measure == Measure::kRatio && known.values.front() < 0) {
    return Figure::none(formats::translate("有小于零的评分，不是比率尺度。"));
  }

  double observed = 0;
  std::vector<std::size_t> at;
  for (const std::vector<double>& values : units) {
    at.clear();
    for (const double value : values) at.push_back(known.find(value));
    double differences = 0;
    for (std::size_t i = 0; i < at.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) differences += 2 * known.difference(at[i], at[j], measure);
    }
    observed += differences / static_cast<double>(at.size() - 1);
  }
  double expected = 0;
  for (std::size_t a = 0; a < known.values.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      expected += 2 * known.counts[a] * known.counts[b] * known.difference(a, b, measure);
    }
  }
  return Figure::of(1 - (known.total - 1) * observed / expected, units.size());
}

}  // namespace tiku::workflows
