// Content packages of QTI 2.2 and 3.0: imsmanifest.xml, an item in a file, pictures in media/.
#include <map>
#include <set>

#include "formats/base/say.h"
#include "formats/exchange/qti/foreign_metadata.h"
#include "formats/exchange/qti/manifest.h"
#include "formats/exchange/qti/metadata.h"
#include "formats/exchange/qti/original.h"
#include "formats/exchange/qti/place_originals.h"
#include "formats/exchange/qti/write_item.h"
#include "formats/exchange/qti/write_test.h"
#include "formats/exchange/questions/question_words.h"
#include "formats/exchange/questions/writers.h"
#include "formats/exchange/zip_writer.h"
#include "formats/model/pictures.h"

namespace tiku::formats {
namespace {

using namespace qti;

class PackageWriter {
 public:
  PackageWriter(const Bank& bank, Version version, Losses& losses)
      : bank_(bank),
        version_(version),
        losses_(losses),
        metadata_(bank),
        originals_(bank, metadata_, places_, losses) {
    places_.take(std::string(kManifestName), {});
  }

  void add(const TheoryItem& item) {
    if (!seen_.insert(item.id).second) return;  // A paper may name an item twice.
    switch (const auto original = originalOf(bank_, item); original ? wayOf(item, *original) : Way::kOwn) {
      case Way::kOriginal:
        waiting_.push_back({&item, *original, resources_.size()});
        resources_.emplace_back();
        break;
      case Way::kOwn:
        addOwn(item);
        break;
      case Way::kNone:
        break;
    }
  }

  // After all items: files of ours have their places, those of others go where they do not meet them.
  void placeOriginals() {
    for (const Waiting& one : waiting_) {
      const OriginalWriter::Placed placed = originals_.place(*one.item, one.original);
      resources_[one.slot] = placed.resources;
      hrefs_.emplace(one.item->id, placed.href);
      identifiers_.push_back(placed.identifier);
    }
  }

  void addTest(const Paper& paper) {
    const std::string href = "tests/" + paper.id.str() + ".xml";
    places_.take(href, {});
    std::string resource =
        head(places_.identifier(identifierOf(paper.id)), dialectOf(version_).testType, href) +
        withEntries({}, version_, entriesOf(paper)) + file(href);
    for (const std::string& item : identifiers_)
      resource += "<dependency identifierref=\"" + escapedText(item) + "\"/>\n";
    resources_.push_back(resource + "</resource>\n");
    parts_.emplace_back(href, writeTest(bank_, paper, hrefs_, version_));
  }

  Written finish() && {
    const int items = static_cast<int>(hrefs_.size());
    std::vector<std::pair<std::string, std::string>> all{{std::string(kManifestName), manifest()}};
    for (auto& part : parts_) all.push_back(std::move(part));
    for (const auto& part : originals_.parts()) all.push_back(part);
    for (const auto& [name, media] : media_) {
      if (!originals_.hasPart("media/" + name)) all.emplace_back("media/" + name, media->bytes);
    }
    return {zipParts(all), items};
  }

 private:
  enum class Way { kOwn, kOriginal, kNone };
  struct Waiting {
    const TheoryItem* item;
    Original original;
    std::size_t slot;  ///< In resources_.
  };

  // An item that came from elsewhere goes back as it came, as long as it still says what its original says.
  Way wayOf(const TheoryItem& item, const Original& original) {
    const auto read = readOriginal(bank_, original);
    if (!read) {
      losses_.add(item, say("这道题的原件已不在题库里，按题库里的内容写出。"));
      return Way::kOwn;
    }
    const bool fixed = !read->readOnly.empty();
    if (original.family != version_) {
      if (fixed) {
        losses_.leaveOut(item, say("这道题只能照原样写回它来的那一版 QTI。"));
        return Way::kNone;
      }
      losses_.add(item, say("这道题取自另一版 QTI，原件里题库没有的内容没有写出。"));
      return Way::kOwn;
    }
    const bool same = saysAsRead(bank_, item, *read);
    if (fixed && !same) losses_.add(item, say("这道题照原样写出，题库里改过的文字没有写出。"));
    if (fixed || same) {
      if (original.resources.front().type != dialectOf(version_).itemType)
        losses_.add(item, say("这道题的原件是较早版本的 QTI，照原样写出；只认新版本的系统可能不收。"));
      return Way::kOriginal;
    }
    losses_.add(item, say("这道题取自其他系统，在题库里改过：按题库写出，原件里题库没有的内容没有写出。"));
    return Way::kOwn;
  }

