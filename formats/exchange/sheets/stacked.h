#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "formats/exchange/sheets/columns.h"
#include "formats/exchange/sheets/types.h"

namespace tiku::formats::sheets {

/// Items of which each takes several rows: the stem, below it the options, in one cell or in a row each, and
/// perhaps an answer. The same as a table with one row an item, which knows where its cells come from.
struct StackedItems {
  Sheet made;
  ItemTable table;
  std::vector<std::vector<int>> rows;  ///< Of each row of `made` the rows of the sheet.
  std::map<std::pair<int, int>, std::pair<int, int>> origin;  ///< Cell of `made` -> cell of the sheet.
  std::vector<int> odd;  ///< Rows of the sheet that belong to no item: titles.
};

/// Whether the rows hold such items: some are options and nothing else. `table` are columns that a head
/// named.
bool looksStacked(const Sheet& sheet, int firstRow, int lastRow);

/// Reads them; rows of `headings` belong to no item. Of a table with a head only the stem's column is taken
/// for stems and options, and its other columns keep their meaning.
StackedItems readStacked(const Sheet& sheet, int firstRow, int lastRow,
                         const std::map<int, TypeHint>& headings, const ItemTable* table);

}  // namespace tiku::formats::sheets
