#pragma once

#include <map>
#include <string>

#include "formats/exchange/document.h"
#include "formats/exchange/workbook.h"

namespace tiku::formats {

/// A workbook as a document, for the importers of tables, which institutions keep in Word or in Excel: each
/// sheet is a paragraph with its name and a table with its rows.
struct SheetDocument {
  Document document;
  /// The report's names of units in the document -> in the workbook: "表 1 行 3" -> "Sheet1!3".
  std::map<std::string, std::string> places;
};

SheetDocument documentOf(const Workbook& workbook);

}  // namespace tiku::formats