  void addOwn(const TheoryItem& item) {
    WrittenItem written = writeItem(bank_, item, version_, losses_);
    if (written.xml.empty()) return;
    const std::string href = "items/" + item.id.str() + ".xml";
    places_.take(href, {});
    identifiers_.push_back(places_.identifier(identifierOf(item.id)));
    std::string resource = head(identifiers_.back(), dialectOf(version_).itemType, href) +
                           metadata_.of(item) + files(href, written.media);
    const ItemSet* set = bank_.setOf(item.id);
    if (version_ == Version::k30 && set != nullptr && !set->stem.blocks().empty())
      resource += "<dependency identifierref=\"" + stimulus(*set) + "\"/>\n";
    if (set != nullptr) loseOfSet(item, *set);
    resources_.push_back(resource + "</resource>\n");
    parts_.emplace_back(href, std::move(written.xml));
    hrefs_.emplace(item.id, href);
    loseOrigin(item, losses_);
  }

  // The identifier of a set's stem, which is written when the first of its items is.
  std::string stimulus(const ItemSet& set) {
    const auto [known, fresh] = stimuli_.emplace(set.id, std::string());
    if (!fresh) return known->second;
    WrittenItem written = writeStimulus(bank_, set, version_);
    const std::string href = stimulusHref(set);
    places_.take(href, {});
    known->second = places_.identifier(identifierOf(set.id));
    resources_.push_back(head(known->second, dialectOf(version_).stimulusType, href) +
                         files(href, written.media) + "</resource>\n");
    parts_.emplace_back(href, std::move(written.xml));
    return known->second;
  }

  void loseOfSet(const TheoryItem& item, const ItemSet& set) {
    if (set.kind == ItemSet::Kind::kSharedOptions && set.options != item.options)
      losses_.add(item, say("题组的共用备选答案与这道题的选项不一致，按题写出。"));
    if (!(set.source == Source()) || !set.extras.empty())
      losses_.add(item, say("题组来自哪个文件的哪一处、更新版本的程序给它添加的内容，没有写出。"));
  }

  static std::string head(const std::string& identifier, std::string_view type, const std::string& href) {
    return "<resource identifier=\"" + identifier + "\" type=\"" + std::string(type) + "\" href=\"" + href +
           "\">\n";
  }

  static std::string file(const std::string& href) { return "<file href=\"" + escapedText(href) + "\"/>\n"; }

  std::string files(const std::string& href, const std::set<std::string>& media) {
    std::string out = file(href);
    for (const std::string& name : media) {
      out += file("media/" + name);
      places_.take("media/" + name, name);
      media_.emplace(name, mediaNamed(bank_, name));
    }
    return out;
  }

  [[nodiscard]] std::string manifest() const {
    const Dialect& dialect = dialectOf(version_);
    const std::string space(dialect.manifestSpace);
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest xmlns=\"" + space + "\" xmlns:imsmd=\"" +
        std::string(kLomSpace) +
        "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"" + space + " " +
        std::string(dialect.manifestSchema) + "\" identifier=\"tiku-" + bank_.info().packageId.str() +
        "\">\n<metadata>\n<schema>" + std::string(dialect.schemaName) + "</schema>\n<schemaversion>" +
        std::string(dialect.schemaVersion) + "</schemaversion>\n</metadata>\n<organizations/>\n<resources>\n";
    for (const std::string& resource : resources_) out += resource;
    return out + "</resources>\n</manifest>\n";
  }

  const Bank& bank_;
  Version version_;
  Losses& losses_;
  MetadataWriter metadata_;
  PackagePlaces places_;
  OriginalWriter originals_;
  std::set<Id> seen_;
  std::vector<Waiting> waiting_;
  std::vector<std::string> resources_;
  std::vector<std::pair<std::string, std::string>> parts_;
  std::map<std::string, const Media*> media_;
  std::map<Id, std::string> hrefs_;
  std::vector<std::string> identifiers_;  ///< Of the items' resources.
  std::map<Id, std::string> stimuli_;     ///< Of the sets whose stem is written: identifier.
};

}  // namespace

Written writeQti(const Bank& bank, const TheoryItems& items, const ExportOptions& options, Losses& losses) {
  PackageWriter writer(bank, options.format == ExportFormat::kQti22 ? Version::k22 : Version::k30, losses);
  for (const auto& item : items) writer.add(*item);
  writer.placeOriginals();
  if (const Paper* paper = options.paper.empty() ? nullptr : bank.find<Paper>(options.paper))
    writer.addTest(*paper);
  return std::move(writer).finish();
}

}  // namespace tiku::formats
