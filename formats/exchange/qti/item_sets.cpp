#include "formats/exchange/qti/item_sets.h"

#include <algorithm>

#include "formats/base/say.h"

namespace tiku::formats::qti {
namespace {

using Member = SetTaker::Member;

// The set as the bank has it, or a new one; nothing where the items are in other sets already.
std::optional<ItemSet> startOf(const Bank& bank, const std::string& file, const Member& first,
                               const std::vector<Id>& items) {
  if (first.mark) {
    if (const auto* known = bank.find<ItemSet>(first.mark->set)) return *known;
    if (bank.object(first.mark->set) != nullptr) return std::nullopt;
    ItemSet set(first.mark->set, first.mark->level, first.mark->kind);
    if (set.kind == ItemSet::Kind::kSharedOptions) set.options = first.options;
    set.source = {file, first.stimulus};
    return set;
  }
  for (const Id item : items) {
    const ItemSet* known = bank.setOf(item);
    if (known == nullptr) continue;
    return known->source.file == file && known->source.at == first.stimulus ? std::optional(*known)
                                                                            : std::nullopt;
  }
  ItemSet set(Id::random(), first.level, ItemSet::Kind::kSharedStem);
  set.source = {file, first.stimulus};
  return set;
}

bool isElsewhere(const Bank& bank, Id item, Id set) {
  const ItemSet* known = bank.setOf(item);
  return known != nullptr && known->id != set;
}

}  // namespace

void SetTaker::add(Member member) {
  const std::string key = member.mark ? member.mark->set.str() : member.stimulus;
  if (!key.empty()) groups_[key].push_back(std::move(member));
}

void SetTaker::finish(const Bank& bank, const std::string& file, ImportResult& result) {
  int added = 0;
  for (auto& [key, members] : groups_) {
    std::ranges::stable_sort(members, {}, [](const Member& one) { return one.mark ? one.mark->place : 0; });
    std::vector<Id> items;
    for (const Member& member : members) items.push_back(result.items.at(member.taken).id);
    auto set = startOf(bank, file, members.front(), items);
    if (!set) continue;
    const auto* known = bank.find<ItemSet>(set->id);
    set->stem = members.front().shared;
    for (const Id item : items) {
      const bool there = std::ranges::find(set->items, item) != set->items.end();
      if (!item.empty() && !there && !isElsewhere(bank, item, set->id)) set->items.push_back(item);
    }
    if (set->items.empty() || (known != nullptr && *known == *set)) continue;
    added += known == nullptr ? 1 : 0;
    result.edit.put(*set);
  }
  if (added > 0) result.report.counts["sets"] = added;
}

}  // namespace tiku::formats::qti
