#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "formats/exchange/sheets/points.h"
#include "formats/model/bank.h"

/// Word and Excel documents that this program writes and reads back: what both have in common.
namespace tiku::formats::written {

/// How a written document calls the points and authors of a bank: by words where they name just one, else by
/// their ids.
class Names {
 public:
  explicit Names(const Bank& bank);

  /// "A-B-C-001 名称"; empty without a point.
  [[nodiscard]] std::string point(const TheoryItem& item) const;
  [[nodiscard]] std::optional<Id> pointOf(Level level, const std::string& words) const;
  /// "A-B-C-001 名称" of every theory point of a level, in the order of the table.
  [[nodiscard]] std::vector<std::string> points(Level level) const;

  [[nodiscard]] std::string author(const std::optional<Id>& author) const;
  [[nodiscard]] std::optional<Id> authorOf(const std::string& words) const;

 private:
  struct Table {
    std::map<std::string, std::optional<Id>> byLabel;  // Nothing where two points share it.
    std::unordered_map<Id, std::string> labels;
    std::vector<std::string> inOrder;
    std::optional<sheets::PointFinder> finder;
  };
  std::map<Level, Table> tables_;
  std::map<std::string, std::optional<Id>> authors_;
  std::unordered_map<Id, std::string> authorNames_;
};

}  // namespace tiku::formats::written
