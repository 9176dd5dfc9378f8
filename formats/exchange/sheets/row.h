#pragma once

#include <map>
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

/// What the keys of a table have in common.
struct KeyCustom {
  /// False where the key column names options beyond B: then A and B are no judgements either.
  bool lettersMayJudge = true;
  bool mostlyLetters = false;    ///< Nearly all keys are letters and nothing else.
  bool labelled = false;         ///< Letters, or letters with the words of their options: "B 警示标志".
  std::optional<int> indexBase;  ///< Keys are places in the list of options, counted from 0 or 1.
};

/// The types that the values of a type column stand for, by their folded words.
using TypeCodes = std::map<std::string, ItemType>;

/// What a row is read under.
struct RowContext {
  const Sheet& sheet;
  const ItemTable& table;
  const PointFinder& points;
  Level level;
  JudgementCode judgement = JudgementCode::kUsual;
  TypeHint section;                ///< Of the heading above the row.
  TypeHint sheetType;              ///< Of the sheet.
  std::optional<ItemType> forced;  ///< Said by a person: outweighs all else.
  bool byContent = false;          ///< Neither the type column, headings nor the sheet's name are asked.
  TypeCodes codes;                 ///< Goes before the usual reading of the type column.
  KeyCustom keys;
  bool firstIsRight = false;  ///< Where there is no key, the first option is right.
  std::string file;
  std::string at;  ///< The unit of the report that the row is.
};

/// What became of a row.
struct RowResult {
  std::optional<TheoryItem> item;
  std::string reason;    ///< What it became, or why it did not.
  bool isEmpty = false;  ///< It holds no words of an item: a number alone, a type filled in beforehand.
  std::vector<std::pair<int, std::string>>
      doubts;                     ///< Column and sentence: cells that a person must look at.
  std::vector<int> pictures;      ///< Columns whose pictures the item holds.
  std::string judgementMark;      ///< How its judgement was written.
  bool keyFromStem = false;       ///< Its key stood in the stem's bracket.
  bool keyFromRationale = false;  ///< Its key stood before the rationale.
  bool marksLeftOut = false;      ///< It had marks, which for its type belong to the paper.
  RichText material;              ///< What it shares with other items.
};

/// 难度代码 or 一致性代码: "1" to "5", or its word (domain 5.2: 很简单 … 很难, 很低 … 很高).
std::optional<int> ratingOf(Field field, const std::string& words);

/// The type that the row's options and key speak for, whatever else the file says; nothing where they do not.
std::optional<ItemType> typeByContent(const RowContext& context, int row);

/// Reads one row as a theory item.
RowResult readRow(const RowContext& context, int row);

}  // namespace tiku::formats::sheets
