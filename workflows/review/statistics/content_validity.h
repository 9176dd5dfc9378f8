#pragma once

#include <vector>

#include "workflows/review/statistics/figure.h"
#include "workflows/review/statistics/ratings.h"

namespace tiku::workflows {

/// Content validity from ratings of relevance on the scale 1 to 4, of which 3 and 4 count as relevant.
///
/// Lynn, M. R. (1986). Determination and quantification of content validity. Nursing Research 35, 382-385
/// (the index, and that it takes at least three experts); Polit, D. F. & Beck, C. T. (2006). The content
/// validity index. Research in Nursing & Health 29, 489-497 (I-CVI, S-CVI/Ave, S-CVI/UA); Polit, D. F., Beck,
/// C. T. & Owen, S. V. (2007). Is the CVI an acceptable indicator of content validity? Research in Nursing &
/// Health 30, 459-467 (modified kappa).
struct ItemValidity {
  Figure index;  ///< I-CVI: the share of the experts who rated this item relevant, 0 to 1.
  /// k* = (I-CVI - pc) / (1 - pc), where pc = C(N, A) * 0.5^N is the chance that A of N call it relevant.
  Figure kappa;
};

struct ContentValidity {
  std::vector<ItemValidity> items;  ///< One per unit.
  Figure average;                   ///< S-CVI/Ave: the mean of the I-CVI that are known.
  Figure universal;                 ///< S-CVI/UA: the share of items that all experts call relevant.
};

/// The fewest experts for an I-CVI (Lynn 1986).
inline constexpr std::size_t kFewestForValidity = 3;
/// Relevance from here on counts as relevant (Lynn 1986).
inline constexpr double kRelevantFrom = 3;

/// An expert who has not rated an item is not counted there; items with too few ratings have no figure and do
/// not enter the averages.
ContentValidity contentValidity(const Ratings& relevance);

/// Modified kappa of an item that `relevant` of `experts` call relevant; `relevant` <= `experts`, `experts` >
/// 0.
double modifiedKappa(std::size_t relevant, std::size_t experts);

}  // namespace tiku::workflows
