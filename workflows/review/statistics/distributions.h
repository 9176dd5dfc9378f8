#pragma once

/// Quantiles of the distributions that critical values come from.
namespace tiku::workflows {

/// The regularised incomplete beta function I_x(a, b), a and b > 0, x in 0 to 1: the distribution function of
/// the beta distribution. Continued fraction of Abramowitz & Stegun (1964), 26.5.8.
double betaDistribution(double x, double a, double b);

/// The x at which betaDistribution(x, a, b) is `probability`, 0 to 1.
double betaQuantile(double probability, double a, double b);

}  // namespace tiku::workflows
