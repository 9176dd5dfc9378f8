// Any bytes as JSON with items: read or refused, and every unit gets one verdict (the ledger sees to that).
#include <cstdint>
#include <string>

#include "formats/base/error.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/json/read_json.h"

using namespace tiku::formats;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  ImportOptions options;
  options.level = Level::of(3);
  try {
    (void)looksLikeJson(text);
    importItems(Bank(), readJsonText(text, "fuzz.json"), options);
  } catch (const FormatError&) {
  }
  return 0;
}
