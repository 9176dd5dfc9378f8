#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "formats/model/item.h"
#include "validators/checker/facts.h"
#include "validators/rules/support/words.h"

namespace tiku::validators {

/// The words of an item, as RichText::str() gives them, and where its stem has blanks.
struct ItemText {
  explicit ItemText(const formats::TheoryItem& item) : stem(item.stem.str()), blanks(blanksIn(stem)) {
    options.reserve(item.options.size());
    for (const formats::RichText& option : item.options) options.push_back(option.str());
  }

  std::string stem;
  std::vector<Span> blanks;
  std::vector<std::string> options;
};

/// The texts of the items of a batch, each made once, however many rules look at it.
class ItemTexts {
 public:
  const ItemText& of(const formats::TheoryItem& item) {
    return texts_.try_emplace(&item, item).first->second;
  }

 private:
  std::unordered_map<const formats::TheoryItem*, ItemText> texts_;
};

/// For the rules of the family `items`. The item is one of the bank; the text is there until the batch is
/// judged.
[[nodiscard]] inline const ItemText& textOf(const formats::TheoryItem& item, const Facts& facts) {
  return facts.sharedForBatch<ItemTexts>().of(item);
}

}  // namespace tiku::validators
