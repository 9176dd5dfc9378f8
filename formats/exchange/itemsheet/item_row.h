#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "formats/exchange/itemsheet/cell_text.h"
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
  kPrint,
  kId,
};
inline constexpr int kColumns = 20;

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
  std::vector<std::string> doubts;
  bool isNamed = false;
};
ReadItem itemOf(const ItemRow& row, const written::Names& names, std::optional<Level> level);

/// The item as it reads back from its row.
TheoryItem asWritten(const TheoryItem& item, const written::Names& names, const written::HeldAs& heldAs);

}  // namespace tiku::formats::itemsheet
