#pragma once

#include <span>

#include "workflows/review/statistics/figure.h"
#include "workflows/review/statistics/ratings.h"

namespace tiku::workflows {

/// 及格线: what a just qualified person would score, after the experts' estimates.
///
/// Angoff, W. H. (1971). Scales, norms, and equivalent scores. In R. L. Thorndike (ed.), Educational
/// Measurement (2nd ed.), p. 515: each judge states for each item the probability that the minimally
/// acceptable person answers it; the sum is the cut score. The standard error is that of the judges' own cut
/// scores, Cizek, G. J. & Bunch, M. B. (2007). Standard Setting, chapter 6.
struct AngoffCut {
  Figure cut;            ///< In marks: the sum over the items of marks times mean estimate.
  Figure percent;        ///< The same in per cent of all marks.
  Figure standardError;  ///< In marks; takes two experts who have estimated every item.
};

/// `estimates` are probabilities 0 to 1, `marks` (not negative) has one entry per unit. Every item must have
/// an estimate; items some experts left out take the mean of the others.
AngoffCut angoffCut(const Ratings& estimates, std::span<const double> marks);

}  // namespace tiku::workflows
