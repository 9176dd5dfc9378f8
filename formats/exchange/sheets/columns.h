#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/exchange/sheets/fields.h"
#include "formats/exchange/workbook.h"

/// Which column of a sheet says what.
namespace tiku::formats::sheets {

/// Rows of a sheet under one set of columns.
struct ItemTable {
  int headRow = -1;  ///< -1 without a head.
  int headRows = 0;
  int firstRow = 0;
  int lastRow = -1;
  std::vector<Column> columns;
  std::vector<int> unknown;  ///< Columns whose head is not empty and names no field.
  std::vector<int> strange;  ///< Columns of a known field of which no cell was understood.
  std::vector<int> labels;   ///< Columns that only say what stands beside them: "正确答案：".

  [[nodiscard]] const Column* find(Field field) const;
  [[nodiscard]] const Column* at(int index) const;
  /// The column has this meaning now; the field leaves the column that had it.
  void assign(const Column& column);
  /// The column is not read.
  void drop(int index);
};

/// Words of a row, merged cells repeated.
std::vector<std::string> wordsOfRow(const Sheet& sheet, int row);

/// The trimmed words of a cell; empty where the sheet has none.
std::string wordsAt(const Sheet& sheet, int row, int column);

/// Columns of the row up to the last one that is not empty.
int widthOfRow(const Sheet& sheet, int row);

/// The row's words where it has just one text, alone or in cells merged side by side.
std::optional<std::string> onlyText(const Sheet& sheet, int row);

/// The words without white space at their ends, of every kind.
std::string trimmedWords(std::string_view text);

}  // namespace tiku::formats::sheets
