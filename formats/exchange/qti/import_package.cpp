// Packages and single items of QTI 2.0 to 3.0 into the bank.
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/exchange/qti/dialect.h"
#include "formats/exchange/qti/item_sets.h"
#include "formats/exchange/qti/keep_original.h"
#include "formats/exchange/qti/limits.h"
#include "formats/exchange/qti/manifest.h"
#include "formats/exchange/qti/metadata.h"
#include "formats/exchange/qti/original.h"
#include "formats/exchange/qti/stimulus.h"
#include "formats/exchange/qti/take_papers.h"
#include "formats/exchange/qti/write_item.h"
#include "formats/exchange/questions/readers.h"
#include "formats/exchange/questions/take_questions.h"
#include "formats/exchange/zip_parts.h"

namespace tiku::formats {
namespace {

using namespace qti;

// What a document is that is no item.
std::string strangeness(XmlElement root) {
  const std::string name = plainName(root);
  if (name == "assessmentTest") return say("这是 QTI 的试卷，试题在它引用的文件里。");
  if (name == "questestinterop") return say("这是 QTI 1.2 的文件，题库只读 2.0 至 3.0。");
  return say("这不是 QTI 的试题。");
}

class PackageReader {
 public:
  PackageReader(const PackageFiles& files, const std::string& name, QuestionTaker& taker)
      : files_(files), name_(name), taker_(taker), shelf_(files, taker.media()) {}

  void resource(const Resource& resource, const Manifest& manifest) {
    const std::string at = unit(resource.path.empty() ? resource.href : resource.path);
    if (resource.path.empty()) {
      taker_.verdicts().unclear(
          at, say("“{href}”不在包里：它指向包外或网上，没有读。", "href"_a = resource.href));
    } else if (!files_.has(resource.path)) {
      taker_.verdicts().unclear(at, say("清单里写着这个文件，包里却没有。"));
    } else if (!read_.insert(foldedPath(resource.path)).second) {
      taker_.verdicts().unclear(at, say("清单把这个文件写了两次，只收入一次。"));
    } else {
      document(files_.read(resource.path), at, resource, &manifest);
    }
  }

  // What the manifest has beside items.
  void other(const Resource& resource) {
    const std::string at = unit(resource.path.empty() ? resource.href : resource.path);
    const bool test = resource.type.find("_test_") != std::string::npos;
    if (!test) {
      taker_.verdicts().skipped(at, say("这不是试题（{type}）。", "type"_a = resource.type));
    } else if (resource.path.empty() || !files_.has(resource.path)) {
      taker_.verdicts().unclear(at, say("清单里写着这个文件，包里却没有。"));
    } else {
      paper(at, resource);
    }
  }

  void document(const std::string& bytes, const std::string& at, const Resource& resource,
                const Manifest* manifest) {
    try {
      const XmlDocument parsed = XmlDocument::parse(bytes, name_ + "!" + resource.path, kItemLimits);
      if (!isItem(parsed.root())) {
        taker_.verdicts().unclear(at, strangeness(parsed.root()));
        return;
      }
      item(parsed.root(), bytes, at, resource, manifest);
    } catch (const FormatError& error) {
      if (error.code() == ErrorCode::kUsage) throw;
      taker_.verdicts().unclear(at, error.what());
    }
  }

  // A name for the report that no other has.
  std::string unit(std::string at) {
    if (at.empty()) at = say("没有文件的资源");
    std::string name = at;
    for (int& number = asked_[at]; !units_.insert(name).second;)
      name = at + " (" + std::to_string(++number + 1) + ")";
    taker_.verdicts().enter(name);
    return name;
  }

  /// The sets and papers, once the items have their ids.
  void finish(const Bank& bank, ImportResult& result) {
    sets_.finish(bank, name_, result);
    papers_.finish(bank, name_, result, taker_.verdicts());
  }

 private:
  void paper(const std::string& at, const Resource& resource) {
    try {
      const XmlDocument parsed =
          XmlDocument::parse(files_.read(resource.path), name_ + "!" + resource.path, kManifestLimits);
      if (isTest(parsed.root())) {
        papers_.add(at, readTest(parsed.root(), resource.path), metadataOf(resource.metadata).paper);
      } else {
        taker_.verdicts().skipped(at, say("这不是试题（{type}）。", "type"_a = resource.type));
      }
    } catch (const FormatError& error) {
      taker_.verdicts().unclear(at, error.what());
    }
  }

