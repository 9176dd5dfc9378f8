#pragma once

#include <vector>

#include "workflows/review/statistics/figure.h"
#include "workflows/review/statistics/ratings.h"

namespace tiku::workflows {

/// How far one expert is from the others, by the two consistency statistics that ISO 5725-2 (GB/T
/// 6379.2—2004), 7.3.1, uses for laboratories: here a rater is the laboratory.
struct Deviation {
  Figure severity;  ///< Mean of his scores minus the units' means: above 0 he scores higher than the others.
  Figure h;         ///< Mandel's h: severity in standard deviations of all raters' severities.
  Figure k;         ///< Mandel's k: his scatter around the units' means against the raters' pooled scatter.
  /// |h| reaches the 1 % critical value, and so does Student's t of the severity against zero: he is stricter
  /// or milder than the others.
  bool offLevel = false;
  bool offOrder =
      false;  ///< k reaches the 1 % critical value: he orders the units otherwise than the others.

  [[nodiscard]] bool deviates() const { return offLevel || offOrder; }
};

struct Deviations {
  std::vector<Deviation> raters;  ///< One per rater of the table.
  double criticalH = 0;           ///< At 1 %, two-sided; 0 where no h is known.
  double criticalK = 0;           ///< At 1 %; 0 where no k is known.
};

/// The statistics need three raters; each counts the units that at least two raters have rated. ISO 5725-2
/// has repeated measurements of one sample, here are single ratings of many units: what is left of a rating
/// after the unit's mean and the rater's severity stands for the repetitions, so k is approximate.
Deviations deviations(const Ratings& ratings);

/// Critical values as of ISO 5725-2, Tables 6 and 7; computed from their distributions (Wilrich, P.-T.
/// (2013). Critical values of Mandel's h and k, the Grubbs and the Cochran test statistic. AStA 97, 1-10). h:
/// |h| of one of `raters` >= 3 exceeds the value with probability `significance`.
double criticalMandelH(std::size_t raters, double significance);
/// k: of one of `raters` >= 2 with `repetitions` >= 2 each.
double criticalMandelK(std::size_t raters, double repetitions, double significance);

}  // namespace tiku::workflows
