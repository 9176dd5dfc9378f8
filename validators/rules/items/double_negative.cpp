#include "validators/rules/items/double_negative.h"

#include <algorithm>
#include <array>
#include <optional>

#include "formats/base/say.h"
#include "validators/rules/support/item_text.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/stems.h"
#include "validators/rules/support/words.h"

namespace tiku::validators {

using namespace formats;

namespace {

constexpr std::array<std::string_view, 11> kDouble{"不能不",   "不会不", "不是不",  "并非不",
                                                   "不可能不", "没有不", "绝非不",  "不能没有",
                                                   "不应不",   "不无",   "并不是不"};
/// Negatives of what is done or so, not of terms.
constexpr std::array<std::string_view, 11> kFurther{"不会", "不能",   "不得", "不应",   "不需要", "不可以",
                                                    "不必", "不允许", "没有", "不具有", "不属于"};

bool beginsNegatively(const std::string& option) {
  const std::string_view text = trimmed(option);
  return text.starts_with("不") || text.starts_with("没有") || text.starts_with("无法") ||
         text.starts_with("禁止");
}

}  // namespace

void DoubleNegative::examine(const TheoryItem& item, const Facts& facts, FindingSink& sink) {
  const bool choice = hasOptions(item.type);
  if (!choice && item.type != ItemType::kTrueFalse) return;
  const std::string& stem = textOf(item, facts).stem;
  // Most stems deny nothing at all.
  if (stem.find("不") == stem.npos && stem.find("错误") == stem.npos && stem.find("除") == stem.npos) return;
  std::optional<Span> further = firstOf(stem, kDouble);
  const std::optional<Span> demand = choice ? negativeDemand(stem) : std::nullopt;
  if (!further && demand) {
    const Span clause = clauseAround(stem, demand->from);
    const std::string_view rest =
        std::string_view(stem).substr(demand->end(), clause.end() - std::min(clause.end(), demand->end()));
    further = firstOf(rest, kFurther);
    if (further) further->from += demand->end();
  }
  if (!further && !demand) return;
  Finding finding = findingOn(item, "stem");
  finding.judged = stem;
  if (further) {
    finding.subject.range = rangeOf(stem, *further);
    finding.measured = stem.substr(further->from, further->length);
    finding.message = say("{item}的题干是双重否定：“{word}”（{clause}）。", "item"_a = itemName(item),
                          "word"_a = finding.measured, "clause"_a = clause(item.level));
  } else if (demand && item.options.size() > 2 &&
             std::ranges::all_of(textOf(item, facts).options, beginsNegatively)) {
    finding.subject.range = rangeOf(stem, *demand);
    finding.measured = stem.substr(demand->from, demand->length);
    finding.message =
        say("{item}用“{word}”设问，选项又都是否定的，成了双重否定（{clause}）。", "item"_a = itemName(item),
            "word"_a = finding.measured, "clause"_a = clause(item.level));
  } else {
    return;
  }
  finding.advice = say("改写成肯定的说法。");
  report(sink, std::move(finding));
}

}  // namespace tiku::validators
