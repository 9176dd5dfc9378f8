#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tiku::formats {

/// A format such as `# ?/?`, `?/?` or `# ?/8`.
struct FractionForm {
  bool whole = false;  ///< The whole part stands before the fraction: 1 1/2, not 3/2.
  int most = 9;        ///< The largest denominator.
  int fixed = 0;       ///< The denominator, where the format says it.
  bool operator==(const FractionForm&) const = default;
};

/// The form of a section of a number format without its literals; nothing when it is no fraction.
std::optional<FractionForm> fractionForm(std::string_view section);

/// The number as Excel shows it: the nearest fraction, without the blanks that align columns.
std::string asFraction(double value, const FractionForm& form);

}  // namespace tiku::formats
