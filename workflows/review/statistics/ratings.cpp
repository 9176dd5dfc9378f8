#include "workflows/review/statistics/ratings.h"

#include <cmath>
#include <stdexcept>

namespace tiku::workflows {

Ratings Ratings::ofRows(const std::vector<std::vector<std::optional<double>>>& rows) {
  Ratings table(rows.size(), rows.empty() ? 0 : rows.front().size());
  for (std::size_t rater = 0; rater < rows.size(); ++rater) {
    if (rows[rater].size() != table.units()) throw std::invalid_argument("rows of unequal length");
    for (std::size_t unit = 0; unit < table.units(); ++unit) table.set(rater, unit, rows[rater][unit]);
  }
  return table;
}

std::size_t Ratings::index(std::size_t rater, std::size_t unit) const {
  if (rater >= raters_ || unit >= units_) throw std::out_of_range("no such cell in the ratings");
  return unit * raters_ + rater;
}

void Ratings::set(std::size_t rater, std::size_t unit, std::optional<double> value) {
  if (value && !std::isfinite(*value)) throw std::invalid_argument("a rating that is not finite");
  cells_[index(rater, unit)] = value;
}

std::vector<double> Ratings::ofUnit(std::size_t unit) const {
  std::vector<double> values;
  values.reserve(raters_);
  for (std::size_t rater = 0; rater < raters_; ++rater) {
    if (const auto value = at(rater, unit)) values.push_back(*value);
  }
  return values;
}

std::vector<double> Ratings::ofRater(std::size_t rater) const {
  std::vector<double> values;
  for (std::size_t unit = 0; unit < units_; ++unit) {
    if (const auto value = at(rater, unit)) values.push_back(*value);
  }
  return values;
}

Ratings Ratings::complete() const {
  Ratings table(raters_, 0);
  for (std::size_t unit = 0; unit < units_; ++unit) {
    if (ofUnit(unit).size() != raters_) continue;
    const auto from = cells_.begin() + static_cast<std::ptrdiff_t>(unit * raters_);
    table.cells_.insert(table.cells_.end(), from, from + static_cast<std::ptrdiff_t>(raters_));
    ++table.units_;
  }
  return table;
}

Ratings Ratings::without(std::size_t rater) const {
  if (rater >= raters_) throw std::out_of_range("no such rater");
  Ratings table(raters_ - 1, units_);
  for (std::size_t other = 0; other < raters_; ++other) {
    if (other == rater) continue;
    for (std::size_t unit = 0; unit < units_; ++unit) {
      table.set(other < rater ? other : other - 1, unit, at(other, unit));
    }
  }
  return table;
}

std::size_t Ratings::activeRaters() const {
  std::size_t active = 0;
  for (std::size_t rater = 0; rater < raters_; ++rater) {
    for (std::size_t unit = 0; unit < units_; ++unit) {
      if (!at(rater, unit)) continue;
      ++active;
      break;
    }
  }
  return active;
}

}  // namespace tiku::workflows
