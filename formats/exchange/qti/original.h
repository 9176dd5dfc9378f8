#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/exchange/qti/dialect.h"
#include "formats/exchange/qti/read_item.h"
#include "formats/model/bank.h"

/// Items of other systems as they came. Their files lie in the bank's media; a record among them says which
/// file was what, and the item's source names the record: "items/choice.xml#<sha256>.xml"
/// (docs/decisions/012).
namespace tiku::formats::qti {

struct OriginalResource {
  struct File {
    std::string path;   ///< In the package that it came from.
    std::string media;  ///< Name in the bank: "<sha256>.<ext>".
    bool operator==(const File&) const = default;
  };
  std::string identifier;
  std::string type;  ///< "imsqti_item_xmlv2p1"
  std::string path;  ///< Of its main file.
  std::vector<File> files;
  bool operator==(const OriginalResource&) const = default;
};

struct Original {
  Version family = Version::k22;            ///< The version by whose words it is written: 2.x or 3.x.
  std::vector<OriginalResource> resources;  ///< The item's own first, then what it depends on.
  std::string metadata;                     ///< The <metadata> of the item's resource; may be empty.
};

/// The record as a file, and read again. Nothing when the bytes are no record.
std::string recordOf(const Original& original);
std::optional<Original> originalOf(const std::string& record);

/// The place of an item in a file, with the name of its record.
std::string placeOf(const std::string& at, const std::string& record);
/// Name of the record that the source names; empty where it names none.
std::string recordName(const Source& source);

/// A file of the record, whatever extension the bank knows it by.
const Media* keptFile(const Bank& bank, std::string_view name);

/// What the bank keeps of the item as it came; nothing where that is nothing.
std::optional<Original> originalOf(const Bank& bank, const TheoryItem& item);
/// The item's file in it, read anew. Nothing where the bank has lost it.
std::optional<ReadItem> readOriginal(const Bank& bank, const Original& original);

/// Puts into the item what was read.
void fill(TheoryItem& item, ReadItem read);
/// Whether the item, and what its set shares, still say what its original says.
bool saysAsRead(const Bank& bank, const TheoryItem& item, ReadItem read);

}  // namespace tiku::formats::qti
