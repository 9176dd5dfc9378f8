#include "validators/rules/items/all_right.h"

#include "formats/base/say.h"
#include "validators/rules/support/names.h"

namespace tiku::validators {

using namespace formats;

void AllRight::examine(const TheoryItem& item, const Facts& /*facts*/, FindingSink& sink) {
  const auto* key = std::get_if<ChoiceKey>(&item.key);
  if (item.type != ItemType::kMultipleChoice || key == nullptr || item.options.size() < 2 ||
      key->options.size() != item.options.size()) {
    return;
  }
  Finding finding = findingOn(item, "key");
  finding.measured = std::to_string(key->options.size());
  finding.message =
      say("{item}的 {count} 个选项全部正确，没有干扰项（{clause}）。", "item"_a = itemName(item),
          "count"_a = key->options.size(), "clause"_a = clause(item.level));
  finding.advice = say("至少写一个错误的选项。");
  report(sink, std::move(finding));
}

}  // namespace tiku::validators
