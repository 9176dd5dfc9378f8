#include "validators/rules/items/option_order.h"

#include <algorithm>
#include <numeric>

#include "formats/base/say.h"
#include "validators/checker/apply_fix.h"
#include "validators/rules/support/item_text.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/quantity.h"

namespace tiku::validators {

using namespace formats;

namespace {

bool areAlike(const std::vector<Quantity>& quantities) {
  return std::ranges::all_of(quantities, [&first = quantities.front()](const Quantity& each) {
    return each.unit == first.unit && each.before == first.before &&
           each.high.has_value() == first.high.has_value();
  });
}

bool less(const Quantity& a, const Quantity& b) {
  const int low = compare(a.low, b.low);
  return low != 0 ? low < 0 : a.high && compare(*a.high, *b.high) < 0;
}

bool asksForOrder(const std::string& stem) {
  return stem.find("次序") != stem.npos || stem.find("顺序") != stem.npos || stem.find("排序") != stem.npos ||
         stem.find("排列") != stem.npos;
}

}  // namespace

void OptionOrderRule::examine(const TheoryItem& item, const Facts& facts, FindingSink& sink) {
  if (!hasOptions(item.type) || item.options.size() < 3) return;
  const ItemText& text = textOf(item, facts);
  const std::vector<Quantity> quantities = quantitiesOf(text.options);
  if (quantities.empty() || !areAlike(quantities)) return;
  const bool rising = std::ranges::is_sorted(quantities, less);
  const bool falling =
      std::ranges::is_sorted(quantities, [](const auto& a, const auto& b) { return less(b, a); });
  if (rising || falling || asksForOrder(text.stem)) return;

  std::vector<int> order(quantities.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::sort(order, [&quantities](int a, int b) {
    const auto& quantityA = quantities[static_cast<std::size_t>(a)];
    const auto& quantityB = quantities[static_cast<std::size_t>(b)];
    return less(quantityA, quantityB) || (!less(quantityB, quantityA) && a < b);
  });
  Finding finding = findingOn(item, "options");
  for (const std::string& option : text.options) {
    finding.measured += (finding.measured.empty() ? "" : "、") + option;
  }
  finding.judged = finding.measured;
  finding.message =
      say("{item}的选项是数值，却没有按大小排列：{options}（{clause}）。", "item"_a = itemName(item),
          "options"_a = finding.measured, "clause"_a = clause(item.level));
  finding.advice = say("按从小到大排列选项，答案的字母随之改动。");
  if (canReorderOptions(item))
    finding.fix = Fix{say("选项按大小排列"), OptionOrder{item.options, std::move(order)}};
  report(sink, std::move(finding));
}

}  // namespace tiku::validators
