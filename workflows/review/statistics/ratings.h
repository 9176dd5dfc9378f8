#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace tiku::workflows {

/// What some raters (experts) said of some units (items) on one scale; any cell may be missing.
class Ratings {
 public:
  Ratings(std::size_t raters, std::size_t units) : raters_(raters), units_(units), cells_(raters * units) {}

  /// One row per rater, one column per unit. Throws std::invalid_argument for rows of unequal length.
  static Ratings ofRows(const std::vector<std::vector<std::optional<double>>>& rows);

  [[nodiscard]] std::size_t raters() const { return raters_; }
  [[nodiscard]] std::size_t units() const { return units_; }

  /// The cell. Throws std::out_of_range for a rater or unit that is not in the table.
  [[nodiscard]] std::optional<double> at(std::size_t rater, std::size_t unit) const {
    return cells_.at(index(rater, unit));
  }
  /// Sets a cell to a finite value or to missing; throws std::invalid_argument for a value that is not
  /// finite.
  void set(std::size_t rater, std::size_t unit, std::optional<double> value);

  /// The values that a unit got, in the order of raters.
  [[nodiscard]] std::vector<double> ofUnit(std::size_t unit) const;
  /// The values that a rater gave, in the order of units.
  [[nodiscard]] std::vector<double> ofRater(std::size_t rater) const;

  /// The units that every rater has rated, as a table of their own.
  [[nodiscard]] Ratings complete() const;
  /// Without one rater.
  [[nodiscard]] Ratings without(std::size_t rater) const;
  /// How many raters have rated anything.
  [[nodiscard]] std::size_t activeRaters() const;

 private:
  [[nodiscard]] std::size_t index(std::size_t rater, std::size_t unit) const;

  std::size_t raters_;
  std::size_t units_;
  std::vector<std::optional<double>> cells_;  // Unit after unit, since most statistics go by unit.
};

}  // namespace tiku::workflows
