#include "validators/rules/duplicates/cross_level.h"

#include "formats/base/say.h"
#include "validators/rules/support/item_place.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/per_object.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using namespace formats;

void CrossLevel::judgeSame(const std::vector<const TheoryItem*>& items, const std::string& words,
                           const Facts& facts, FindingSink& sink) {
  for (auto item = items.begin() + 1; item != items.end(); ++item) {
    const auto part = partOf(**item, facts);
    const auto conflict = std::find_if(items.begin(), item, [&](const TheoryItem* earlier) {
      const bool bothBasic = part == Part::kBasic && partOf(*earlier, facts) == Part::kBasic;
      return earlier->level != (*item)->level && !bothBasic;
    });
    if (conflict == item) continue;
    const bool known = part && partOf(**conflict, facts);

    Finding finding = findingOn(**item, kField);
    finding.measured = std::to_string(items.size());
    finding.required = "1";
    finding.judged = words + '\n' + (*conflict)->id.str();
    finding.message =
        known ? say("{item}与{other}内容相同，“工作要求”部分的试题各等级之间不应重复（{clause}）。",
                    "item"_a = itemName(**item), "other"_a = itemName(**conflict),
                    "clause"_a = settings().clauseFor((*item)->level))
              : say("{item}与{other}内容相同；其中有试题没有挂{point}"
                    "，按“工作要求”看待，各等级之间不应重复（{clause}）。",
                    "item"_a = itemName(**item), "other"_a = itemName(**conflict),
                    "point"_a = pointWord(profile_), "clause"_a = settings().clauseFor((*item)->level));
    finding.advice = known
                         ? say("在{level}改写或删去这道题，使考查内容与该等级相称。",
                               "level"_a = levelWord((*item)->level))
                         : say("若属“基本要求”，把两道题都挂到基本要求的{point}上；否则改写或删去其中一道。",
                               "point"_a = pointWord(profile_));
    report(sink, std::move(finding));
  }
}

void CrossLevel::follow(const Change& change) {
  for (const Id item : items_.follow(change)) touch(item);
}

}  // namespace tiku::validators
