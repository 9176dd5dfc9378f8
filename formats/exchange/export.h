#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "formats/model/bank.h"

/// Theory items in the formats of other systems. What a format cannot hold is told, item by item.
namespace tiku::formats {

enum class ExportFormat {
  kMoodle,  ///< Moodle XML
  kGift,
  kAiken,
  kQti22,  ///< A package of QTI 2.2
  kQti3,   ///< A package of QTI 3.0
  kCsv,    ///< One row for each item, for statistics.
  kJson,   ///< The same as a list of objects.
  kExcel,  ///< .xlsx: a sheet for each level, to be edited and read back.
  kWord,   ///< .docx: sections by level and type, to be edited and read back.
};

struct ExportOptions {
  ExportFormat format = ExportFormat::kMoodle;
  /// Moodle's own multiple choice gives marks for a part of the right options. With its plugin
  /// "multichoiceset" all of them must be chosen, as in our papers; the receiving Moodle must have it.
  bool allOrNothing = false;
  /// CSV: with a byte order mark, by which Excel knows UTF-8.
  bool byteOrderMark = false;
  /// QTI: the paper that the items are of, written as a test; none where empty.
  Id paper{};
};

/// Something that the format does not hold.
struct ExportLoss {
  std::string what;      ///< A sentence.
  bool leftOut = false;  ///< The items are not in the file at all.
  std::vector<Id> items;
};

struct ExportResult {
  std::string bytes;
  int written = 0;  ///< Items in the file.
  std::vector<ExportLoss> losses;
};

using TheoryItems = std::vector<std::shared_ptr<const TheoryItem>>;

/// Which items of a bank.
struct ItemChoice {
  std::optional<Level> level{};   ///< Of all levels where empty.
  std::vector<ItemType> types{};  ///< Of all types where empty.
  Id paper{};                     ///< Those of a paper, whatever level and types say; not where empty.
};

/// In the order of the paper, or by level, type and printed code with the items of a set
/// together, without those that are retired.
TheoryItems chosenItems(const Bank& bank, const ItemChoice& choice);

/// Writes the items in their order. The same items give the same bytes.
ExportResult exportItems(const Bank& bank, const TheoryItems& items, const ExportOptions& options);

}  // namespace tiku::formats
