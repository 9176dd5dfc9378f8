#pragma once

#include <string>
#include <string_view>

namespace tiku::formats {

/// A formula in LaTeX as an equation of Word: `<m:oMath>`. The part of LaTeX that items use: fractions,
/// roots, scripts, sums and integrals, delimiters, matrices, accents, Greek letters and signs. A command that
/// is not known stands as it is written, so that nothing is lost.
std::string mathMarkup(std::string_view latex);

/// The formula as it reads back from Word: the same for the eye, though perhaps written otherwise (x^2 as
/// {x}^{2}).
std::string mathAsRead(std::string_view latex);

}  // namespace tiku::formats
