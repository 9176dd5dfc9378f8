#include "workflows/review/statistics/deviation.h"

#include <algorithm>
#include <cmath>

#include "formats/base/say.h"
#include "workflows/review/statistics/description.h"
#include "workflows/review/statistics/distributions.h"

namespace tiku::workflows {
namespace {

constexpr std::size_t kFewestRaters = 3;
// That of an outlier; at the 5 % of a straggler a panel of five would have one by chance every fourth time.
constexpr double kSignificance = 0.01;

// For every rater the differences of his ratings from the units' means.
std::vector<std::vector<double>> differences(const Ratings& ratings) {
  std::vector<std::vector<double>> result(ratings.raters());
  for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
    const std::vector<double> values = ratings.ofUnit(unit);
    if (values.size() < 2) continue;
    const double mean = describe(values).mean.value();
    for (std::size_t rater = 0; rater < ratings.raters(); ++rater) {
      if (const auto value = ratings.at(rater, unit)) result[rater].push_back(*value - mean);
    }
  }
  return result;
}

// What is known of the raters before they are compared.
struct Raters {
  std::vector<Description> each;
  std::vector<double> severities;  // Of those who have any.
  double variances = 0;            // Sum over those who have a spread.
  double repetitions = 0;          // Mean number of ratings of those.
  std::size_t withSpread = 0;

  explicit Raters(const Ratings& ratings) {
    for (const std::vector<double>& own : differences(ratings)) {
      each.push_back(describe(own));
      const Description& rater = each.back();
      if (rater.mean.known()) severities.push_back(rater.mean.value());
      if (!rater.spread.known()) continue;
      variances += rater.spread.value() * rater.spread.value();
      repetitions += static_cast<double>(own.size());
      ++withSpread;
    }
    if (withSpread > 0) repetitions /= static_cast<double>(withSpread);
  }
};

// Smaller differences are the noise of the arithmetic.
constexpr double kNothing = 1e-9;

// Student's t test of a mean against zero: five experts who hardly differ have an outermost one all the same.
bool beyondChance(const Description& differences) {
  if (!differences.spread.known()) return false;
  const auto n = static_cast<double>(differences.mean.units());
  const double mean = differences.mean.value();
  const double error = differences.spread.value() / std::sqrt(n);
  // t^2 / (t^2 + n - 1), written so that no spread at all divides nothing.
  const double share = mean * mean / (mean * mean + (n - 1) * error * error);
  return std::abs(mean) > kNothing && share >= betaQuantile(1 - kSignificance, 0.5, (n - 1) / 2);
}

void judgeLevels(const Raters& raters, Deviations& result) {
  const std::size_t count = raters.severities.size();
  const Figure spread = describe(raters.severities).spread;
  const double mean = count == 0 ? 0 : describe(raters.severities).mean.value();
  if (count >= kFewestRaters && spread.value() > kNothing)
    result.criticalH = criticalMandelH(count, kSignificance);
  for (std::size_t i = 0; i < raters.each.size(); ++i) {
    const Figure& severity = raters.each[i].mean;
    Deviation& deviation = result.raters[i];
    deviation.severity = severity;
    if (!severity.known()) {
      deviation.h = severity;
    } else if (count < kFewestRaters) {
      deviation.h = tooFewRaters(kFewestRaters, count);
    } else if (spread.value() <= kNothing) {
      deviation.h = Figure::none(formats::translate("各位专家宽严相同，没有偏离。"));
    } else {
      deviation.h = Figure::of((severity.value() - mean) / spread.value(), severity.units());
      deviation.offLevel = std::abs(deviation.h.value()) >= result.criticalH && beyondChance(raters.each[i]);
    }
  }
}

void judgeOrders(const Raters& raters, Deviations& result) {
  const double pooled =
      raters.withSpread == 0 ? 0 : std::sqrt(raters.variances / static_cast<double>(raters.withSpread));
  const bool enough = raters.withSpread >= kFewestRaters;
  if (enough && pooled > kNothing) {
    result.criticalK = criticalMandelK(raters.withSpread, raters.repetitions, kSignificance);
  }
  for (std::size_t i = 0; i < raters.each.size(); ++i) {
    const Figure& spread = raters.each[i].spread;
    Deviation& deviation = result.raters[i];
    if (!spread.known()) {
      deviation.k = tooFewUnits(2, raters.each[i].mean.units());
    } else if (!enough) {
      deviation.k = tooFewRaters(kFewestRaters, raters.withSpread);
    } else if (pooled <= kNothing) {
      deviation.k = Figure::none(formats::translate("各位专家的评分次序相同，没有偏离。"));
    } else {
      deviation.k = Figure::of(spread.value() / pooled, spread.units());
      deviation.offOrder = deviation.k.value() >= result.criticalK;
    }
  }
}

}  // namespace

double criticalMandelH(std::size_t raters, double significance) {
  const auto p = static_cast<double>(raters);
  // (1 + h sqrt(p) / (p - 1)) / 2 has the beta distribution with both parameters (p - 2) / 2.
  const double x = betaQuantile(1 - significance / 2, (p - 2) / 2, (p - 2) / 2);
  return (2 * x - 1) * (p - 1) / std::sqrt(p);
}

double criticalMandelK(std::size_t raters, double repetitions, double significance) {
  const auto p = static_cast<double>(raters);
  // k^2 / p, one variance's share of the sum of p, has a beta distribution.
  return std::sqrt(p *
                   betaQuantile(1 - significance, (repetitions - 1) / 2, (p - 1) * (repetitions - 1) / 2));
}

Deviations deviations(const Ratings& ratings) {
  const Figure none = tooFewRaters(kFewestRaters, 0);
  Deviations result;
  result.raters.assign(ratings.raters(), Deviation{none, none, none});
  const Raters raters(ratings);
  judgeLevels(raters, result);
  judgeOrders(raters, result);
  return result;
}

}  // namespace tiku::workflows
