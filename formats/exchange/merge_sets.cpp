#include "formats/exchange/merge_sets.h"

#include <algorithm>
#include <set>

#include "formats/exchange/item_words.h"

namespace tiku::formats {
namespace {

std::string sharedWords(const ItemSet& set) {
  std::string words = foldText(set.stem);
  for (const RichText& option : set.options) words += '\x1f' + foldText(option);
  return words;
}

const ItemSet* knownSet(const Bank& bank, const ItemSet& found) {
  for (const Id& item : found.items) {
    const ItemSet* known = bank.setOf(item);
    if (known != nullptr && known->kind == found.kind && known->level == found.level) return known;
  }
  for (const auto& known : bank.all<ItemSet>()) {
    const bool own =
        known->kind == found.kind && known->level == found.level && known->source.file == found.source.file;
    if (own && sharedWords(*known) == sharedWords(found)) return known.get();
  }
  return nullptr;
}

/// The known set with what the found one says besides.
ItemSet updated(const Bank& bank, const ItemSet& known, const ItemSet& found) {
  ItemSet set = known;
  if (known.source.file == found.source.file) {
    set.stem = found.stem;
    set.options = found.options;
  }
  for (const Id& item : found.items) {
    const bool has = std::ranges::find(set.items, item) != set.items.end();
    if (!has && bank.setOf(item) == nullptr) set.items.push_back(item);
  }
  return set;
}

}  // namespace

void mergeSets(const Bank& bank, std::vector<ItemSet> found, Edit& edit, std::map<std::string, int>& counts) {
  std::set<Id> taken;
  for (ItemSet& set : found) {
    std::erase_if(set.items, [&taken](const Id& item) { return !taken.insert(item).second; });
    if (const ItemSet* known = knownSet(bank, set)) {
      ItemSet after = updated(bank, *known, set);
      if (after == *known) continue;
      ++counts["sets-changed"];
      edit.put(std::move(after));
      continue;
    }
    std::erase_if(set.items, [&bank](const Id& item) { return bank.setOf(item) != nullptr; });
    constexpr std::size_t kFewest = 2;
    if (set.items.size() < kFewest) continue;
    ++counts["sets-added"];
    edit.put(std::move(set));
  }
}

}  // namespace tiku::formats
