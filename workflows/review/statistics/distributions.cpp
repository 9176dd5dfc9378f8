#include "workflows/review/statistics/distributions.h"

#include <cmath>

namespace tiku::workflows {
namespace {

// The continued fraction by Lentz's method; converges fast for x < (a + 1) / (a + b + 2).
double betaFraction(double x, double a, double b) {
  constexpr double kTiny = 1e-300;
  constexpr double kExact = 1e-15;
  const auto away = [](double v) { return std::abs(v) < kTiny ? kTiny : v; };
  double c = 1;
  double d = 1 / away(1 - (a + b) * x / (a + 1));
  double result = d;
  for (int i = 1; i <= 1000; ++i) {
    const double m = i;
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    result *= d * c;
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    result *= d * c;
    if (std::abs(d * c - 1) < kExact) break;
  }
  return result;
}

}  // namespace

double betaDistribution(double x, double a, double b) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaDistribution(1 - x, b, a);
  const double front =
      std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x);
  return std::exp(front) * betaFraction(x, a, b) / a;
}

double betaQuantile(double probability, double a, double b) {
  double low = 0;
  double high = 1;
  // Halving 200 times passes the precision of a double anywhere in 0 to 1.
  for (int i = 0; i < 200 && low < high; ++i) {
    const double middle = (low + high) / 2;
    if (middle == low || middle == high) break;
    (betaDistribution(middle, a, b) < probability ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace tiku::workflows
