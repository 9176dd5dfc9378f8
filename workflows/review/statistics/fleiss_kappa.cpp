#include <map>

#include "formats/base/say.h"
#include "workflows/review/statistics/agreement.h"

namespace tiku::workflows {

Figure fleissKappa(const Ratings& categories) {
  std::map<double, double> totals;
  double agreement = 0;
  std::size_t units = 0;
  std::size_t raters = 0;
  for (std::size_t unit = 0; unit < categories.units(); ++unit) {
    const std::vector<double> values = categories.ofUnit(unit);
    if (values.empty()) continue;
    if (raters == 0) raters = values.size();
    if (values.size() != raters) {
      return Figure::none(formats::translate(
          "各题的评分人数不相等，Fleiss kappa 不能计算；请看 Krippendorff alpha，它允许缺少评分。"));
    }
    if (raters < 2) return tooFewRaters(2, raters);
    std::map<double, double> counts;
    for (const double value : values) {
      counts[value] += 1;
      totals[value] += 1;
    }
    double pairs = 0;
    for (const auto& [category, count] : counts) pairs += count * (count - 1);
    agreement += pairs / (static_cast<double>(raters) * static_cast<double>(raters - 1));
    ++units;
  }
  if (units < 2) return tooFewUnits(2, units);
  if (totals.size() < 2) return noVariation();
  const double all = static_cast<double>(units) * static_cast<double>(raters);
  double chance = 0;
  for (const auto& [category, total] : totals) chance += (total / all) * (total / all);
  return Figure::of((agreement / static_cast<double>(units) - chance) / (1 - chance), units);
}

}  // namespace tiku::workflows
