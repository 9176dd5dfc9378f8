#include "validators/rules/items/option_overlap.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <utility>

#include "formats/base/say.h"
#include "validators/rules/support/item_text.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/quantity.h"
#include "validators/rules/support/words.h"

namespace tiku::validators {

using namespace formats;

namespace {

/// What the words enumerate.
std::vector<std::string_view> enumerated(std::string_view words) {
  static constexpr std::array<std::string_view, 8> kBetween{"、", "，", "；", "和", "与", "及", "以及", "并"};
  std::vector<std::string_view> parts;
  std::size_t from = 0;
  for (std::size_t at = 0; at < words.size();) {
    const auto* between = std::ranges::find_if(
        kBetween, [&](std::string_view mark) { return words.substr(at).starts_with(mark); });
    if (between == kBetween.end()) {
      at += characterLength(words, at);
      continue;
    }
    parts.push_back(words.substr(from, at - from));
    at += between->size();
    from = at;
  }
  parts.push_back(words.substr(from));
  return parts;
}

/// The options that the one at `whole` holds as parts.
std::vector<int> heldBy(const std::vector<std::string>& options, std::size_t whole) {
  std::vector<int> held;
  const std::vector<std::string_view> parts = enumerated(options[whole]);
  if (parts.size() < 2) return held;
  for (std::size_t other = 0; other < options.size(); ++other) {
    if (other == whole || options[other].size() < 6) continue;
    if (std::ranges::find(parts, options[other]) != parts.end()) held.push_back(static_cast<int>(other));
  }
  return held;
}

/// Positions of two options whose ranges of a scale cut into each other, the lower one first.
std::optional<std::pair<int, int>> cutting(const std::vector<Quantity>& quantities) {
  std::vector<int> order(quantities.size());
  std::iota(order.begin(), order.end(), 0);
  const auto at = [&quantities](int position) -> const Quantity& {
    return quantities[static_cast<std::size_t>(position)];
  };
  std::ranges::sort(order, [&at](int a, int b) {
    const auto lower = compare(at(a).low, at(b).low);
    return lower < 0 || (lower == 0 && a < b);
  });
  bool touching = false;
  std::optional<std::pair<int, int>> cut;
  for (std::size_t i = 0; i + 1 < order.size(); ++i) {
    const Quantity& a = at(order[i]);
    const Quantity& b = at(order[i + 1]);
    const bool divides =
        a.high && b.high && a.unit == b.unit && compare(a.low, b.low) < 0 && compare(*a.high, *b.high) < 0;
    if (!divides) return std::nullopt;
    const int gap = compare(b.low, *a.high);
    touching |= gap == 0;
    if (gap < 0 && !cut) cut = {order[i], order[i + 1]};
  }
  return touching ? cut : std::nullopt;
}

}  // namespace

void OptionOverlap::examine(const TheoryItem& item, const Facts& facts, FindingSink& sink) {
  if (item.type != ItemType::kSingleChoice || item.options.size() < 3) return;
  const ItemText& text = textOf(item, facts);
  if (const auto cut = cutting(quantitiesOf(text.options))) {
    Finding finding = findingOn(item, "options/" + std::to_string(cut->second));
    const std::string& first = text.options[static_cast<std::size_t>(cut->first)];
    const std::string& second = text.options[static_cast<std::size_t>(cut->second)];
    finding.measured = first + " / " + second;
    finding.judged = finding.measured;
    finding.message =
        say("{item}的选项“{first}”与“{second}”的范围重叠（{clause}）。", "item"_a = itemName(item),
            "first"_a = first, "second"_a = second, "clause"_a = clause(item.level));
    finding.advice = say("改正范围的端点，使每个数值只落在一个选项里。");
    report(sink, std::move(finding));
  }
  std::vector<std::string> options;
  options.reserve(item.options.size());
  for (const std::string& option : text.options) options.emplace_back(trimmed(option));
  for (std::size_t whole = 0; whole < options.size(); ++whole) {
    const std::vector<int> held = heldBy(options, whole);
    if (held.size() < 2) continue;
    std::string letters;
    for (const int position : held) letters += (letters.empty() ? "" : "、") + optionLetter(position);
    Finding finding = findingOn(item, "options/" + std::to_string(whole));
    finding.measured = letters;
    finding.judged = options[whole];
    finding.message =
        say("{item}的选项 {letter} “{words}”包含了选项 {others}（{clause}）。", "item"_a = itemName(item),
            "letter"_a = optionLetter(static_cast<int>(whole)), "words"_a = excerpt(options[whole], 24),
            "others"_a = letters, "clause"_a = clause(item.level));
    finding.advice = say("各选项应互相排斥；确实几项都对的，改为多选题。");
    report(sink, std::move(finding));
    return;
  }
}

}  // namespace tiku::validators