  void item(XmlElement root, const std::string& bytes, const std::string& at, const Resource& resource,
            const Manifest* manifest) {
    const Metadata metadata = metadataOf(resource.metadata);
    const Tags tags(metadata.tags);
    auto id = idOfIdentifier(attributeOf(root, "identifier"));
    if (!id) id = metadata.id;
    std::set<std::string> shown;
    ReadItem read =
        readItem(root, [&](const std::string& address) { return picture(resource.path, address, shown); });
    TheoryItem item = taker_.begin(id, read.type, tags, metadata.point);
    if (!item.difficulty) item.difficulty = metadata.difficulty;
    const bool ours = read.ours && tags.ours();
    SetTaker::Member member{taken_, metadata.set, {}, std::move(read.shared), item.level, read.options};
    if (!read.stimuli.empty()) share(resource.path, read, member, shown);
    std::vector<std::string> doubts(read.doubts.begin(), read.doubts.end());
    if (!read.readOnly.empty())
      doubts = {say("照原样保存，只能看，不能改：{reason}", "reason"_a = read.readOnly)};
    fill(item, std::move(read));
    std::vector<std::string> media;
    if (!ours) media = keep(root, bytes, resource, manifest, shown);
    if (!media.empty()) item.source = {name_, placeOf(at, media.back())};
    if (media.size() > kMostFiles)
      doubts.push_back(say("它用到的文件太多，只留存了 {n} 个。", "n"_a = media.size() - 1));
    taker_.take(std::move(item), at, doubts, ours);
    taker_.attach(media);
    // Nothing may come between: the sets and papers know an item by its number.
    papers_.item(resource.path, taken_++);
    sets_.add(std::move(member));
  }

  // Puts the item as it came among the media; their names, the record's last.
  std::vector<std::string> keep(XmlElement root, const std::string& bytes, const Resource& resource,
                                const Manifest* manifest, const std::set<std::string>& shown) {
    shelf_.put(resource.path, bytes);
    const Original original = originalOf(resource, manifest, shown, familyOf(root), shelf_);
    std::vector<std::string> media;
    for (const OriginalResource& one : original.resources) {
      for (const auto& file : one.files) media.push_back(file.media);
    }
    media.push_back(shelveRecord(original, taker_.media()));
    return media;
  }

  // What the item shares with others. Its files belong to the item as it came.
  void share(const std::string& from, ReadItem& read, SetTaker::Member& member,
             std::set<std::string>& shown) {
    SharedReading shared = readShared(
        from, read.stimuli,
        [this](const std::string& path) { return files_.has(path) ? files_.read(path) : ""; },
        [this](const std::string& path) { return shelf_.putPicture(path); });
    read.doubts.insert(shared.losses.begin(), shared.losses.end());
    shown.insert(shared.paths.begin(), shared.paths.end());
    member.shared = std::move(shared.text);
    member.stimulus = std::move(shared.where);
  }

  std::string picture(const std::string& from, const std::string& address, std::set<std::string>& shown) {
    if (address.starts_with("data:")) return pictureOfData(address, taker_.media());
    const auto path = pathOf(from, address);
    if (!path) return {};
    std::string media = shelf_.putPicture(*path);
    if (!media.empty()) shown.insert(*path);
    return media;
  }

