#include "validators/rules/items/option_equal.h"

#include <algorithm>
#include <array>

#include "formats/base/say.h"
#include "validators/rules/support/item_text.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/quantity.h"

namespace tiku::validators {

using namespace formats;

namespace {

bool asksForForm(const std::string& stem) {
  static constexpr std::array<std::string_view, 10> kWords{"换算", "单位", "写法", "写成", "表示",
                                                           "化为", "小数", "分数", "读数", "标注"};
  return std::ranges::any_of(kWords, [&stem](std::string_view word) { return stem.find(word) != stem.npos; });
}

bool areEqual(const Quantity& a, const Quantity& b) {
  if (a.unit == b.unit && a.form == b.form) return false;
  if (a.unit == b.unit && a.before == b.before && !a.high && !b.high) return compare(a.low, b.low) == 0;
  const auto first = inBaseUnit(a);
  const auto second = inBaseUnit(b);
  return first && second && first->unit == second->unit && compare(first->value, second->value) == 0;
}

}  // namespace

void OptionEqual::examine(const TheoryItem& item, const Facts& facts, FindingSink& sink) {
  if (!hasOptions(item.type) || item.options.size() < 2) return;
  const ItemText& text = textOf(item, facts);
  std::vector<std::pair<int, Quantity>> quantities;
  for (std::size_t position = 0; position < text.options.size(); ++position) {
    auto quantity = quantityOf(text.options[position]);
    if (quantity) quantities.emplace_back(static_cast<int>(position), std::move(*quantity));
  }
  for (std::size_t later = 1; later < quantities.size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      if (!areEqual(quantities[earlier].second, quantities[later].second)) continue;
      if (asksForForm(text.stem)) return;
      const int position = quantities[later].first;
      const std::string& first = text.options[static_cast<std::size_t>(quantities[earlier].first)];
      const std::string& second = text.options[static_cast<std::size_t>(position)];
      Finding finding = findingOn(item, "options/" + std::to_string(position));
      finding.measured = first + " = " + second;
      finding.judged = finding.measured;
      finding.message = say("{item}的选项 {earlier} “{first}”与选项 {letter} “{second}”相等（{clause}）。",
                            "item"_a = itemName(item), "earlier"_a = optionLetter(quantities[earlier].first),
                            "first"_a = first, "letter"_a = optionLetter(position), "second"_a = second,
                            "clause"_a = clause(item.level));
      finding.advice = say("改写其中一个选项。");
      report(sink, std::move(finding));
      break;
    }
  }
}

}  // namespace tiku::validators
