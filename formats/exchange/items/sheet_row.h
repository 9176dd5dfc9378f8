#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "formats/exchange/import.h"
#include "formats/exchange/items/sheet_columns.h"
#include "formats/exchange/items/sheet_points.h"
#include "formats/exchange/items/sheet_stem.h"
#include "formats/exchange/items/sheet_types.h"

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

/// Reads one row as a theory item.
RowResult readRow(const RowContext& context, int row);

}  // namespace tiku::formats::sheets
