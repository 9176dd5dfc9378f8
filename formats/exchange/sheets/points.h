#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
  /// The same of a point that is written level by level, a cell each, as 知识点一级 to 六级: the letters and
  /// digits that the cells begin with make the code ("A职业道德", "A01职业守则", "001遵纪守法"), the words of
  /// the last one the name.
  [[nodiscard]] std::optional<Id> findByParts(const std::vector<std::string>& parts) const;

 private:
  static void add(std::map<std::string, std::optional<Id>>& index, const std::string& key, const Id& id);

  std::map<std::string, std::optional<Id>> byCode_;    // Nothing where two points share the key.
  std::map<std::string, std::optional<Id>> byDigits_;  // Codes without hyphens, as Shanghai prints them.
  std::map<std::string, std::optional<Id>> byName_;
};

}  // namespace tiku::formats::sheets
