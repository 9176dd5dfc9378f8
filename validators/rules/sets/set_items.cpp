#include "validators/rules/sets/set_items.h"

#include <algorithm>
#include <array>

#include "formats/base/say.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using namespace formats;

namespace {

enum Fault { kShared, kFew, kMissing, kOtherLevel, kElsewhere, kOwnOptions, kFaults };

struct FaultWords {
  const char* field;
  const char* message;
  const char* advice;
};

constexpr std::array<FaultWords, kFaults> kWords{
    {{"stem", markForTranslation("{set}没有共用的内容（{clause}）。"),
      markForTranslation("写上共用题干或共用备选答案，或解散这个题组。")},
     {"items", markForTranslation("{set}在用的试题只有 {count} 道（{clause}）。"),
      markForTranslation("补足试题，或解散这个题组。")},
     {"items/missing", markForTranslation("{set}有 {count} 道试题不在题库中（{clause}）。"),
      markForTranslation("从题组中删去这些题，或把试题补回题库。")},
     {"items/level", markForTranslation("{set}有 {count} 道试题不是{level}试题（{clause}）。"),
      markForTranslation("同一题组的试题属于同一等级。")},
     {"items/elsewhere", markForTranslation("{set}有 {count} 道试题还在别的题组里（{clause}）。"),
      markForTranslation("一道题只放在一个题组里。")},
     {"options", markForTranslation("{set}有 {count} 道试题的选项与共用备选答案不同（{clause}）。"),
      markForTranslation("改成共用的备选答案，或把这些题移出题组。")}}};

constexpr int kFewest = 2;  // One item shares nothing with itself.

bool sharesNothing(const ItemSet& set) {
  return set.kind == ItemSet::Kind::kSharedStem ? set.stem.empty() : set.options.empty();
}

}  // namespace

void SetItems::follow(const Change& change, const Facts& facts) {
  const auto touchSetsOf = [&](Id item) {
    for (const Id set : facts.bank().setsOf(item)) touch(set);
  };
  // The other sets of an item see that this one took or left it.
  for (const ItemSet* set : {change.was<ItemSet>(), change.is<ItemSet>()}) {
    if (set != nullptr) std::ranges::for_each(set->items, touchSetsOf);
  }
  if (change.was<TheoryItem>() != nullptr || change.is<TheoryItem>() != nullptr) touchSetsOf(change.id);
}

void SetItems::examine(const ItemSet& set, const Facts& facts, FindingSink& sink) {
  std::array<int, kFaults> counts{};
  std::array<std::string, kFaults> judged;
  const auto note = [&](Fault fault, Id item) {
    ++counts[fault];
    judged[fault] += item.str() + ' ';
  };
  int live = 0;
  for (const Id id : set.items) {
    const auto* item = facts.bank().find<TheoryItem>(id);
    if (item == nullptr) note(kMissing, id);
    if (facts.bank().setsOf(id).size() > 1) note(kElsewhere, id);
    if (!isLive(item)) continue;
    ++live;
    if (item->level != set.level) note(kOtherLevel, id);
    if (set.kind == ItemSet::Kind::kSharedOptions && item->options != set.options) note(kOwnOptions, id);
  }
  if (sharesNothing(set)) counts[kShared] = 1;
  if (live < kFewest) {
    counts[kFew] = 1;
    judged[kFew] = std::to_string(live);
  }
  for (std::size_t fault = 0; fault < kFaults; ++fault) {
    if (counts.at(fault) == 0) continue;
    const FaultWords& words = kWords.at(fault);
    Finding finding = findingOn(set, words.field);
    const int shown = fault == kFew ? live : counts.at(fault);
    finding.measured = std::to_string(shown);
    finding.required = fault == kFew ? std::to_string(kFewest) : "0";
    finding.judged = judged.at(fault);
    finding.message = say(words.message, "set"_a = setName(set), "count"_a = shown,
                          "level"_a = levelWord(set.level), "clause"_a = clause(set.level));
    finding.advice = say(words.advice);
    report(sink, std::move(finding));
  }
}

}  // namespace tiku::validators
