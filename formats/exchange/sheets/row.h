#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "formats/exchange/import.h"
#include "formats/exchange/sheets/columns.h"
#include "formats/exchange/sheets/points.h"
#include "formats/exchange/sheets/row_stem.h"
#include "formats/exchange/sheets/types.h"

namespace tiku::formats::sheets {

/// What a row is read under.
struct RowContext {
  const Sheet& sheet;
  const ItemTable& table;
  const PointFinder& points;
  Level level;
  JudgementCode judgement = JudgementCode::kUsual;
  TypeHint section;    ///< Of the heading above the row.
  TypeHint sheetName;  ///< Of the sheet.
  /// False where the key column names options beyond B: then A and B are no judgements either.
  bool lettersMayJudge = true;
  std::string file;
};

/// What became of a row.
struct RowResult {
  std::optional<TheoryItem> item;
  std::string reason;  ///< What it became, or why it did not.
  std::vector<std::pair<int, std::string>>
      doubts;                         ///< Column and sentence: cells that a person must look at.
  std::vector<std::string> pictures;  ///< Cells whose pictures the item holds.
  bool bareDigitKey = false;          ///< Its judgement was written as 0 or 1.
  bool marksLeftOut = false;          ///< It had marks, which for its type belong to the paper.
};

/// 难度代码 or 一致性代码: "1" to "5", or its word (domain 5.2: 很简单 … 很难, 很低 … 很高).
std::optional<int> ratingOf(Field field, const std::string& words);

/// Reads one row as a theory item.
RowResult readRow(const RowContext& context, int row);

}  // namespace tiku::formats::sheets
