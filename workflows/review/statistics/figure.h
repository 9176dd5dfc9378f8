#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace tiku::workflows {

/// A figure of the statistics, or why there is none: too few data give a sentence and never a number.
class Figure {
 public:
  /// A finite number that rests on `units` units. Nothing else: a number that is not finite is a fault of
  /// ours.
  static Figure of(double value, std::size_t units);
  /// No number: `why` is a whole sentence for the user.
  static Figure none(std::string why);

  [[nodiscard]] bool known() const { return value_.has_value(); }
  /// Throws std::bad_optional_access where nothing is known.
  [[nodiscard]] double value() const { return value_.value(); }
  /// Why there is no number; empty where there is one.
  [[nodiscard]] const std::string& why() const { return why_; }
  /// How many units (items) the number rests on, 0 where there is none.
  [[nodiscard]] std::size_t units() const { return units_; }

  /// The number with `places` decimal places, "—" where there is none.
  [[nodiscard]] std::string str(int places = 3) const;

  bool operator==(const Figure&) const = default;

 private:
  std::optional<double> value_;
  std::string why_;
  std::size_t units_ = 0;
};

/// The reasons that several statistics share.
Figure tooFewRaters(std::size_t needed, std::size_t had);
/// `needed` units that at least two raters, or all of them, have rated.
Figure tooFewUnits(std::size_t needed, std::size_t had);
/// All ratings are the same, so that agreement cannot be told from chance.
Figure noVariation();

}  // namespace tiku::workflows
