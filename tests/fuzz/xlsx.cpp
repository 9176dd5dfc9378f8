// Any bytes as a workbook.
#include <cstdint>
#include <string>

#include "formats/base/error.h"
#include "formats/exchange/importers.h"

using namespace tiku::formats;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    readXlsxBytes(std::string(reinterpret_cast<const char*>(data), size), "fuzz.xlsx");
  } catch (const FormatError&) {
  }
  return 0;
}
