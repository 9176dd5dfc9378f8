#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "formats/exchange/sheets/points.h"
#include "formats/model/bank.h"

/// What question systems have no field for travels as tags ("tiku:point=A-B-C-001"), which they keep and give
/// back: Moodle XML and GIFT.
namespace tiku::formats {

class TagWriter {
 public:
  explicit TagWriter(const Bank& bank);

  /// Level, type, printed code, point, difficulty, consistency, status, marks and author, those that the item
  /// has.
  [[nodiscard]] std::vector<std::string> of(const TheoryItem& item) const;
  /// "A-B-C-001 名称" of the item's point; empty without one.
  [[nodiscard]] std::string pointName(const TheoryItem& item) const;

 private:
  struct Name {
    std::string code;
    std::string words;
  };
  std::unordered_map<Id, Name> points_;
};

/// The tags of a question, read.
class Tags {
 public:
  explicit Tags(const std::vector<std::string>& tags);

  /// Whether any is ours: the file was written by this program.
  [[nodiscard]] bool ours() const { return !values_.empty(); }
  [[nodiscard]] std::optional<Level> level() const;
  [[nodiscard]] std::optional<ItemType> type() const;
  /// Puts into the item what the tags say. False when they name a point that the level's table does not have.
  bool take(TheoryItem& item, const sheets::PointFinder& points) const;

 private:
  [[nodiscard]] std::string value(const std::string& name) const;
  std::map<std::string, std::string> values_;
};

}  // namespace tiku::formats
