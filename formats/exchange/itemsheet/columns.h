#pragma once

#include <string>
#include <vector>

#include "formats/exchange/itemsheet/item_row.h"
#include "formats/exchange/xlsx/writer.h"

/// The columns of a sheet of items.
namespace tiku::formats::itemsheet {

/// Where the columns of a sheet stand.
struct SheetColumns {
  int options = 4;

  /// Of kOption the first one.
  [[nodiscard]] int at(Column column) const {
    const int number = static_cast<int>(column);
    return column > Column::kOption ? number + options - 1 : number;
  }
  [[nodiscard]] int count() const { return kColumns + options - 1; }
};

/// An empty sheet with its head: widths, lists to choose from, hints. `pointsFrom` is the formula for the
/// list of points; empty without one.
XlsxSheet emptySheet(const std::string& name, const SheetColumns& columns, const std::string& pointsFrom);

/// The cells of a row, in the order of the columns.
std::vector<XlsxCell> cellsOf(const ItemRow& row, const SheetColumns& columns);

/// The sheet with the codes and names of a level's points, and the formula that lists them; no rows where
/// there are none.
struct PointSheet {
  XlsxSheet sheet;
  std::string formula;
};
PointSheet pointSheet(const written::Names& names, Level level);

}  // namespace tiku::formats::itemsheet