  const PackageFiles& files_;
  const std::string& name_;
  QuestionTaker& taker_;
  MediaShelf shelf_;
  SetTaker sets_;
  PaperTaker papers_;
  std::size_t taken_ = 0;
  std::set<std::string> read_;
  std::unordered_set<std::string> units_;
  std::unordered_map<std::string, int> asked_;  ///< How often a name of units_ was asked for again.
};

// Types vary from exporter to exporter; what is nothing else is looked at.
bool isItemType(const std::string& type) {
  if (!type.starts_with("imsqti")) return false;
  for (const char* other :
       {"test", "section", "stimulus", "outcomes", "template", "fragment", "processing"}) {
    if (type.find(other) != std::string::npos) return false;
  }
  return true;
}

// What the manifest of its package would call an item that comes by itself; refuses what is none.
std::string typeOfItem(const std::string& bytes, const std::string& name) {
  const XmlDocument document = XmlDocument::parse(bytes, name, kItemLimits);
  if (isItem(document.root())) return resourceTypeOf(document.root());
  throw FormatError(ErrorCode::kNotUnderstood, strangeness(document.root()), {name, 0, {}},
                    say("请导入整个包（.zip），或包里的 imsmanifest.xml。"));
}

// Items that say the same may be marked in different ways: each is kept.
ImportOptions keepingAll(ImportOptions options) {
  options.keepRepeats = true;
  return options;
}

// A package whose manifest is not where it must be.
[[noreturn]] void refuseWithoutManifest(const std::vector<std::string>& paths, const std::string& name) {
  const std::string below = "/" + std::string(kManifestName);
  for (const std::string& path : paths) {
    if (!path.ends_with(below)) continue;
    throw FormatError(ErrorCode::kNotUnderstood,
                      say("imsmanifest.xml 在子文件夹“{folder}”里，不在包的最上层。",
                          "folder"_a = path.substr(0, path.size() - below.size())),
                      {name, 0, {}},
                      say("请把这个子文件夹里的内容重新压缩成一个包，或者解压后选其中的 imsmanifest.xml。"));
  }
  throw FormatError(ErrorCode::kNotUnderstood, say("压缩包里有 QTI 试题，却没有清单 imsmanifest.xml。"),
                    {name, 0, {}}, say("请让提供者导出完整的 QTI 包，或者解压后逐个导入试题文件。"));
}

// What the zip has and the manifest does not speak of.
void noteOthers(const PackageFiles& files, const Manifest& manifest, QuestionTaker& taker) {
  std::set<std::string> named{std::string(kManifestName)};
  for (const Resource& resource : manifest.resources()) {
    named.insert(resource.path);
    named.insert(resource.files.begin(), resource.files.end());
  }
  int others = 0;
  std::size_t inner = 0;
  for (const std::string& path : files.list()) {
    if (path.ends_with(".zip") && ++inner <= kMostNotes)
      taker.note(say("包里还有压缩包“{path}”，没有打开。", "path"_a = path));
    others += named.contains(path) ? 0 : 1;
  }
  if (others > 0) taker.note(say("包里有 {n} 个文件清单没有提到，没有读。", "n"_a = others));
  if (const std::string oddity = files.oddity(); !oddity.empty()) taker.note(oddity);
}

ImportResult importManifest(const Bank& bank, const PackageFiles& files, const std::string& name,
                            const ImportOptions& options) {
  if (!files.has(std::string(kManifestName))) refuseWithoutManifest(files.list(), name);
  const XmlDocument document = XmlDocument::parse(files.read(std::string(kManifestName)),
                                                  name + "!" + std::string(kManifestName), kManifestLimits);
  const Manifest manifest(document.root(), name);
  const ImportOptions keeping = keepingAll(options);
  QuestionTaker taker(bank, name, keeping);
  PackageReader reader(files, name, taker);
  for (const std::string& note : manifest.notes()) taker.note(note);
  noteOthers(files, manifest, taker);
  for (const Resource& resource : manifest.resources()) {
    if (isItemType(resource.type)) {
      reader.resource(resource, manifest);
    } else if (resource.type.find("imsqti_") != std::string::npos) {
      reader.other(resource);
    }
  }
  return std::move(taker).finish([&](ImportResult& result) { reader.finish(bank, result); });
}

}  // namespace

bool looksLikeQti(std::string_view bytes) {
  constexpr std::size_t kHead = 8192;
  const std::string_view head = bytes.substr(0, kHead);
  for (const std::string root :
       {"assessmentItem", "assessmentTest", "assessmentStimulus", "qti-assessment-item",
        "qti-assessment-test", "qti-assessment-stimulus", "questestinterop"}) {
    // With a prefix or without.
    if (head.find("<" + root) != std::string_view::npos || head.find(":" + root) != std::string_view::npos)
      return true;
  }
  return false;
}

bool isQtiPackage(const std::string& bytes, const std::string& name) {
  constexpr int kLooked = 20;  // Files of a zip without a manifest.
  const ZipParts parts = ZipParts::open(bytes, name);
  if (parts.has(std::string(kManifestName))) return true;
  if (parts.has("mimetype") || !parts.mainPart().empty()) return false;
  int looked = 0;
  for (const std::string& path : parts.list()) {
    if (path.ends_with("/" + std::string(kManifestName))) return true;
    if (path.ends_with(".xml") && ++looked <= kLooked && looksLikeQti(parts.read(path))) return true;
  }
  return false;
}

ImportResult importQtiPackage(const Bank& bank, const std::string& bytes, const std::string& name,
                              const ImportOptions& options) {
  return importManifest(bank, *filesOfZip(bytes, name), name, options);
}

ImportResult importQtiFolder(const Bank& bank, const std::filesystem::path& manifest,
                             const ImportOptions& options) {
  // Every manifest has one name; what it came from is the folder.
  const std::filesystem::path folder = std::filesystem::absolute(manifest).parent_path();
  return importManifest(bank, *filesOfFolder(folder), fileNameOf(folder), options);
}

ImportResult importQtiItem(const Bank& bank, const std::string& bytes, const std::string& name,
                           const ImportOptions& options) {
  const ImportOptions keeping = keepingAll(options);
  QuestionTaker taker(bank, name, keeping);
  const auto files = noFiles();
  PackageReader reader(*files, name, taker);
  Resource resource;
  resource.identifier = "item";
  resource.path = name;
  resource.type = typeOfItem(bytes, name);
  reader.document(bytes, reader.unit(name), resource, nullptr);
  return std::move(taker).finish();
}

}  // namespace tiku::formats
