#include "formats/exchange/qti/metadata.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "formats/base/trim.h"
#include "formats/exchange/qti/dialect.h"
#include "formats/exchange/questions/question_words.h"

namespace tiku::formats::qti {
namespace {

constexpr std::string_view kIdCatalogue = "tiku:id";
constexpr std::string_view kLevelCatalogue = "tiku:level";
constexpr std::string_view kPaperCatalogue = "tiku:paper-number";
constexpr std::string_view kSetCatalogue = "tiku:set";
constexpr std::string_view kSetKindCatalogue = "tiku:set-kind";
constexpr std::string_view kSetLevelCatalogue = "tiku:set-level";
constexpr std::string_view kSetPlaceCatalogue = "tiku:set-place";
constexpr std::string_view kSharedStem = "shared-stem";
constexpr std::string_view kSharedOptions = "shared-options";

// LOM has the same five steps.
constexpr std::array<std::string_view, 5> kDifficulties{"very easy", "easy", "medium", "difficult",
                                                        "very difficult"};

std::string lomElement(std::string_view name, const std::string& inside) {
  if (inside.empty()) return {};
  return "<imsmd:" + std::string(name) + ">" + inside + "</imsmd:" + std::string(name) + ">";
}

std::string lomWords(std::string_view name, const std::string& words) {
  if (words.empty()) return {};
  return lomElement(name, R"(<imsmd:string language="zh-CN">)" + escapedText(words) + "</imsmd:string>");
}

std::string lomTerm(std::string_view name, std::string_view value) {
  return lomElement(name, lomElement("source", "LOMv1.0") + lomElement("value", std::string(value)));
}

std::string_view statusOf(ItemStatus status) {
  switch (status) {
    case ItemStatus::kReviewed:
      return "final";
    case ItemStatus::kWritten:
      return "revised";
    case ItemStatus::kRetired:
      return "unavailable";
    case ItemStatus::kDraft:
      break;
  }
  return "draft";
}

std::string wordsOf(XmlElement langString) {
  const XmlElement inner = langString.first("string");
  return std::string(trimmed(inner ? inner.text() : langString.text()));
}

void identifiers(XmlElement lom, Metadata& found) {
  for (XmlElement one = lom.first("general").first("identifier"); one; one = one.next("identifier")) {
    const std::string catalogue(trimmed(one.first("catalog").text()));
    const std::string entry = one.first("entry").text();
    if (catalogue == kIdCatalogue) found.id = Id::parse(trimmed(entry));
    if (catalogue.starts_with(kLomCatalogue)) found.tags.push_back(catalogue + "=" + entry);
  }
}

std::string entryOf(XmlElement lom, std::string_view catalogue) {
  for (XmlElement one = lom.first("general").first("identifier"); one; one = one.next("identifier")) {
    if (trimmed(one.first("catalog").text()) == catalogue)
      return std::string(trimmed(one.first("entry").text()));
  }
  return {};
}

void setOf(XmlElement lom, Metadata& found) {
  const auto set = Id::parse(entryOf(lom, kSetCatalogue));
  const auto level = Level::parse(entryOf(lom, kSetLevelCatalogue));
  if (!set || !level) return;
  const bool options = entryOf(lom, kSetKindCatalogue) == kSharedOptions;
  found.set = SetMark{*set, options ? ItemSet::Kind::kSharedOptions : ItemSet::Kind::kSharedStem, *level,
                      std::atoi(entryOf(lom, kSetPlaceCatalogue).c_str())};
}

void paperOf(XmlElement lom, Metadata& found) {
  if (const auto level = Level::parse(entryOf(lom, kLevelCatalogue))) found.paper.level = level;
  if (std::string number = entryOf(lom, kPaperCatalogue); !number.empty())
    found.paper.number = std::move(number);
}

void educational(XmlElement lom, Metadata& found) {
  for (XmlElement one = lom.first("educational"); one; one = one.next("educational")) {
    const std::string word(trimmed(one.first("difficulty").first("value").text()));
    for (std::size_t i = 0; i < kDifficulties.size(); ++i) {
      if (word == kDifficulties.at(i)) found.difficulty = static_cast<int>(i) + 1;
    }
  }
}

void classification(XmlElement lom, Metadata& found) {
  for (XmlElement one = lom.first("classification"); one; one = one.next("classification")) {
    for (XmlElement path = one.first("taxonPath"); path; path = path.next("taxonPath")) {
      for (XmlElement taxon = path.first("taxon"); taxon; taxon = taxon.next("taxon")) {
        const std::string id(trimmed(taxon.first("id").text()));
        found.point = id.empty() ? wordsOf(taxon.first("entry")) : id;
      }
    }
  }
}

}  // namespace

MetadataWriter::MetadataWriter(const Bank& bank) : bank_(bank), tags_(bank) {}

LomEntries MetadataWriter::entriesOf(const TheoryItem& item) const {
  LomEntries entries;
  for (const std::string& tag : tags_.of(item)) {
    const std::size_t equals = tag.find('=');
    entries.emplace_back(tag.substr(0, equals), tag.substr(equals + 1));
  }
  if (const ItemSet* set = bank_.setOf(item.id)) {
    const auto place = std::ranges::find(set->items, item.id) - set->items.begin() + 1;
    entries.emplace_back(kSetCatalogue, set->id.str());
    entries.emplace_back(kSetKindCatalogue,
                         set->kind == ItemSet::Kind::kSharedOptions ? kSharedOptions : kSharedStem);
    entries.emplace_back(kSetLevelCatalogue, std::to_string(set->level.number()));
    entries.emplace_back(kSetPlaceCatalogue, std::to_string(place));
  }
  return entries;
}

LomEntries MetadataWriter::foreignEntriesOf(const TheoryItem& item) const {
  LomEntries entries = entriesOf(item);
  entries.emplace_back(kIdCatalogue, item.id.str());
  return entries;
}

std::string MetadataWriter::of(const TheoryItem& item) const {
  std::string identifiers;
  for (const auto& [catalogue, entry] : entriesOf(item)) {
    identifiers += lomElement("identifier", lomElement("catalog", escapedText(catalogue)) +
                                                lomElement("entry", escapedText(entry))) +
                   "\n";
  }
  const People* people = bank_.find<People>(People::kId);
  const Person* author = people == nullptr || !item.author ? nullptr : people->find(*item.author);
  const std::string point = tags_.pointName(item);
  const std::size_t space = point.find(' ');
  std::string out = "<metadata>\n<imsmd:lom>\n<imsmd:general>\n" + identifiers +
                    lomWords("title", questionName(item)) +
                    lomWords("keyword", std::string(item.level.longName())) +
                    lomWords("keyword", std::string(itemTypeName(item.type))) + "\n</imsmd:general>\n" +
                    "<imsmd:lifeCycle>" + lomTerm("status", statusOf(item.status));
  if (author != nullptr)
    out +=
        lomElement("contribute", lomTerm("role", "author") + lomElement("entity", escapedText(author->name)));
  out += "</imsmd:lifeCycle>\n";
  if (item.difficulty && *item.difficulty >= 1 && *item.difficulty <= 5)
    out +=
        lomElement("educational",
                   lomTerm("difficulty", kDifficulties.at(static_cast<std::size_t>(*item.difficulty - 1)))) +
        "\n";
  if (space != std::string::npos) {
    const std::string taxon =
        lomElement("id", escapedText(point.substr(0, space))) + lomWords("entry", point.substr(space + 1));
    out +=
        lomElement("classification",
                   lomTerm("purpose", "discipline") +
                       lomElement("taxonPath", lomWords("source", bank_.info().title + "理论知识要素细目表") +
                                                   lomElement("taxon", taxon))) +
        "\n";
  }
  return out + "</imsmd:lom>\n</metadata>\n";
}

LomEntries entriesOf(const Paper& paper) {
  LomEntries entries{{std::string(kLevelCatalogue), std::to_string(paper.level.number())}};
  if (!paper.number.empty()) entries.emplace_back(kPaperCatalogue, paper.number);
  return entries;
}

Metadata metadataOf(XmlElement metadata) {
  Metadata found;
  for (XmlElement lom = metadata.first("lom"); lom; lom = lom.next("lom")) {
    identifiers(lom, found);
    setOf(lom, found);
    paperOf(lom, found);
    educational(lom, found);
    classification(lom, found);
  }
  return found;
}

}  // namespace tiku::formats::qti
