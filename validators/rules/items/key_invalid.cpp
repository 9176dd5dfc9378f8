#include "validators/rules/items/key_invalid.h"

#include <algorithm>

#include "formats/base/say.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using namespace formats;

namespace {

bool fits(ItemType type, const Key& key) {
  if (hasOptions(type)) return std::holds_alternative<ChoiceKey>(key);
  if (type == ItemType::kTrueFalse) return std::holds_alternative<JudgementKey>(key);
  if (type == ItemType::kFillIn) return std::holds_alternative<FillInKey>(key);
  return std::holds_alternative<ReferenceKey>(key);
}

/// "A、C"
std::string lettersOf(const std::vector<int>& options) {
  std::string letters;
  for (const int option : options) letters += (letters.empty() ? "" : "、") + optionLetter(option);
  return letters;
}

}  // namespace

void KeyInvalid::examine(const TheoryItem& item, const Facts& /*facts*/, FindingSink& sink) {
  if (std::holds_alternative<std::monostate>(item.key)) return;
  if (!fits(item.type, item.key)) {
    Finding finding = findingOn(item, "key");
    finding.judged = std::to_string(item.key.index());
    finding.message = say("{item}的答案不是{type}的答案形式（{clause}）。", "item"_a = itemName(item),
                          "type"_a = typeWord(item.type), "clause"_a = clause(item.level));
    finding.advice = say("核对题型，或按{type}重新填写答案。", "type"_a = typeWord(item.type));
    report(sink, std::move(finding));
    return;
  }
  if (const auto* key = std::get_if<ChoiceKey>(&item.key); key != nullptr && !key->options.empty()) {
    examineChoice(item, *key, sink);
  }
}

void KeyInvalid::examineChoice(const TheoryItem& item, const ChoiceKey& key, FindingSink& sink) {
  const int options = static_cast<int>(item.options.size());
  const bool inside =
      std::ranges::all_of(key.options, [options](int option) { return option >= 0 && option < options; });
  const int right = static_cast<int>(key.options.size());
  const bool single = item.type == ItemType::kSingleChoice;
  const int least = single ? 1 : settings().count("multiple-min", item.level).value_or(1);
  const bool rightNumber = single ? right == 1 : right >= least;
  if (inside && rightNumber) return;

  Finding finding = findingOn(item, "key");
  finding.judged = lettersOf(key.options);
  if (!inside) {
    finding.measured = lettersOf(key.options);
    finding.message =
        say("{item}的答案是“{key}”，而选项只有 {count} 个（{clause}）。", "item"_a = itemName(item),
            "key"_a = finding.judged, "count"_a = options, "clause"_a = clause(item.level));
    finding.advice = say("补上缺少的选项，或改正答案。");
  } else if (single) {
    finding.measured = std::to_string(right);
    finding.required = "1";
    finding.message =
        say("{item}有 {right} 个正确选项“{key}”，单选题只能有 1 个（{clause}）。", "item"_a = itemName(item),
            "right"_a = right, "key"_a = finding.judged, "clause"_a = clause(item.level));
    finding.advice = say("只留一个正确选项，或把题型改为多选题。");
  } else {
    finding.measured = std::to_string(right);
    finding.required = std::to_string(least);
    finding.message = say("{item}只有 {right} 个正确选项“{key}”，多选题至少要有 {least} 个（{clause}）。",
                          "item"_a = itemName(item), "right"_a = right, "key"_a = finding.judged,
                          "least"_a = least, "clause"_a = clause(item.level));
    finding.advice = say("补上遗漏的正确选项，或把题型改为单选题。");
  }
  report(sink, std::move(finding));
}

}  // namespace tiku::validators
