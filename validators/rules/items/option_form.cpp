#include "validators/rules/items/option_form.h"

#include <algorithm>
#include <array>

#include "formats/base/say.h"
#include "validators/rules/support/item_text.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/quantity.h"
#include "validators/rules/support/words.h"

namespace tiku::validators {

using namespace formats;

namespace {

constexpr std::string_view kStop = "。";

struct Stops {
  std::vector<std::size_t> with;     ///< Positions of the options that end with a full stop.
  std::vector<std::size_t> without;  ///< Those that end with a Han character.
  bool sentences = false;            ///< Some option has a stop further in.
};

Stops stopsOf(const std::vector<std::string>& options) {
  Stops stops;
  for (std::size_t position = 0; position < options.size(); ++position) {
    std::string_view words = options[position];
    if (words.ends_with(kStop)) {
      stops.with.push_back(position);
      words.remove_suffix(kStop.size());
    } else if (endsWithHan(words)) {
      stops.without.push_back(position);
    }
    stops.sentences |= words.find(kStop) != words.npos || words.find("；") != words.npos;
  }
  return stops;
}

/// A change at the end of an option.
TextChange atEnd(std::size_t position, const std::string& words, bool add) {
  const int length = characterCount(words);
  const std::string field = "options/" + std::to_string(position);
  if (add) return {field, {length, 0}, "", std::string(kStop), {}};
  return {field, {length - 1, 1}, std::string(kStop), "", {}};
}

/// Positions of the options without a unit where others have one.
std::vector<int> withoutUnit(const std::vector<std::string>& options) {
  const std::vector<Quantity> quantities = quantitiesOf(options);
  std::vector<int> without;
  bool comparable = true;
  for (std::size_t position = 0; position < quantities.size(); ++position) {
    const Quantity& quantity = quantities[position];
    if (quantity.unit.empty() && compare(quantity.low, {1, 1}) > 0)
      without.push_back(static_cast<int>(position));
    comparable &= quantity.form == Quantity::Form::kDecimal && quantity.unit.find('%') == std::string::npos;
  }
  const bool someHave =
      std::ranges::any_of(quantities, [](const Quantity& each) { return !each.unit.empty(); });
  if (!someHave || !comparable || without.size() * 2 > quantities.size()) without.clear();
  return without;
}

}  // namespace

void OptionForm::examine(const TheoryItem& item, const Facts& facts, FindingSink& sink) {
  if (!hasOptions(item.type) || item.options.size() < 3) return;
  const std::vector<std::string>& options = textOf(item, facts).options;
  for (const int position : withoutUnit(options)) {
    Finding finding = findingOn(item, "options/" + std::to_string(position));
    finding.measured = options[static_cast<std::size_t>(position)];
    finding.judged = finding.measured;
    finding.message = say("{item}的选项 {letter} “{words}”没有单位，其他选项有（{clause}）。",
                          "item"_a = itemName(item), "letter"_a = optionLetter(position),
                          "words"_a = finding.measured, "clause"_a = clause(item.level));
    finding.advice = say("给这个选项补上单位。");
    report(sink, std::move(finding));
  }
  const Stops stops = stopsOf(options);
  if (stops.with.empty() || stops.with.size() + stops.without.size() < item.options.size() ||
      stops.without.empty())
    return;
  std::vector<TextChange> changes;
  for (const std::size_t position : stops.sentences ? stops.without : stops.with) {
    changes.push_back(atEnd(position, options[position], stops.sentences));
  }
  Finding finding = findingOn(item, "options");
  finding.measured = std::to_string(stops.with.size());
  finding.required = stops.sentences ? std::to_string(item.options.size()) : "0";
  for (const std::string& words : options) finding.judged += words + '\n';
  finding.message = say("{item}的选项有的以句号结尾，有的没有（{clause}）。", "item"_a = itemName(item),
                        "clause"_a = clause(item.level));
  finding.advice = say("各选项的结尾写成一样。");
  finding.fix = Fix{say("统一选项的句号"), std::move(changes)};
  report(sink, std::move(finding));
}

}  // namespace tiku::validators
