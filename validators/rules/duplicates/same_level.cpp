#include "validators/rules/duplicates/same_level.h"

#include "validators/rules/support/names.h"
#include "validators/rules/support/per_object.h"

namespace tiku::validators {

using namespace formats;

void SameLevel::judgeSame(const std::vector<const TheoryItem*>& items, const std::string& words,
                          const Facts& /*facts*/, FindingSink& sink) {
  const TheoryItem* first = nullptr;
  for (const TheoryItem* item : items) {
    if (first == nullptr || first->level != item->level) {
      first = item;
      continue;
    }
    const auto same = std::ranges::count(items, item->level, &TheoryItem::level);
    Finding finding = findingOn(*item, kField);
    finding.measured = std::to_string(same);
    finding.required = "1";
    finding.judged = words + '\n' + first->id.str();
    finding.message = say("{item}与同等级的{other}内容相同（{clause}）。", "item"_a = itemName(*item),
                          "other"_a = itemName(*first), "clause"_a = settings().clauseFor(item->level));
    finding.advice = say("改写或停用其中一道；题量按不同的试题计算。");
    report(sink, std::move(finding));
  }
}

}  // namespace tiku::validators
