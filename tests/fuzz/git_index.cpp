// Git's index from any bytes: it is refused with an error, or a changed copy of it can be read again.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "formats/base/error.h"
#include "formats/history/index_file.h"

using tiku::formats::FormatError;
using tiku::formats::git::IndexFile;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    IndexFile index(std::string(reinterpret_cast<const char*>(data), size), "fuzz");
    std::vector<std::string> paths;
    IndexFile::InOrder lines(index, [&paths](std::string_view path) { paths.emplace_back(path); });
    (void)lines.find("items/level-3/a.xml");
    lines.finish();
    if (!paths.empty()) {
      (void)index.find(paths.front());
      index.remove(paths.back());
    }
    index.put("items/level-3/new.xml", {}, {});
    std::string changed;
    for (const std::string_view piece : index.serialize(1'700'000'000, 5)) changed += piece;
    if (!IndexFile(changed, "fuzz").find("items/level-3/new.xml") &&
        std::is_sorted(paths.begin(), paths.end()))
      abort();
  } catch (const FormatError&) {
  }
  return 0;
}
