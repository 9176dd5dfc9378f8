#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/exchange/workbook.h"

/// Which column of a sheet says what.
namespace tiku::formats::sheets {

enum class Field {
  kStem,
  kOption,   ///< One option a column.
  kOptions,  ///< All options in one cell.
  kKey,
  kType,
  kLevel,
  kDifficulty,
  kConsistency,
  kRationale,
  kPoint,
  kCode,
  kMarks,
  kReference,
  kPage,    ///< Page of the reference.
  kSerial,  ///< Counts the rows and says nothing.
};

struct Column {
  int index = 0;  ///< 0-based column of the sheet.
  Field field = Field::kStem;
  int option = 0;  ///< Of kOption: 0 is A.
};

/// The field that a head cell names: 题干, 试题（题干）, A选项, 正确答案(只能输入ABCD否则报错) ...
std::optional<Column> recogniseHead(std::string_view text);

/// Rows of a sheet under one set of columns.
struct ItemTable {
  int headRow = -1;  ///< -1 without a head.
  int headRows = 0;
  int firstRow = 0;
  int lastRow = -1;
  std::vector<Column> columns;
  std::vector<int> unknown;  ///< Columns whose head is not empty and names no field.
  std::vector<int> strange;  ///< Columns of a known field of which no cell was understood.

  [[nodiscard]] const Column* find(Field field) const;
};

/// Column of a sheet by field as the user gave it (ImportOptions::columns): "stem", "option-a" ... "options",
/// "key", "type", "level", "difficulty", "consistency", "rationale", "point", "code", "marks", "reference".
class ColumnChoice {
 public:
  /// Throws FormatError kUsage, naming the fields there are, for an unknown one.
  explicit ColumnChoice(const std::map<std::string, std::string>& columns);

  /// True when columns were named by letter and with a stem among them: then no head is needed.
  [[nodiscard]] bool needsNoHead() const;
  /// The field whose column the user named by these words of its head.
  [[nodiscard]] std::optional<Column> fieldOfHead(const std::string& words) const;
  /// Changes a table's columns to what the user said. `head` are the words of its head row.
  void apply(ItemTable& table, const std::vector<std::string>& head);
  /// Throws FormatError kUsage, naming the columns there are, when a choice was met in no table.
  void checkUsed(const std::vector<std::string>& heads, int width) const;

 private:
  struct Choice {
    Column column;
    std::string name;
    std::string where;
    int letter = -1;
    bool used = false;
  };
  std::vector<Choice> choices_;
};

/// The tables of a sheet that have a head, in order. A head is a row that names a stem and another field, in
/// the usual words or those of the choice; a table ends before the next head. A head of two rows (选项 over A
/// B C D) counts as one.
std::vector<ItemTable> tablesWithHeads(const Sheet& sheet, const ColumnChoice& choice);

/// Words of a row, merged cells repeated.
std::vector<std::string> wordsOfRow(const Sheet& sheet, int row);

/// The words without white space at their ends, of every kind.
std::string trimmedWords(std::string_view text);

}  // namespace tiku::formats::sheets
