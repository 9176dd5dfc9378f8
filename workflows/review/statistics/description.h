#pragma once

#include <span>

#include "workflows/review/statistics/figure.h"
#include "workflows/review/statistics/ratings.h"

namespace tiku::workflows {

/// Mean and spread of some scores. `units()` of each figure is the number of scores here.
struct Description {
  Figure mean;
  Figure spread;  ///< Standard deviation with n - 1 (GB/T 3358.1—2009, sample standard deviation); needs two.
  Figure median;
  Figure lowest;
  Figure highest;
};

Description describe(std::span<const double> scores);

/// The spread of every unit's ratings: how far the raters are from each other there.
std::vector<Figure> spreadByUnit(const Ratings& ratings);

/// The units from the most disputed on: by spread, then by how far lowest and highest are apart, then in the
/// order of the table. Units whose spread is not known come last.
std::vector<std::size_t> mostDisputedFirst(const Ratings& ratings);

}  // namespace tiku::workflows
