#pragma once

#include "workflows/review/statistics/figure.h"
#include "workflows/review/statistics/ratings.h"

namespace tiku::workflows {

enum class TieCorrection { kNo, kYes };

/// Kendall's W: how far the raters put the units in the same order, 0 to 1. Equal scores share the mean of
/// their ranks; without the correction, ties make W smaller.
///
/// Kendall, M. G. & Babington Smith, B. (1939). The problem of m rankings. Annals of Mathematical Statistics
/// 10, 275-287; the correction for ties after Kendall, M. G. (1948). Rank correlation methods, chapter 6:
/// W = 12 S / (m^2 (n^3 - n) - m sum(t^3 - t)). Over the units that every rater has rated; takes two raters
/// and two such units.
Figure kendallW(const Ratings& ratings, TieCorrection correction);

}  // namespace tiku::workflows
