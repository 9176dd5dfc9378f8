#include "validators/rules/items/option_length.h"

#include <algorithm>

#include "formats/base/say.h"
#include "validators/rules/support/item_text.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/words.h"

namespace tiku::validators {

using namespace formats;

void OptionLength::examine(const TheoryItem& item, const Facts& facts, FindingSink& sink) {
  const auto ratio = settings().number("ratio", item.level);
  const auto margin = settings().count("margin", item.level);
  if (item.type != ItemType::kSingleChoice || item.options.size() < 3 || !ratio || !margin) return;

  const std::vector<std::string>& options = textOf(item, facts).options;
  std::vector<int> widths;
  widths.reserve(options.size());
  for (const std::string& option : options) widths.push_back(halfWidths(option));
  const auto longest = std::ranges::max_element(widths);
  const int position = static_cast<int>(longest - widths.begin());
  const auto* key = std::get_if<ChoiceKey>(&item.key);
  const bool keyed = key != nullptr && !key->options.empty();
  const bool isKey = keyed && std::ranges::find(key->options, position) != key->options.end();
  if (keyed && !isKey) return;

  int others = 0;
  int next = 0;
  for (const int& width : widths) {
    if (&width == &*longest) continue;
    others += width;
    next = std::max(next, width);
  }
  const auto count = static_cast<std::int64_t>(widths.size()) - 1;
  // longest > ratio * (others / count), in hundredths so that it stays exact.
  if (*longest * count * 100 <= ratio->hundredths() * others || *longest - next < *margin * 2) return;

  Finding finding = findingOn(item, "options/" + std::to_string(position));
  finding.subject.range = TextRange{0, characterCount(options[static_cast<std::size_t>(position)])};
  finding.measured = std::to_string((*longest + 1) / 2);
  finding.judged = options[static_cast<std::size_t>(position)];
  const std::string average = std::to_string((others + count) / (2 * count));
  finding.required = average;
  finding.message =
      isKey
          ? say("{item}的正确选项 {letter} 有 {length} 个字，其余选项平均 {average} "
                "个字，长短提示了答案（{clause}）。",
                "item"_a = itemName(item), "letter"_a = optionLetter(position), "length"_a = finding.measured,
                "average"_a = average, "clause"_a = clause(item.level))
          : say("{item}的选项 {letter} 有 {length} 个字，其余选项平均 {average} 个字，长短悬殊（{clause}）。",
                "item"_a = itemName(item), "letter"_a = optionLetter(position), "length"_a = finding.measured,
                "average"_a = average, "clause"_a = clause(item.level));
  finding.advice = say("缩短这个选项，或把其余选项写得一样具体。");
  report(sink, std::move(finding));
}

}  // namespace tiku::validators
