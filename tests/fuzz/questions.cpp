// Any bytes as a file of another question system: the first says which reader is tried.
#include <cstdint>
#include <string>

#include "formats/base/error.h"
#include "formats/exchange/questions/readers.h"

using namespace tiku::formats;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  ImportOptions options;
  options.level = Level::of(3);
  try {
    switch (data[0]) {
      case 'g':
        (void)looksLikeGift(bytes);
        importGift(Bank(), bytes, "fuzz.txt", options);
        break;
      case 'a':
        (void)looksLikeAiken(bytes);
        importAiken(Bank(), bytes, "fuzz.txt", options);
        break;
      default:
        importMoodle(Bank(), bytes, "fuzz.xml", options);
    }
  } catch (const FormatError&) {
  }
  return 0;
}
