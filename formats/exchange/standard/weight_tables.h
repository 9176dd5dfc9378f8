#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "formats/exchange/tables/cells.h"
#include "formats/exchange/tables/rows.h"
#include "formats/model/standard.h"

/// Chapter 4 权重表 as it was found.
namespace tiku::formats::standards {

struct ReadWeightRow {
  WeightRow row;
  std::string at;
};

/// 4.1 or 4.2, of the whole standard or of a 方向 or 工种.
struct ReadWeights {
  bool skills = false;
  std::string variant;
  std::string at;  ///< Of its head.
  std::vector<Level> levels;
  std::vector<ReadWeightRow> rows;
  std::map<Level, Weight> totals;  ///< 合计 as printed.
  std::string totalAt;
  std::vector<std::string> units;
};

/// One cell of a row, on a line of its own.
struct WeightCell {
  std::string at;
  std::string words;
};

class WeightTables {
 public:
  explicit WeightTables(tables::Rows& rows) : rows_(rows) {}

  /// A heading of the chapter: says which of the tables comes, or for whom. Judges its unit.
  bool takeHeading(const std::string& line, const std::string& at);
  /// Whether it is a weight table: a row with levels above columns of figures, or the rest of one.
  [[nodiscard]] bool reads(const tables::TableView& view) const;
  void read(const tables::TableView& view);
  /// A line of a text without tables: a row, or a single cell of one, as word processors write a table that
  /// is saved as text. False when it is nothing of a weight table.
  bool readLine(const std::string& line, const std::string& at);

  [[nodiscard]] const std::vector<ReadWeights>& found() const { return found_; }

 private:
  void begin(const std::string& at, std::vector<Level> levels);
  bool readCell(const std::string& words, const std::string& at);
  void readRow(const std::vector<std::string>& labels, const std::vector<std::string>& values,
               const std::string& at);
  void takeTotal(const std::vector<std::string>& values, const std::string& at);
  [[nodiscard]] std::map<Level, Weight> sharesOf(const std::vector<std::string>& values,
                                                 const std::string& at);

  tables::Rows& rows_;
  std::optional<bool> skills_;  ///< As the latest heading says.
  std::string variant_;
  std::vector<ReadWeights> found_;
  bool open_ = false;               ///< The last one may go on.
  bool heads_ = false;              ///< Its levels come, one a line.
  std::optional<WeightCell> name_;  ///< The cell with the name of a row whose figures come.
  std::vector<WeightCell> figures_;
  int labelColumns_ = 0;
  std::vector<int> levelColumns_;
  int columnCount_ = 0;
};

}  // namespace tiku::formats::standards
