#pragma once

#include <string_view>
#include <vector>

#include "formats/model/item.h"

namespace tiku::formats {

/// 题组: theory items that are printed together because they share something.
///
/// Every item stays whole: with shared options each item has its own copy of them, so that what is said of an
/// item holds without its set; a rule tells when the copies differ.
struct ItemSet {
  enum class Kind {
    kSharedStem,     ///< 共用题干: a case, a table or a figure that all its items ask about.
    kSharedOptions,  ///< 共用备选答案 (配伍): the items choose from the same options.
  };

  ItemSet(Id i, Level l, Kind k) : id(i), level(l), kind(k) {}

  Id id;
  Level level;
  Kind kind;
  RichText stem;                  ///< 共用题干; with shared options what stands above them, mostly empty.
  std::vector<RichText> options;  ///< 共用备选答案; empty with a shared stem.
  std::vector<Id> items;          ///< In the order in which they are printed. An item is in one set at most.
  Source source;
  Extras extras;

  bool operator==(const ItemSet&) const = default;
};

}  // namespace tiku::formats
