#pragma once

#include <vector>

#include "formats/exchange/sheets/columns.h"

namespace tiku::formats::sheets {

/// Columns found by what the cells hold, for a sheet without a head.
///
/// Rows are taken by their width, since judgement items are shorter than choices. A width counts only when at
/// least five rows have it and all columns but the running number come out without a doubt: the stem is the
/// first column of longer words, the key the one column of letters or judgement marks, the options all
/// columns between. Without a key column the stems must have blanks and be followed by two columns or more.
struct ContentColumns {
  int width = 0;  ///< Rows of so many columns, up to the last full one.
  ItemTable table;
};
std::vector<ContentColumns> columnsByContent(const Sheet& sheet);

/// Columns of the row up to the last one that is not empty.
int widthOfRow(const Sheet& sheet, int row);

}  // namespace tiku::formats::sheets
