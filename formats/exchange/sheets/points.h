#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "formats/model/bank.h"

namespace tiku::formats::sheets {

/// Finds the point of a level's theory element table that a cell names: by its printed code with any hyphens
/// or none, by code and name, or by the name alone where only one point has it.
class PointFinder {
 public:
  PointFinder(const Bank& bank, Level level);

  /// True when the level has no theory points at all.
  [[nodiscard]] bool empty() const { return byCode_.empty(); }
  [[nodiscard]] std::optional<Id> find(std::string_view text) const;

 private:
  static void add(std::map<std::string, std::optional<Id>>& index, const std::string& key, const Id& id);

  std::map<std::string, std::optional<Id>> byCode_;    // Nothing where two points share the key.
  std::map<std::string, std::optional<Id>> byDigits_;  // Codes without hyphens, as Shanghai prints them.
  std::map<std::string, std::optional<Id>> byName_;
};

}  // namespace tiku::formats::sheets
