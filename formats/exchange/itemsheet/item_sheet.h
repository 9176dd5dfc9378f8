#pragma once

#include "formats/exchange/import.h"
#include "formats/exchange/questions/writers.h"
#include "formats/exchange/workbook.h"
#include "formats/exchange/xlsx/writer.h"

/// Theory items as an Excel workbook that reads back: one sheet a level, one row an item.
namespace tiku::formats {

Written writeItemSheets(const Bank& bank, const TheoryItems& items, Losses& losses);

/// Whether a sheet of the workbook has the columns that writeItemSheets() and the template write.
bool isItemWorkbook(const Workbook& workbook);
/// Rows whose 题号 begins with 示例 are examples and skipped.
ImportResult importItemWorkbook(const Bank& bank, const Workbook& workbook, const ImportOptions& options);

}  // namespace tiku::formats
