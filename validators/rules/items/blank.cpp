#include "validators/rules/items/blank.h"

#include <algorithm>
#include <array>

#include "formats/base/say.h"
#include "validators/rules/support/item_text.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/stems.h"
#include "validators/rules/support/words.h"

namespace tiku::validators {

using namespace formats;

namespace {

/// Whether the stem leads into the options by itself.
bool leadsIn(std::string_view stem) {
  if (choiceNote(stem) || isQuestion(stem)) return true;
  static constexpr std::array<std::string_view, 9> kEnds{"？", "?", "：", ":", "是", "有", "为", "包括", "…"};
  stem = trimmed(stem);
  if (stem.ends_with("。")) stem = trimmed(stem.substr(0, stem.size() - std::string_view("。").size()));
  return std::ranges::any_of(kEnds, [stem](std::string_view end) { return stem.ends_with(end); });
}

/// Parts that an option names, separated by any of 、，；/ or spaces.
int countParts(std::string_view option) {
  static constexpr std::array<std::string_view, 8> kSeparators{"、", "，", "；", ",", ";", "/", " ", "　"};
  option = trimmed(option);
  int parts = 1;
  bool between = false;
  for (std::size_t at = 0; at < option.size();) {
    const std::string_view rest = option.substr(at);
    const auto* separator = std::ranges::find_if(kSeparators, [rest](auto s) { return rest.starts_with(s); });
    const bool isSeparator = separator != kSeparators.end();
    if (isSeparator && !between) ++parts;
    between = isSeparator;
    at += isSeparator ? separator->size() : characterLength(option, at);
  }
  return parts;
}

bool asksForParts(const ItemText& text, int blanks) {
  return !text.options.empty() && std::ranges::all_of(text.options, [blanks](const std::string& option) {
    return countParts(option) == blanks;
  });
}

/// How many options a 多选 has to choose; 0 for any other item.
int rightOptions(const TheoryItem& item) {
  const auto* key = std::get_if<ChoiceKey>(&item.key);
  return item.type == ItemType::kMultipleChoice && key != nullptr ? static_cast<int>(key->options.size()) : 0;
}

struct Demand {
  int required = 1;
  bool met = false;
};

Demand demandOf(const TheoryItem& item, const ItemText& text) {
  const int blanks = static_cast<int>(text.blanks.size());
  if (hasOptions(item.type)) {
    if (blanks == 0) return {1, leadsIn(text.stem)};
    return {1, blanks == 1 || asksForParts(text, blanks)};
  }
  if (item.type == ItemType::kTrueFalse) return {1, blanks <= 1};
  if (item.type == ItemType::kFillIn) {
    const auto* key = std::get_if<FillInKey>(&item.key);
    const int answers = key == nullptr ? 0 : static_cast<int>(key->blanks.size());
    return {std::max(answers, 1), answers == 0 ? blanks > 0 : blanks == answers};
  }
  return {0, true};
}

}  // namespace

void Blank::examine(const TheoryItem& item, const Facts& facts, FindingSink& sink) {
  if (item.stem.empty()) return;
  const ItemText& text = textOf(item, facts);
  const std::string& stem = text.stem;
  if (hasOptions(item.type) && hasCode(stem)) return;
  const std::vector<Span>& blanks = text.blanks;
  const int count = static_cast<int>(blanks.size());
  const Demand demand = demandOf(item, text);
  if (demand.met) return;

  Finding finding = findingOn(item, "stem");
  finding.measured = std::to_string(count);
  finding.required = std::to_string(demand.required);
  finding.judged = stem;
  if (count > 0) finding.subject.range = rangeOf(stem, blanks.back());
  if (item.type == ItemType::kFillIn) {
    finding.message =
        say("{item}的题干有 {count} 处空格，答案有 {required} 个（{clause}）。", "item"_a = itemName(item),
            "count"_a = count, "required"_a = demand.required, "clause"_a = clause(item.level));
    finding.advice = say("使题干的空格与答案一一对应。");
  } else if (count == 0) {
    finding.message = say("{item}的题干没有作答的括号，也不是问句（{clause}）。", "item"_a = itemName(item),
                          "clause"_a = clause(item.level));
    finding.advice = say("在题干中放一处作答的括号“（　）”。");
  } else if (rightOptions(item) == count) {
    finding.message =
        say("{item}的题干有 {count} 处作答的括号，与正确选项一样多，等于说出了要选几项（{clause}）。",
            "item"_a = itemName(item), "count"_a = count, "clause"_a = clause(item.level));
    finding.advice = say("只留一处括号，把要选的内容写成一个列举。");
  } else {
    finding.message = say("{item}的题干有 {count} 处作答的括号，应当只有 1 处（{clause}）。",
                          "item"_a = itemName(item), "count"_a = count, "clause"_a = clause(item.level));
    finding.advice = say("只留一处括号；若考查的是多个内容，拆成几道题。");
  }
  report(sink, std::move(finding));
}

}  // namespace tiku::validators
