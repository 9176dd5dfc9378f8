#include "formats/exchange/items/document_sets.h"

#include <algorithm>

#include "formats/base/say.h"

namespace tiku::formats {
namespace {

ItemSet::Kind kindOf(const DraftSet& draft) {
  return draft.isOptions ? ItemSet::Kind::kSharedOptions : ItemSet::Kind::kSharedStem;
}

/// The set as the document has it, without its items.
ItemSet setOf(const DraftSet& draft, Level level, const std::string& file) {
  ItemSet set(Id::random(), level, kindOf(draft));
  set.stem = RichText(draft.stem);
  for (const auto& option : draft.options) set.options.emplace_back(option);
  set.source = {file, draft.at, {}};
  return set;
}

const ItemSet* knownSet(const Bank& bank, ItemSet::Kind kind, const std::vector<Id>& items) {
  for (const Id& item : items) {
    const ItemSet* known = bank.setOf(item);
    if (known != nullptr && known->kind == kind) return known;
  }
  return nullptr;
}

/// A set that only moved within its file has not changed.
bool saysTheSame(ItemSet after, const ItemSet& before) {
  after.source = before.source;
  return after == before;
}

}  // namespace

void mergeSets(const Bank& bank, Level level, const std::string& file, DocumentItems& read,
               const std::vector<SetMember>& members, Edit& edit, std::map<std::string, int>& counts) {
  for (std::size_t i = 0; i < read.sets().size(); ++i) {
    const DraftSet& draft = read.sets()[i];
    std::vector<Id> items;
    for (const SetMember& member : members) {
      if (member.set == i && std::ranges::find(items, member.item) == items.end())
        items.push_back(member.item);
    }
    if (items.empty()) continue;  // Which was told when the items were read.
    const ItemSet* before = knownSet(bank, kindOf(draft), items);
    const auto elsewhere = std::erase_if(items, [&](const Id& item) {
      const ItemSet* other = bank.setOf(item);
      return other != nullptr && other != before;
    });
    if (elsewhere > 0) {
      read.verdicts().unclear(draft.at, say("有 {count} 道题已经在题库的另一个题组里，没有移动，请核对。",
                                            "count"_a = elsewhere));
    }
    if (items.empty()) continue;
    ++counts["sets"];
    ItemSet after = setOf(draft, level, file);
    after.items = items;
    if (before != nullptr) {
      const bool owns = before->source.file == file;
      ItemSet kept = *before;
      if (owns) {
        kept.stem = after.stem;
        kept.options = after.options;
        kept.source = after.source;
      }
      for (const Id& item : items) {
        if (std::ranges::find(kept.items, item) == kept.items.end()) kept.items.push_back(item);
      }
      after = std::move(kept);
    }
    const bool same = before != nullptr && saysTheSame(after, *before);
    ++counts[same ? "sets-unchanged" : before != nullptr ? "sets-changed" : "sets-added"];
    if (!same) edit.put(std::move(after));
  }
}

}  // namespace tiku::formats
