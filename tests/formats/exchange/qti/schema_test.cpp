// What is written, judged by the official schemas. They may not be kept here: the test runs where
// $TIKU_QTI_SCHEMAS names a folder of them (docs/exchange.md says which), and warns where it does not.
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>

#include <catch2/catch.hpp>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include "formats/exchange/export.h"
#include "formats/exchange/zip_parts.h"
#include "formats/package/package.h"
#include "tests/support/places.h"
#include "tests/support/random_bank.h"

namespace {

using namespace tiku::formats;

std::optional<std::filesystem::path> schemas() {
  const char* folder = std::getenv("TIKU_QTI_SCHEMAS");
  const std::filesystem::path root = folder != nullptr
                                         ? std::filesystem::path(folder)
                                         : tiku::tests::sourceRoot().parent_path() / "shared" / "qti-schemas";
  if (std::filesystem::exists(root / "qtiv2p2") && std::filesystem::exists(root / "qtiv3p0")) return root;
  WARN("not validated: there are no schemas of QTI at " << root.string());
  return std::nullopt;
}

class Schema {
 public:
  explicit Schema(const std::filesystem::path& file)
      : parser_(xmlSchemaNewParserCtxt(file.c_str()), xmlSchemaFreeParserCtxt),
        schema_(xmlSchemaParse(parser_.get()), xmlSchemaFree) {
    INFO(file.string());
    REQUIRE(schema_ != nullptr);
  }

  // What is wrong with the document, line by line; empty where nothing is.
  [[nodiscard]] std::string faultsOf(const std::string& xml) const {
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
        xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, XML_PARSE_NONET),
        xmlFreeDoc);
    if (!document) return "not well-formed";
    const std::unique_ptr<xmlSchemaValidCtxt, decltype(&xmlSchemaFreeValidCtxt)> judge(
        xmlSchemaNewValidCtxt(schema_.get()), xmlSchemaFreeValidCtxt);
    std::string faults;
    xmlSchemaSetValidStructuredErrors(judge.get(), keep, &faults);
    if (xmlSchemaValidateDoc(judge.get(), document.get()) == 0) return {};
    return faults.empty() ? "not valid" : faults;
  }

 private:
  static void keep(void* data, xmlErrorPtr error) { static_cast<std::string*>(data)->append(error->message); }

  std::unique_ptr<xmlSchemaParserCtxt, decltype(&xmlSchemaFreeParserCtxt)> parser_;
  std::unique_ptr<xmlSchema, decltype(&xmlSchemaFree)> schema_;
};

struct Schemas {
  Schemas(const std::filesystem::path& item, const std::filesystem::path& manifest)
      : items(item), manifests(manifest) {}
  Schema items;
  Schema manifests;

  // Every XML file of the package is valid.
  void allow(const ExportResult& result) const {
    const ZipParts parts = ZipParts::open(result.bytes, "题.zip");
    for (const std::string& path : parts.list()) {
      if (!path.ends_with(".xml") || path.starts_with("media/")) continue;
      const std::string xml = parts.read(path);
      INFO(path << "\n" << xml);
      CHECK((path == "imsmanifest.xml" ? manifests : items).faultsOf(xml) == "");
    }
  }
};

// Every kind of element that formulas become.
Bank formulas() {
  TheoryItem item(Id::wellKnown(900), *Level::of(3), ItemType::kTrueFalse);
  std::vector<Inline> pieces;
  for (const char* latex :
       {"x_1^2", "\\frac{U}{R}", "\\sqrt{2}", "\\sqrt[3]{8}", "\\sum_{i=1}^n i", "\\lim_x x", "\\bar{x}",
        "\\left( a \\right.", "\\text{mm}\\,m", "电阻", "\\begin{matrix}"})
    pieces.push_back({Inline::Kind::kMath, latex, {}});
  item.stem = RichText({Paragraph{pieces}});
  Bank bank;
  bank.apply(Edit("").put(item));
  return bank;
}

void judge(const Schemas& schemas, ExportFormat format) {
  const Bank math = formulas();
  schemas.allow(exportItems(math, math.all<TheoryItem>(), {.format = format}));
  const Bank sample = loadBank(tiku::tests::samples() / "liangju").bank;
  schemas.allow(exportItems(sample, chosenItems(sample, {}), {.format = format}));
  for (const auto& paper : sample.all<Paper>()) {
    const TheoryItems items = chosenItems(sample, {.paper = paper->id});
    if (!items.empty()) schemas.allow(exportItems(sample, items, {.format = format, .paper = paper->id}));
  }
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    INFO("seed " << seed);
    const Bank bank = tiku::test::randomBank(seed);
    ExportOptions options{.format = format};
    for (const auto& paper : bank.all<Paper>()) options.paper = paper->id;
    schemas.allow(exportItems(bank, bank.all<TheoryItem>(), options));
  }
}

}  // namespace

TEST_CASE("a package of QTI 2.2 is valid by the schemas of 1EdTech") {
  const auto folder = schemas();
  if (!folder) return;
  judge({*folder / "qtiv2p2" / "imsqti_v2p2.xsd", *folder / "qtiv2p2" / "qtiv2p2_imscpv1p2_v1p0.xsd"},
        ExportFormat::kQti22);
}

TEST_CASE("a package of QTI 3.0 is valid by the schemas of 1EdTech") {
  const auto folder = schemas();
  if (!folder) return;
  std::filesystem::path items = *folder / "qtiv3p0" / "imsqti_asiv3p0_v1p0.xsd";
  // A profile by 1EdTech that takes the data- attributes away, which we do not write, and changes nothing
  // else.
  if (!std::filesystem::exists(items)) items = *folder / "qtiv3p0" / "imsqti_asiv3p0_sbacv1p0_v1p0.xsd";
  judge({items, *folder / "qtiv3p0" / "imsqtiv3p0_imscpv1p2_v1p0.xsd"}, ExportFormat::kQti3);
}
