// The Word reader and the importer of items behind it. An input is the text of word/document.xml and, behind
// lines "%%%%", of numbering.xml and styles.xml: a fuzzer gets nowhere with the bytes of a zip. An input
// that begins with "PK" is taken for a whole file.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "formats/base/error.h"
#include "formats/exchange/importers.h"
#include "tests/support/zip_builder.h"

using namespace tiku::formats;

namespace {

constexpr const char* kType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relationships(const std::vector<std::pair<std::string, std::string>>& links) {
  std::string xml = "<Relationships>";
  for (const auto& [type, target] : links) {
    xml += "<Relationship Id=\"" + type + "\" Type=\"" + kType + type + "\" Target=\"" + target + "\"/>";
  }
  return xml + "</Relationships>";
}

std::string fileOf(const std::string& input) {
  if (input.starts_with("PK")) return input;
  std::vector<std::string> parts;
  const std::string separator = "\n%%%%\n";
  for (std::size_t from = 0; from <= input.size();) {
    const std::size_t to = std::min(input.find(separator, from), input.size());
    parts.push_back(input.substr(from, to - from));
    from = to + separator.size();
  }
  parts.resize(3);
  return tiku::tests::zipOf({{"_rels/.rels", relationships({{"officeDocument", "word/document.xml"}})},
                             {"word/_rels/document.xml.rels",
                              relationships({{"numbering", "numbering.xml"}, {"styles", "styles.xml"}})},
                             {"word/document.xml", parts[0]},
                             {"word/numbering.xml", parts[1].empty() ? "<numbering/>" : parts[1]},
                             {"word/styles.xml", parts[2].empty() ? "<styles/>" : parts[2]}});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ImportOptions options;
  options.level = Level::of(3);
  try {
    const Document document =
        readDocxBytes(fileOf(std::string(reinterpret_cast<const char*>(data), size)), "fuzz.docx");
    importItems(Bank(), document, options);
  } catch (const FormatError&) {
    // Refusing is right; crashing, hanging or any other exception is not.
  }
  return 0;
}
