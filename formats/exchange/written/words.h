#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/model/bank.h"

/// Values of an item as words, and back. Chinese, as all that a bank prints; the words are marks of the
/// written form, too.
namespace tiku::formats::written {

/// "AC", "正确", "甲/乙；丙": the accepted answers of a blank apart by /, the blanks by ；, a backslash
/// before either where it belongs to an answer. Empty for a reference answer, which is text of its own.
std::string keyWords(const Key& key);
/// The key that keyWords() wrote for an item of this type, also with the marks that people use (√, b、c).
std::optional<Key> keyOf(std::string_view words, ItemType type);

/// 已审核: the Chinese name. Empty for what is none.
std::optional<ItemStatus> statusOf(std::string_view words);
/// "1" to "5"
std::optional<int> scaleOf(std::string_view words);

/// "2 分：说明要点" of one scoring point.
std::string scoringWords(const ScoringPoint& point);
std::optional<ScoringPoint> scoringOf(std::string_view words);

/// Eight digits that tell whether what an item says has been changed: all but its id, source and extras.
std::string printOf(const TheoryItem& item);
/// The same of a set: what it shares, and which items.
std::string printOf(const ItemSet& set);

/// The items of each set among the written ones, in the order of the document.
using Members = std::map<const ItemSet*, std::vector<Id>>;
Members membersOf(const Bank& bank, const std::vector<Id>& items);

}  // namespace tiku::formats::written
