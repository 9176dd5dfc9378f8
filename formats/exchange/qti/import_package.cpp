// Packages and single items of QTI 2.0 to 3.0 into the bank.
#include <algorithm>
#include <set>

#include "formats/base/digest.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/exchange/qti/dialect.h"
#include "formats/exchange/qti/manifest.h"
#include "formats/exchange/qti/metadata.h"
#include "formats/exchange/qti/read_item.h"
#include "formats/exchange/qti/write_item.h"
#include "formats/exchange/questions/readers.h"
#include "formats/exchange/questions/take_questions.h"
#include "formats/exchange/zip_parts.h"

namespace tiku::formats {
namespace {

using namespace qti;

constexpr XmlLimits kItemLimits{.depth = 128};
constexpr XmlLimits kManifestLimits{.bytes = 256U << 20U};

class PackageReader {
 public:
  PackageReader(const PackageFiles& files, const std::string& name, QuestionTaker& taker)
      : files_(files), name_(name), taker_(taker) {}

  void resource(const Resource& resource) {
    const std::string at = unit(resource.path.empty() ? resource.href : resource.path);
    if (resource.path.empty()) {
      taker_.verdicts().unclear(
          at, say("“{href}”不在包里：它指向包外或网上，没有读。", "href"_a = resource.href));
    } else if (!files_.has(resource.path)) {
      taker_.verdicts().unclear(at, say("清单里写着这个文件，包里却没有。"));
    } else if (!read_.insert(resource.path).second) {
      taker_.verdicts().unclear(at, say("清单把这个文件写了两次，只收入一次。"));
    } else {
      document(files_.read(resource.path), resource.path, at, resource);
    }
  }

  void document(const std::string& bytes, const std::string& path, const std::string& at,
                const Resource& resource) {
    try {
      const XmlDocument parsed = XmlDocument::parse(bytes, name_ + "!" + path, kItemLimits);
      if (!isItem(parsed.root())) {
        taker_.verdicts().unclear(at, say("这不是 QTI 的试题。"));
        return;
      }
      item(parsed.root(), path, at, resource);
    } catch (const FormatError& error) {
      if (error.code() == ErrorCode::kUsage) throw;
      taker_.verdicts().unclear(at, error.what());
    }
  }

  // A name for the report that no other has.
  std::string unit(std::string at) {
    if (at.empty()) at = say("没有文件的资源");
    std::string name = at;
    for (int number = 2; !units_.insert(name).second; ++number)
      name = at + " (" + std::to_string(number) + ")";
    taker_.verdicts().enter(name);
    return name;
  }

 private:
  void item(XmlElement root, const std::string& path, const std::string& at, const Resource& resource) {
    const Metadata metadata = metadataOf(resource.metadata);
    const Tags tags(metadata.tags);
    const auto id = idOfIdentifier(attributeOf(root, "identifier"));
    ReadItem read =
        readItem(root, [this, &path](const std::string& address) { return picture(path, address); });
    TheoryItem item = taker_.begin(id, read.type, tags, metadata.point);
    if (!item.difficulty) item.difficulty = metadata.difficulty;
    item.stem = std::move(read.stem);
    item.options = std::move(read.options);
    item.key = std::move(read.key);
    item.scoring = std::move(read.scoring);
    item.rationale = std::move(read.rationale);
    item.reference = std::move(read.reference);
    const std::vector<std::string> doubts(read.doubts.begin(), read.doubts.end());
    taker_.take(std::move(item), at, doubts, read.ours && tags.ours());
  }

  std::string picture(const std::string& from, const std::string& address) {
    if (address.starts_with("data:")) return pictureOfData(address, taker_.media());
    const auto path = pathOf(from, address);
    if (!path || !files_.has(*path)) return {};
    const auto known = pictures_.find(*path);
    if (known != pictures_.end()) return known->second;
    std::string media = keptPicture(path->substr(path->rfind('/') + 1), files_.read(*path), taker_.media());
    pictures_.emplace(*path, media);
    return media;
  }

  const PackageFiles& files_;
  const std::string& name_;
  QuestionTaker& taker_;
  std::set<std::string> read_;
  std::set<std::string> units_;
  std::map<std::string, std::string> pictures_;
};

bool isItemType(const std::string& type) {
  return type.find("imsqti_item") != std::string::npos || type.find("imsqti_apipitem") != std::string::npos;
}

ImportResult importManifest(const Bank& bank, const PackageFiles& files, const std::string& name,
                            const ImportOptions& options) {
  const XmlDocument document = XmlDocument::parse(files.read(std::string(kManifestName)),
                                                  name + "!" + std::string(kManifestName), kManifestLimits);
  const Manifest manifest(document.root(), name);
  QuestionTaker taker(bank, name, options);
  PackageReader reader(files, name, taker);
  for (const std::string& note : manifest.notes()) taker.note(note);
  for (const Resource& resource : manifest.resources()) {
    if (isItemType(resource.type)) reader.resource(resource);
  }
  return std::move(taker).finish();
}

}  // namespace

bool looksLikeQtiItem(std::string_view bytes) {
  constexpr std::size_t kHead = 8192;
  const std::string_view head = bytes.substr(0, kHead);
  return head.find("<assessmentItem") != std::string_view::npos ||
         head.find(":assessmentItem") != std::string_view::npos ||
         head.find("<qti-assessment-item") != std::string_view::npos;
}

bool isQtiPackage(const std::string& bytes, const std::string& name) {
  return ZipParts::open(bytes, name).has(std::string(kManifestName));
}

ImportResult importQtiPackage(const Bank& bank, const std::string& bytes, const std::string& name,
                              const ImportOptions& options) {
  return importManifest(bank, *filesOfZip(bytes, name), name, options);
}

ImportResult importQtiFolder(const Bank& bank, const std::filesystem::path& manifest,
                             const ImportOptions& options) {
  return importManifest(bank, *filesOfFolder(manifest.parent_path()), fileNameOf(manifest), options);
}

ImportResult importQtiItem(const Bank& bank, const std::string& bytes, const std::string& name,
                           const ImportOptions& options) {
  QuestionTaker taker(bank, name, options);
  const auto files = noFiles();
  PackageReader reader(*files, name, taker);
  reader.document(bytes, name, reader.unit(name), {});
  return std::move(taker).finish();
}

}  // namespace tiku::formats
