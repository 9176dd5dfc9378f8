// Any bytes as an item of QTI, as a manifest or as a package: the first says which. What is taken in goes out
// again in both versions; an item's own file byte for byte.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "formats/base/error.h"
#include "formats/exchange/export.h"
#include "formats/exchange/questions/readers.h"
#include "formats/exchange/zip_parts.h"
#include "formats/exchange/zip_writer.h"

using namespace tiku::formats;

namespace {

constexpr const char* kItem =
    R"(<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="a" title="a"><responseDeclaration )"
    R"(identifier="RESPONSE" cardinality="single" baseType="string"/><itemBody><p>问</p><extendedTextInteraction )"
    R"(responseIdentifier="RESPONSE"/></itemBody></assessmentItem>)";

bool holds(const std::string& package, const std::string& bytes) {
  const ZipParts parts = ZipParts::open(package, "back.zip");
  for (const std::string& path : parts.list()) {
    if (parts.read(path) == bytes) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  ImportOptions options;
  options.level = Level::of(3);
  try {
    (void)looksLikeQti(bytes);
    Bank bank;
    const bool alone = data[0] != 'm' && data[0] != 'p';
    const ImportResult result =
        alone ? importQtiItem(bank, bytes, "fuzz.xml", options)
        : data[0] == 'p'
            ? importQtiPackage(bank, bytes, "fuzz.zip", options)
            : importQtiPackage(bank,
                               zipParts({{"imsmanifest.xml", bytes}, {"a.xml", kItem}, {"b/a.xml", kItem}}),
                               "fuzz.zip", options);
    bank.apply(result.edit);
    const TheoryItems items = bank.all<TheoryItem>();
    bool found = false;
    for (const ExportFormat format : {ExportFormat::kQti22, ExportFormat::kQti3}) {
      const ExportResult back = exportItems(bank, items, {.format = format});
      found = found || (alone && holds(back.bytes, bytes));
    }
    if (alone && !items.empty() && !found) std::abort();
  } catch (const FormatError&) {
    // Refused, as most are.
  }
  return 0;
}
