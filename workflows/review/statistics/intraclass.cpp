#include "workflows/review/statistics/intraclass.h"

#include "formats/base/say.h"

namespace tiku::workflows {
namespace {

// The mean squares of their Table 3.
struct MeanSquares {
  double units = 0;    // BMS
  double within = 0;   // WMS
  double raters = 0;   // JMS
  double residue = 0;  // EMS
};

MeanSquares meanSquares(const Ratings& table) {
  const auto n = static_cast<double>(table.units());
  const auto k = static_cast<double>(table.raters());
  std::vector<double> raterMeans(table.raters());
  std::vector<double> unitMeans(table.units());
  for (std::size_t unit = 0; unit < table.units(); ++unit) {
    for (std::size_t rater = 0; rater < table.raters(); ++rater) {
      const double value = *table.at(rater, unit);
      raterMeans[rater] += value / n;
      unitMeans[unit] += value / k;
    }
  }
  double mean = 0;
  for (const double m : raterMeans) mean += m / k;
  MeanSquares squares;
  for (std::size_t unit = 0; unit < table.units(); ++unit) {
    squares.units += k * (unitMeans[unit] - mean) * (unitMeans[unit] - mean);
    for (std::size_t rater = 0; rater < table.raters(); ++rater) {
      const double value = *table.at(rater, unit);
      const double residue = value - unitMeans[unit] - raterMeans[rater] + mean;
      squares.within += (value - unitMeans[unit]) * (value - unitMeans[unit]);
      squares.residue += residue * residue;
    }
  }
  for (const double m : raterMeans) squares.raters += n * (m - mean) * (m - mean);
  squares.units /= n - 1;
  squares.within /= n * (k - 1);
  squares.raters /= k - 1;
  squares.residue /= (n - 1) * (k - 1);
  return squares;
}

// A whole of nothing, or less than the noise of the arithmetic, leaves nothing to divide.
constexpr double kNoise = 1e-12;

Figure share(double part, double whole, std::size_t units) {
  if (whole > kNoise) return Figure::of(part / whole, units);
  return Figure::none(formats::translate("各题的平均分没有差别，这个系数没有意义。"));
}

}  // namespace

IntraclassCorrelations intraclassCorrelations(const Ratings& ratings) {
  const auto all = [](const Figure& figure) {
    return IntraclassCorrelations{figure, figure, figure, figure, figure, figure};
  };
  if (ratings.raters() < 2) return all(tooFewRaters(2, ratings.raters()));
  const Ratings table = ratings.complete();
  const std::size_t units = table.units();
  if (units < 2) return all(tooFewUnits(2, units));
  const MeanSquares ms = meanSquares(table);
  if (ms.units + ms.within <= kNoise) return all(noVariation());
  const auto n = static_cast<double>(units);
  const auto k = static_cast<double>(table.raters());
  return {
      share(ms.units - ms.within, ms.units + (k - 1) * ms.within, units),
      share(ms.units - ms.residue, ms.units + (k - 1) * ms.residue + k * (ms.raters - ms.residue) / n, units),
      share(ms.units - ms.residue, ms.units + (k - 1) * ms.residue, units),
      share(ms.units - ms.within, ms.units, units),
      share(ms.units - ms.residue, ms.units + (ms.raters - ms.residue) / n, units),
      share(ms.units - ms.residue, ms.units, units)};
}

}  // namespace tiku::workflows
