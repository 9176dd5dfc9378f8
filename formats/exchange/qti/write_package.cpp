// Content packages of QTI 2.2 and 3.0: imsmanifest.xml, an item in a file, pictures in media/.
#include <map>

#include "formats/base/say.h"
#include "formats/exchange/qti/metadata.h"
#include "formats/exchange/qti/write_item.h"
#include "formats/exchange/qti/write_test.h"
#include "formats/exchange/questions/question_words.h"
#include "formats/exchange/questions/writers.h"
#include "formats/exchange/zip_writer.h"

namespace tiku::formats {
namespace {

using namespace qti;

class PackageWriter {
 public:
  PackageWriter(const Bank& bank, Version version, Losses& losses)
      : bank_(bank), version_(version), losses_(losses), metadata_(bank) {}

  void add(const TheoryItem& item) {
    if (hrefs_.contains(item.id)) return;  // A paper may name an item twice.
    WrittenItem written = writeItem(bank_, item, version_, losses_);
    if (written.xml.empty()) return;
    const std::string href = "items/" + item.id.str() + ".xml";
    resources_ += "<resource identifier=\"" + identifierOf(item.id) + "\" type=\"" +
                  std::string(dialectOf(version_).itemType) + "\" href=\"" + href + "\">\n" +
                  metadata_.of(item) + file(href);
    for (const std::string& media : written.media) {
      resources_ += file("media/" + media);
      media_.emplace(media, mediaNamed(bank_, media));
    }
    resources_ += "</resource>\n";
    parts_.emplace_back(href, std::move(written.xml));
    hrefs_.emplace(item.id, href);
    loseOrigin(item, losses_);
  }

  void addTest(const Paper& paper) {
    const std::string href = "tests/" + paper.id.str() + ".xml";
    resources_ += "<resource identifier=\"" + identifierOf(paper.id) + "\" type=\"" +
                  std::string(dialectOf(version_).testType) + "\" href=\"" + href + "\">\n" + file(href);
    for (const auto& [item, unused] : hrefs_)
      resources_ += "<dependency identifierref=\"" + identifierOf(item) + "\"/>\n";
    resources_ += "</resource>\n";
    parts_.emplace_back(href, writeTest(bank_, paper, hrefs_, version_));
  }

  Written finish() && {
    const int items = static_cast<int>(hrefs_.size());
    std::vector<std::pair<std::string, std::string>> all{{"imsmanifest.xml", manifest()}};
    for (auto& part : parts_) all.push_back(std::move(part));
    for (const auto& [name, media] : media_) all.emplace_back("media/" + name, media->bytes);
    return {zipParts(all), items};
  }

 private:
  static std::string file(const std::string& href) { return "<file href=\"" + escapedText(href) + "\"/>\n"; }

  [[nodiscard]] std::string manifest() const {
    const Dialect& dialect = dialectOf(version_);
    const std::string space(dialect.manifestSpace);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest xmlns=\"" + space + "\" xmlns:imsmd=\"" +
           std::string(kLomSpace) +
           "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"" + space + " " +
           std::string(dialect.manifestSchema) + "\" identifier=\"tiku-" + bank_.info().packageId.str() +
           "\">\n<metadata>\n<schema>" + std::string(dialect.schemaName) + "</schema>\n<schemaversion>" +
           std::string(dialect.schemaVersion) +
           "</schemaversion>\n</metadata>\n<organizations/>\n<resources>\n" + resources_ +
           "</resources>\n</manifest>\n";
  }

  const Bank& bank_;
  Version version_;
  Losses& losses_;
  MetadataWriter metadata_;
  std::string resources_;
  std::vector<std::pair<std::string, std::string>> parts_;
  std::map<std::string, const Media*> media_;
  std::map<Id, std::string> hrefs_;
};

}  // namespace

Written writeQti(const Bank& bank, const TheoryItems& items, const ExportOptions& options, Losses& losses) {
  PackageWriter writer(bank, options.format == ExportFormat::kQti22 ? Version::k22 : Version::k30, losses);
  for (const auto& item : items) writer.add(*item);
  if (const Paper* paper = options.paper.empty() ? nullptr : bank.find<Paper>(options.paper))
    writer.addTest(*paper);
  return std::move(writer).finish();
}

}  // namespace tiku::formats
