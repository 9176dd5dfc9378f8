// Any bytes as any document of a package: read, or refused with a FormatError. What was read can be written
// and read again, and is then the same.
#include <array>
#include <cstdint>
#include <cstdlib>

#include "formats/base/error.h"
#include "formats/package/package.h"

using namespace tiku::formats;

namespace {

constexpr std::array<const char*, 12> kPaths{"items/level-3/theory/11111111-1111-4111-8111-111111111111.xml",
                                             "items/level-3/skills/11111111-1111-4111-8111-111111111111.xml",
                                             "papers/level-3/11111111-1111-4111-8111-111111111111.xml",
                                             "blueprints/level-3.xml",
                                             "standard.xml",
                                             "bank.xml",
                                             "people.xml",
                                             "waivers.xml",
                                             "judgements.xml",
                                             "filing/dossier.xml",
                                             "terms.xml",
                                             "tiku.xml"};

void readAs(const std::string& path, const std::string& content, FormatVersion version) {
  Object object;
  try {
    if (path == "tiku.xml") {
      readManifest(content, path);
      return;
    }
    object = read(path, content, "fuzz", {}, version);
  } catch (const FormatError&) {
    return;
  }
  const std::string written = write(object);
  const Object again = read(path, written, "fuzz", {}, version);
  if (!sameContent(object, again) || write(again) != written) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string content(reinterpret_cast<const char*>(data), size);
  for (const char* path : kPaths) {
    readAs(path, content, kFormatVersion);
    readAs(path, content, {kFormatVersion.major, kFormatVersion.minor + 1});
  }
  return 0;
}
