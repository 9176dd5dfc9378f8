#pragma once

#include <vector>

#include "formats/exchange/sheets/columns.h"

namespace tiku::formats::sheets {

/// Columns found by what the cells hold, for a sheet without a head.
///
/// Rows are taken by their width, since judgement items are shorter than choices. In the rows of one width
/// the stem is the first column of longer and different words, the key the one column of letters or marks of
/// judgement, the options stand between or behind them; columns that repeat one label ("正确答案：") say what
/// stands beside them. A width counts when enough rows have it and its stem and key come out without a doubt;
/// without a key the stems must have blanks and be followed by two columns or more.
struct ContentColumns {
  int width = 0;  ///< Rows of so many columns, up to the last full one.
  ItemTable table;
};
std::vector<ContentColumns> columnsByContent(const Sheet& sheet);

/// The columns that a row can be read under: those of its width, or of another where stem, key and options
/// stand in their places. Null where there are none.
const ContentColumns* columnsForRow(const std::vector<ContentColumns>& columns, const Sheet& sheet, int row);

}  // namespace tiku::formats::sheets
