#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "workflows/review/statistics/ratings.h"

namespace tiku::tests {

using Rows = std::vector<std::vector<std::optional<double>>>;

/// The cells below the heading of a CSV of plain fields; words become numbers in the order of their
/// appearance, NA a missing cell.
inline Rows readCells(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  Rows rows;
  std::map<std::string, double> words;
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    std::string cell;
    rows.emplace_back();
    while (std::getline(cells, cell, ',')) {
      if (cell == "NA") {
        rows.back().emplace_back();
      } else if (cell.front() == '"') {
        rows.back().emplace_back(words.emplace(cell, static_cast<double>(words.size())).first->second);
      } else {
        rows.back().emplace_back(std::stod(cell));
      }
    }
  }
  return rows;
}

inline Rows turned(const Rows& rows) {
  Rows result(rows.front().size());
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) result[i].push_back(row[i]);
  }
  return result;
}

/// A table of whole numbers from `low` to `high`, some cells missing.
inline workflows::Ratings randomRatings(std::mt19937& random, std::size_t raters, std::size_t units, int low,
                                        int high, int percentMissing) {
  workflows::Ratings table(raters, units);
  for (std::size_t rater = 0; rater < raters; ++rater) {
    for (std::size_t unit = 0; unit < units; ++unit) {
      if (static_cast<int>(random() % 100) < percentMissing) continue;
      table.set(rater, unit, low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1)));
    }
  }
  return table;
}

/// The table with its raters and units in another order.
inline workflows::Ratings shuffled(std::mt19937& random, const workflows::Ratings& table) {
  std::vector<std::size_t> raters(table.raters());
  std::vector<std::size_t> units(table.units());
  for (std::size_t i = 0; i < raters.size(); ++i) raters[i] = i;
  for (std::size_t i = 0; i < units.size(); ++i) units[i] = i;
  std::shuffle(raters.begin(), raters.end(), random);
  std::shuffle(units.begin(), units.end(), random);
  workflows::Ratings result(table.raters(), table.units());
  for (std::size_t i = 0; i < raters.size(); ++i) {
    for (std::size_t j = 0; j < units.size(); ++j) result.set(i, j, table.at(raters[i], units[j]));
  }
  return result;
}

/// The table with every value replaced.
template <typename Change>
workflows::Ratings mapped(const workflows::Ratings& table, Change change) {
  workflows::Ratings result(table.raters(), table.units());
  for (std::size_t i = 0; i < table.raters(); ++i) {
    for (std::size_t j = 0; j < table.units(); ++j) {
      if (const auto value = table.at(i, j)) result.set(i, j, change(*value));
    }
  }
  return result;
}

}  // namespace tiku::tests
