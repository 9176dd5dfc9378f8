#pragma once

#include "workflows/review/statistics/figure.h"
#include "workflows/review/statistics/ratings.h"

namespace tiku::workflows {

/// Agreement of several raters on categories, corrected for chance: 1 is perfect, 0 is chance.
///
/// Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin 76,
/// 378-382, formulas (1) to (7). Every unit must have the same number of ratings, at least two, though not
/// from the same raters; a unit without any rating is left out. Otherwise krippendorffAlpha answers.
Figure fleissKappa(const Ratings& categories);

/// What the numbers of a scale mean.
enum class Measure {
  kNominal,   ///< Names: equal or not.
  kOrdinal,   ///< Ranks: order, no distances.
  kInterval,  ///< Distances.
  kRatio,     ///< Proportions; no number below zero.
};

/// Agreement of any number of raters with any cells missing: 1 is perfect, 0 is chance, less is systematic
/// disagreement.
///
/// Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability. University of Pennsylvania
/// (repository.upenn.edu/asc_papers/43), section D: alpha = 1 - observed / expected disagreement over the
/// values that can be paired, with his difference functions. Units with fewer than two ratings are left out.
Figure krippendorffAlpha(const Ratings& ratings, Measure measure);

}  // namespace tiku::workflows
