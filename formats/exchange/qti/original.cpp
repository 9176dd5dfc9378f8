#include "formats/exchange/qti/original.h"

#include "formats/base/error.h"
#include "formats/base/markup.h"
#include "formats/exchange/items/stem.h"
#include "formats/exchange/kept.h"
#include "formats/exchange/media_type.h"
#include "formats/exchange/qti/limits.h"
#include "formats/exchange/qti/package_files.h"
#include "formats/exchange/qti/stimulus.h"
#include "formats/exchange/questions/readers.h"
#include "formats/model/pictures.h"

namespace tiku::formats::qti {
namespace {

constexpr std::string_view kRoot = "qti-original";
constexpr std::size_t kDigits = 64;

std::string attributeText(std::string_view name, const std::string& value) {
  return " " + std::string(name) + "=\"" + escapedText(value) + "\"";
}

}  // namespace

std::string recordOf(const Original& original) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + std::string(kRoot) +
                    " xmlns=\"urn:tiku:1\"" +
                    attributeText("family", original.family == Version::k22 ? "2" : "3") + ">\n";
  for (const OriginalResource& resource : original.resources) {
    out += "  <resource" + attributeText("identifier", resource.identifier) +
           attributeText("type", resource.type) + attributeText("path", resource.path) + ">\n";
    for (const auto& file : resource.files)
      out += "    <file" + attributeText("path", file.path) + attributeText("media", file.media) + "/>\n";
    out += "  </resource>\n";
  }
  if (!original.metadata.empty()) out += "  <metadata>" + escapedText(original.metadata) + "</metadata>\n";
  return out + "</" + std::string(kRoot) + ">\n";
}

std::optional<Original> originalOf(const std::string& record) {
  try {
    const XmlDocument document = XmlDocument::parse(record, std::string(kRoot), kManifestLimits);
    const XmlElement root = document.root();
    if (root.name() != kRoot) return std::nullopt;
    Original original;
    original.family = root.attribute("family") == "3" ? Version::k30 : Version::k22;
    original.metadata = root.first("metadata").text();
    for (XmlElement one = root.first("resource"); one; one = one.next("resource")) {
      OriginalResource resource{
          one.attribute("identifier"), one.attribute("type"), one.attribute("path"), {}};
      for (XmlElement file = one.first("file"); file; file = file.next("file"))
        resource.files.push_back({file.attribute("path"), file.attribute("media")});
      original.resources.push_back(std::move(resource));
    }
    if (original.resources.empty()) return std::nullopt;
    return original;
  } catch (const FormatError&) {
    return std::nullopt;  // Somebody wrote over it; the item is then what the bank says.
  }
}

std::string placeOf(const std::string& at, const std::string& record) {
  return at + "#" + record;
}

std::string recordName(const Source& source) {
  const std::size_t mark = source.at.rfind('#');
  if (mark == std::string::npos) return {};
  std::string name = source.at.substr(mark + 1);
  const bool whole =
      name.size() == kDigits + 4 && name.ends_with(".xml") && Id::ofDigest(name.substr(0, kDigits));
  return whole ? name : std::string();
}

const Media* keptFile(const Bank& bank, std::string_view name) {
  const auto id = mediaIdOf(name);
  return id ? bank.find<Media>(*id) : nullptr;
}

std::optional<Original> originalOf(const Bank& bank, const TheoryItem& item) {
  const std::string name = recordName(item.source);
  const Media* record = name.empty() ? nullptr : keptFile(bank, name);
  return record == nullptr ? std::nullopt : originalOf(record->bytes);
}

std::optional<ReadItem> readOriginal(const Bank& bank, const Original& original) {
  const OriginalResource& own = original.resources.front();
  const auto fileAt = [&](const std::string& path) -> const Media* {
    for (const OriginalResource& resource : original.resources) {
      for (const auto& file : resource.files) {
        if (file.path == path) return keptFile(bank, file.media);
      }
    }
    return nullptr;
  };
  const FileAt bytesAt = [&](const std::string& path) {
    const Media* file = fileAt(path);
    return file == nullptr ? std::string() : file->bytes;
  };
  const FileAt pictureAt = [&](const std::string& path) {
    const Media* file = fileAt(path);
    return file == nullptr || pictureExtension(file->bytes).empty() ? std::string() : file->name;
  };
  const PictureOf picture = [&](const std::string& address) {
    std::map<std::string, std::string> unused;
    if (address.starts_with("data:")) return pictureOfData(address, unused);
    const auto path = pathOf(own.path, address);
    return path ? pictureAt(*path) : std::string();
  };
  const Media* file = fileAt(own.path);
  if (file == nullptr) return std::nullopt;
  try {
    const XmlDocument document = XmlDocument::parse(file->bytes, own.path, kItemLimits);
    if (!isItem(document.root())) return std::nullopt;
    ReadItem read = readItem(document.root(), picture);
    if (!read.stimuli.empty()) read.shared = readShared(own.path, read.stimuli, bytesAt, pictureAt).text;
    return read;
  } catch (const FormatError&) {
    return std::nullopt;
  }
}

void fill(TheoryItem& item, ReadItem read) {
  item.stem = std::move(read.stem);
  item.options = std::move(read.options);
  item.key = std::move(read.key);
  item.scoring = std::move(read.scoring);
  item.rationale = std::move(read.rationale);
  item.reference = std::move(read.reference);
}

bool saysAsRead(const Bank& bank, const TheoryItem& item, ReadItem read) {
  const ItemSet* set = bank.setOf(item.id);
  if (!(read.shared == (set == nullptr ? RichText() : set->stem))) return false;
  TheoryItem again(item.id, item.level, item.type);
  const bool ours = read.ours;
  fill(again, std::move(read));
  if (!ours) settleStem(again);
  return again.stem == item.stem && again.options == item.options && again.key == item.key &&
         again.scoring == item.scoring && again.rationale == item.rationale &&
         again.reference == item.reference;
}

}  // namespace tiku::formats::qti

namespace tiku::formats {

std::string keptReason(const Bank& bank, const TheoryItem& item) {
  const auto original = qti::originalOf(bank, item);
  const auto read = original ? qti::readOriginal(bank, *original) : std::nullopt;
  return read ? read->readOnly : std::string();
}

std::vector<std::string> keptFiles(const TheoryItem& item,
                                   const std::function<const Media*(const std::string& name)>& media) {
  const std::string name = qti::recordName(item.source);
  const Media* record = name.empty() ? nullptr : media(name);
  const auto original = record == nullptr ? std::nullopt : qti::originalOf(record->bytes);
  if (!original) return {};
  std::vector<std::string> names{name};
  for (const qti::OriginalResource& resource : original->resources) {
    for (const auto& file : resource.files) names.push_back(file.media);
  }
  return names;
}

}  // namespace tiku::formats
