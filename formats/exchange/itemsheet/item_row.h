#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "formats/exchange/itemsheet/cell_text.h"
#include "formats/exchange/written/doubts.h"
#include "formats/exchange/written/names.h"
#include "formats/model/bank.h"

/// One theory item as a row of a sheet. Sheets have the columns by these names in any order; what a sheet
/// does not have is left as it is.
namespace tiku::formats::itemsheet {

/// In the order of the sheet.
enum class Column {
  kCode,
  kLevel,
  kType,
  kPoint,
  kMaterial,  ///< What the items of a set share, beside the first of them; 同上 beside the others.
  kStem,
  kOption,  ///< Of each option one, "选项 A".
  kKey,
  kDifficulty,
  kConsistency,
  kMarks,
  kScoring,
  kRationale,
  kReference,
  kPictures,
  kStatus,
  kAuthor,
  kFile,
  kPlace,
  kSet,  ///< Id and print of the item's set.
  kPrint,
  kId,
};
inline constexpr int kColumns = 22;

/// 题干: the head of the column, without an option's letter.
std::string_view columnName(Column column);

struct ItemRow {
  std::array<Words, kColumns> cells;  ///< By column; that of kOption is empty.
  std::vector<Words> options;
  std::vector<std::string> pictures;  ///< Media names, by their numbers.

  [[nodiscard]] const Words& at(Column column) const { return cells.at(static_cast<std::size_t>(column)); }
  Words& at(Column column) { return cells.at(static_cast<std::size_t>(column)); }
  [[nodiscard]] std::string words(Column column) const { return plainWords(at(column)); }
};

/// The row of an item. Cells that would hold more than Excel takes are cut, and `cut` is set.
ItemRow rowOf(const TheoryItem& item, const written::Names& names, const written::HeldAs& heldAs, bool& cut);

/// An item of a row, with sentences for what was not understood. The id is that of the row, or fresh.
struct ReadItem {
  std::optional<TheoryItem> item;  ///< Empty where type or level are missing; a doubt says so.
  written::Doubts doubts;
  bool isNamed = false;
};
ReadItem itemOf(const ItemRow& row, const written::Names& names, std::optional<Level> level);

/// What stands beside the items of a set after the first.
inline constexpr std::string_view kSameMaterial = "同上";
/// What a set shares, in a cell: the options are those of its items.
Words materialOf(const ItemSet& set, RowPictures& pictures);
/// The set that such a cell says, its options left to its items.
ItemSet setOfMaterial(const Words& words, Id id, Level level, const std::vector<std::string>& pictures);
/// The set as it reads back, the options apart.
ItemSet asWritten(const ItemSet& set, const written::HeldAs& heldAs);

/// The item as it reads back from its row.
TheoryItem asWritten(const TheoryItem& item, const written::Names& names, const written::HeldAs& heldAs);

}  // namespace tiku::formats::itemsheet
