#pragma once

#include <string>

#include "formats/exchange/questions/item_tags.h"
#include "formats/model/bank.h"

/// What a manifest says of an item, in IEEE LOM: our fields as identifiers of catalogues named "tiku:...",
/// which other systems keep, and beside them in LOM's own words what those systems understand.
namespace tiku::formats::qti {

inline constexpr std::string_view kLomSpace = "http://ltsc.ieee.org/xsd/LOM";

/// What the names of our catalogues begin with.
inline constexpr std::string_view kLomCatalogue = "tiku:";

/// The set (题组) that an item is in.
struct SetMark {
  Id set;
  ItemSet::Kind kind = ItemSet::Kind::kSharedStem;
  Level level;
  int place = 0;  ///< Among its items, from 1.
};

/// What QTI has no place for in a paper.
struct PaperMark {
  std::optional<Level> level;
  std::string number;  ///< 试卷编号
};

using LomEntries = std::vector<std::pair<std::string, std::string>>;

class MetadataWriter {
 public:
  explicit MetadataWriter(const Bank& bank);
  /// The <metadata> of the item's resource.
  [[nodiscard]] std::string of(const TheoryItem& item) const;
  /// Catalogue and entry of the identifiers of an item whose file is somebody else's and does not name its
  /// id.
  [[nodiscard]] LomEntries foreignEntriesOf(const TheoryItem& item) const;

 private:
  [[nodiscard]] LomEntries entriesOf(const TheoryItem& item) const;

  const Bank& bank_;
  TagWriter tags_;
};

/// The identifiers of a paper.
LomEntries entriesOf(const Paper& paper);

/// What the <metadata> of a resource says that an item has a field for.
struct Metadata {
  std::vector<std::string> tags;  ///< As class Tags takes them.
  std::string point;              ///< Code or name of a point, of the last taxon.
  std::optional<int> difficulty;
  std::optional<Id> id;  ///< Of an item whose file does not name it.
  std::optional<SetMark> set;
  PaperMark paper;
};
Metadata metadataOf(XmlElement metadata);

}  // namespace tiku::formats::qti
