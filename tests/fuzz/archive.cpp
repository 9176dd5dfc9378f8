// Any bytes as a `.tiku`: opened and read, or refused with a FormatError; no name leads out of the package.
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <unistd.h>

#include "formats/base/error.h"
#include "formats/package/package.h"

using namespace tiku::formats;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string kFile =
      (std::filesystem::temp_directory_path() / ("tiku-fuzz-" + std::to_string(::getpid()) + ".tiku"))
          .string();
  std::ofstream(kFile, std::ios::binary)
      .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  Limits limits;
  limits.totalBytes = 64U << 20U;
  try {
    const auto tree = openTree(kFile, limits);
    for (const std::string& path : tree->list()) {
      if (path.starts_with('/') || path.find("..") == 0 || path.find("/..") != std::string::npos)
        std::abort();
    }
    readBank(*tree, limits);
  } catch (const FormatError&) {
    // Refused, as most are.
  }
  std::filesystem::remove(kFile);
  return 0;
}
