// Any text as the XML of a sheet, with the shared texts and formats of a small workbook around it, on to the
// importers of items and element tables: what lies in a zip is out of a fuzzer's reach.
#include <cstdint>
#include <string>

#include "formats/base/error.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/sheet_document.h"
#include "formats/exchange/xlsx/sheet_data.h"

using namespace tiku::formats;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const WorkbookTables tables = [] {
    WorkbookTables made;
    for (const char* words : {"题干", "选项A", "选项B", "答案", "电压的单位是（ ）", "A.伏", "B.安", "AB"}) {
      made.strings.emplace_back().text = words;
    }
    for (const int id : {0, 9, 14, 20, 46}) made.formats.push_back(NumberFormat::builtIn(id));
    return made;
  }();
  Workbook workbook;
  workbook.file = "fuzz.xlsx";
  workbook.sheets.emplace_back().name = "Sheet1";
  ImportOptions options;
  options.level = Level::of(3);
  std::size_t cells = 0;
  try {
    SheetLimits limits;
    limits.cells = 100'000;
    limits.mergedCells = 100'000;
    readSheetData(std::string(reinterpret_cast<const char*>(data), size), "fuzz.xml", {1U << 20U, 64, 64},
                  tables, limits, cells, workbook.sheets[0]);
  } catch (const FormatError&) {
    return 0;
  }
  try {
    importItems(Bank(), workbook, options);
  } catch (const FormatError&) {
  }
  try {
    importElementTable(Bank(), documentOf(workbook).document, options);
  } catch (const FormatError&) {
  }
  return 0;
}
