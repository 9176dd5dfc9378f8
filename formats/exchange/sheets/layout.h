#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "formats/exchange/sheets/column_choice.h"
#include "formats/exchange/sheets/content.h"
#include "formats/exchange/sheets/row.h"
#include "formats/exchange/sheets/stacked.h"
#include "formats/exchange/sheets/types.h"
#include "formats/exchange/sheets/understanding.h"

/// How a sheet is laid out, before any item is read.
namespace tiku::formats::sheets {

/// A table and what its cells have in common.
struct TableLayout {
  ItemTable table;
  KeyCustom keys;
  TypeCodes codes;
  std::optional<StackedItems> stacked;  ///< Its items take several rows each.
};

struct SheetLayout {
  enum class Form {
    kEmpty,
    kNotItems,  ///< `reason` says why it is not read.
    kHeads,     ///< Tables under heads, or under columns that the user named.
    kContent,   ///< No head; columns by what they hold.
    kStacked,   ///< No head, items of several rows: one table, with `stacked`.
  };
  const Sheet* sheet = nullptr;
  Form form = Form::kNotItems;
  std::string reason;
  bool isSure = false;  ///< Of kNotItems: nobody need look at the rows.
  std::vector<TableLayout> tables;
  std::vector<ContentColumns> content;
  std::map<int, TypeHint> headings;  ///< Rows that are headings of sections.
  TypeHint type;                     ///< Of the sheet's name.
  std::optional<ItemType> forced;
  bool byContent = false;
  bool firstIsRight = false;
  std::optional<Level> level;  ///< Of the sheet's name or title.
};

/// Understands a sheet; what a person said is in `choice` and `understanding`, and what was understood is
/// settled there.
SheetLayout layoutOf(const Sheet& sheet, ColumnChoice& choice, Understanding& understanding);

/// Values of lines.
inline constexpr const char* kItemsValue = "items";
inline constexpr const char* kNotItemsValue = "not-items";
inline constexpr const char* kNoHeadValue = "none";
inline constexpr const char* kByColumnValue = "column";
inline constexpr const char* kByHeadingsValue = "headings";
inline constexpr const char* kByNameValue = "sheet-name";
inline constexpr const char* kByContentValue = "content";
inline constexpr const char* kFirstOptionValue = "first-option";
inline constexpr const char* kFromZeroValue = "index-0";
inline constexpr const char* kFromOneValue = "index-1";
inline constexpr const char* kNoAnswersValue = "in-text";

}  // namespace tiku::formats::sheets
