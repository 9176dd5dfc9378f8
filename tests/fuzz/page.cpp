// A web page as a document, and the importer of items behind it.
#include <cstdint>
#include <string>

#include "formats/base/error.h"
#include "formats/exchange/html/html_document.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/text_encoding.h"

using namespace tiku::formats;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ImportOptions options;
  options.level = Level::of(3);
  try {
    const DecodedText page = decodePage(std::string(reinterpret_cast<const char*>(data), size), "fuzz.html");
    importItems(Bank(), documentOfHtml(page.text, "fuzz.html"), options);
  } catch (const FormatError&) {
  }
  return 0;
}
