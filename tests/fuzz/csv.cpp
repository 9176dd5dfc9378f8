// Any bytes as a CSV with items: read or refused, and every unit gets one verdict (the ledger sees to that).
#include <cstdint>
#include <string>

#include "formats/base/error.h"
#include "formats/exchange/importers.h"

using namespace tiku::formats;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  ImportOptions options;
  options.level = Level::of(3);
  try {
    Workbook workbook = readCsvBytes(bytes, "fuzz.csv");
    // As lines of a text, and as the cells of a workbook, which may be laid out in more ways.
    for (const bool isText : {true, false}) {
      workbook.sheets.front().isText = isText;
      try {
        importItems(Bank(), workbook, options);
      } catch (const FormatError&) {
      }
    }
  } catch (const FormatError&) {
  }
  return 0;
}
