#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "formats/exchange/import.h"

namespace tiku::formats {

/// What became of one item that an importer found.
struct MergedItem {
  enum class What {
    kAdded,
    kChanged,    ///< The bank had it; the source said something new or, of its own item, something else.
    kUnchanged,  ///< The bank has it as the source has it.
    kRepeated,   ///< The same item stands earlier in the source: not taken a second time.
  };
  What what = What::kAdded;
  Id id;                  ///< Of the item in the bank: its own when added, else the recognised one's.
  bool isLinked = false;  ///< Got its point by order.
  /// A sentence when a person must look (the verdict is then kUnclear): another key than the bank's, a
  /// repeated item.
  std::string doubt;
  /// The item as the source says it, where the bank's answer is another one and was kept.
  std::optional<TheoryItem> theirs{};
};

/// Turns the theory items that an importer found into an Edit against the bank, so that a second import of
/// the same file changes nothing and a corrected file updates what it corrects. Returns one entry per found
/// item, in order.
///
/// A found item is the bank's own when it has its id, as in a file that was written from this bank, or when
/// they agree in level and type and (a) have the same non-empty printed code, one that neither side uses
/// twice, or (b) have the same words in stem and options (itemWords), from whatever file: a bank does not
/// hold one item twice in a level. A recognised item keeps its id and all that the source does not say (key,
/// difficulty, rationale, author, status ...). What it lacks is filled in from any source. What it has
/// otherwise is replaced only by its own source: the file of the same name, or the same printed code; a
/// replaced key is told as a doubt. A different key from another file is not taken over, and is a doubt.
///
/// Within the source an item that comes again is not added again: the later one is kRepeated with a doubt
/// that names the first; what only it says is filled in. (Real review sets were looked through: items with
/// the same stem differ in their options or type.)
///
/// With `pointsByOrder`, items of the source without a point are linked by linkPointsByOrder(). Counts
/// "added", "changed", "unchanged", "repeated", "linked" and "key-conflicts". `found` come with fresh ids but
/// for those; their order is that of the source. With `keepRepeats` an item that comes again is added again,
/// unless the bank has it.
std::vector<MergedItem> mergeItems(const Bank& bank, std::vector<TheoryItem> found, bool pointsByOrder,
                                   Edit& edit, std::map<std::string, int>& counts, bool keepRepeats = false);

/// Links items without a point to the level's theory points in order, type by type: the k-th item of a type
/// to the k-th point, where a type has exactly as many items as the table has points. Items of other levels
/// stay as they are. Returns the positions in `items` of those it linked.
std::vector<std::size_t> linkPointsByOrder(const Bank& bank, Level level, std::vector<TheoryItem>& items);

}  // namespace tiku::formats
