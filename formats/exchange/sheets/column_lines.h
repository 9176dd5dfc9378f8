#pragma once

#include "formats/exchange/sheets/columns.h"
#include "formats/exchange/sheets/understanding.h"

namespace tiku::formats::sheets {

/// Which of a sheet's tables.
struct WhichTable {
  int width = 0;       ///< Of columns found by content: of rows of so many columns.
  bool first = false;  ///< The sheet's first table, whose lines are named by the column alone.
};

/// Settles what each column of the table is taken for, changes the table to what a person said, and tells
/// with how many cells agree. A key column that no head names is looked for among the cells.
void settleTableColumns(const Sheet& sheet, ItemTable& table, const WhichTable& place,
                        Understanding& understanding);

}  // namespace tiku::formats::sheets
