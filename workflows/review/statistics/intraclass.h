#pragma once

#include "workflows/review/statistics/figure.h"
#include "workflows/review/statistics/ratings.h"

namespace tiku::workflows {

/// Intraclass correlations: how much of the variance of scores is between the units and not between or within
/// the raters.
///
/// Shrout, P. E. & Fleiss, J. L. (1979). Intraclass correlations: uses in assessing rater reliability.
/// Psychological Bulletin 86, 420-428: the six forms, their cases 1 to 3 for one rater and for the mean of
/// all k.
struct IntraclassCorrelations {
  Figure oneWaySingle;  ///< ICC(1,1): each unit rated by raters of its own.
  Figure randomSingle;  ///< ICC(2,1): raters are a sample; their severity counts (agreement).
  Figure fixedSingle;   ///< ICC(3,1): these raters alone; their severity does not count (consistency).
  Figure oneWayMean;    ///< ICC(1,k)
  Figure randomMean;    ///< ICC(2,k)
  Figure fixedMean;     ///< ICC(3,k)
};

/// Over the units that every rater has rated; takes two raters and two such units.
IntraclassCorrelations intraclassCorrelations(const Ratings& ratings);

}  // namespace tiku::workflows
