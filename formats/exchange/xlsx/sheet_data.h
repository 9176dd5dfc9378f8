#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "formats/base/xml.h"
#include "formats/exchange/workbook.h"
#include "formats/exchange/xlsx/number_format.h"

/// The two large parts of an .xlsx, read as a stream: the shared texts and the cells of a sheet.
namespace tiku::formats {

/// What the cells of all sheets share.
struct WorkbookTables {
  std::vector<SheetCell> strings;     ///< Shared texts, by index.
  std::vector<NumberFormat> formats;  ///< By index of the cell style.
  bool date1904 = false;
};

/// `xl/sharedStrings.xml`.
std::vector<SheetCell> readSharedStrings(const std::string& content, const std::string& name,
                                         const XmlLimits& limits);

/// What a sheet's part says besides its cells.
struct SheetPart {
  std::string drawing;                   ///< Relationship id; empty without a drawing.
  int formulasWithoutValue = 0;          ///< The file's program did not store what they come to.
  std::string firstFormulaWithoutValue;  ///< "C7"
};

/// Fills rows and merges of `sheet`. `cells` counts those of the whole workbook against the limit.
SheetPart readSheetData(const std::string& content, const std::string& name, const XmlLimits& xmlLimits,
                        const WorkbookTables& tables, const SheetLimits& limits, std::size_t& cells,
                        Sheet& sheet);

/// Position of "C7"; false when the text is not a cell reference within Excel's size.
bool parseCellReference(std::string_view text, int& row, int& column);

}  // namespace tiku::formats
