// Any bytes as an expert's file: read, or refused with a FormatError; what is read can be written and read
// again.
#include <cstdint>
#include <cstdlib>

#include "formats/base/error.h"
#include "formats/package/review_file.h"

using namespace tiku::formats;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const ReviewFile file =
        ReviewFile::read(std::string(reinterpret_cast<const char*>(data), size), "fuzz.tiku-review");
    const ReviewFile again = ReviewFile::read(file.bytes(), "again.tiku-review");
    if (!(again.answers() == file.answers()) || !(again.task() == file.task())) std::abort();
  } catch (const FormatError&) {
    // Refused, as most are.
  }
  return 0;
}
