#include "validators/rules/items/absolute_words.h"

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

constexpr std::array<std::string_view, 26> kAbsolutes{
    "所有",   "任何", "一定会", "一定能", "一定是", "一定要", "一定可以", "一定有", "肯定会",
    "绝不",   "决不", "绝对",   "总是",   "永远",   "从不",   "从来不",   "完全",   "只有",
    "只需要", "唯一", "仅仅",   "毫无",   "一律",   "无一",   "百分之百", "丝毫"};

/// Terms that hold such a word and claim nothing.
constexpr std::array<std::string_view, 21> kTerms{
    "绝对值",   "绝对误差", "绝对引用", "绝对地址", "绝对路径", "绝对压力", "绝对压强",
    "绝对湿度", "绝对温度", "绝对零度", "绝对坐标", "绝对定位", "所有权",   "所有者",
    "所有制",   "所有人",   "唯一标识", "唯一性",   "唯一键",   "唯一约束", "唯一索引"};

bool isTerm(std::string_view text, std::size_t at) {
  return std::ranges::any_of(
      kTerms, [rest = text.substr(at)](std::string_view term) { return rest.starts_with(term); });
}

/// Third bytes of the first characters: most characters of a text share none, and need no closer look.
constexpr std::array<bool, 256> kThirdBytes = [] {
  std::array<bool, 256> known{};
  for (const std::string_view word : kAbsolutes) known[static_cast<unsigned char>(word[2])] = true;
  return known;
}();

constexpr std::array<std::string_view, 13> kAllPredicates{
    "都", "均应", "均为", "均是", "均可", "均有", "皆", "必须", "应", "一律", "不", "没有", "禁止"};

/// Whether something is said of all: 所有量具都应检定, and not 返回所有的行.
bool speaksOfAll(std::string_view text, std::size_t end) {
  const Span clause = clauseAround(text, end);
  const std::string_view rest = text.substr(end, clause.end() - std::min(end, clause.end()));
  return std::ranges::any_of(kAllPredicates,
                             [rest](std::string_view word) { return rest.find(word) != rest.npos; });
}

/// What makes the word no cue where it stands.
bool isHarmless(std::string_view text, std::size_t at, std::string_view word) {
  const std::string_view before = text.substr(0, at);
  const std::string_view after = text.substr(at + word.size());
  if (word == "决不" || word == "绝不") {
    // 决不能, 绝不允许: a rule forbids so, and no claim is absolute for it.
    static constexpr std::array<std::string_view, 5> kForbidding{"能", "许", "允许", "准", "可"};
    return before.ends_with("坚") ||
           std::ranges::any_of(kForbidding, [after](auto next) { return after.starts_with(next); });
  }
  if (word == "所有") return !speaksOfAll(text, at + word.size());
  if (word == "只有") {
    // 只有一个, 只有3根: a count.
    static constexpr std::string_view kNumerals = "一二三四五六七八九十两";
    return before.ends_with("可以") || (!after.empty() && after.front() >= '0' && after.front() <= '9') ||
           (after.size() >= 3 && kNumerals.find(after.substr(0, 3)) != kNumerals.npos);
  }
  if (word != "任何") return false;
  // The phrase of laws, and "没有任何变化", which denies as any other word would.
  for (const std::string_view who : {"单位", "组织", "机构", "个人"}) {
    if (after.starts_with(who)) return true;
  }
  const Span clause = clauseAround(text, at);
  const std::string_view start = text.substr(clause.from, at - clause.from);
  return start.find("不") != start.npos || start.find("没") != start.npos || start.find("无") != start.npos ||
         start.find("未") != start.npos;
}

/// The word that begins at `at`; empty when none does, when it is part of a term, or when `except` has it.
std::string_view absoluteAt(std::string_view text, std::size_t at, std::string_view except) {
  if (text.size() - at < 3 || !kThirdBytes[static_cast<unsigned char>(text[at + 2])]) return {};
  const std::string_view rest = text.substr(at);
  for (const std::string_view word : kAbsolutes) {
    if (!rest.starts_with(word) || isTerm(text, at) || isHarmless(text, at, word)) continue;
    if (except.empty() || except.find(word) == std::string_view::npos) return word;
  }
  return {};
}

/// The first absolute word of the text that `except` does not have.
std::optional<Span> absoluteIn(std::string_view text, std::string_view except = {}) {
  for (std::size_t at = 0; at < text.size(); at += characterLength(text, at)) {
    const std::string_view word = absoluteAt(text, at, except);
    if (!word.empty()) return Span{at, word.size()};
  }
  return std::nullopt;
}

}  // namespace

void AbsoluteWords::examine(const TheoryItem& item, const Facts& facts, FindingSink& sink) {
  if (hasOptions(item.type)) {
    examineOptions(item, facts, sink);
    return;
  }
  const auto* key = std::get_if<JudgementKey>(&item.key);
  if (item.type != ItemType::kTrueFalse || key == nullptr || key->correct) return;
  const std::string& stem = textOf(item, facts).stem;
  const std::optional<Span> word = absoluteIn(stem);
  if (!word) return;
  Finding finding = findingOn(item, "stem");
  finding.subject.range = rangeOf(stem, *word);
  finding.measured = stem.substr(word->from, word->length);
  finding.judged = stem;
  finding.message =
      say("{item}的答案是错误，题干里的“{word}”把它提示了出来（{clause}）。", "item"_a = itemName(item),
          "word"_a = finding.measured, "clause"_a = clause(item.level));
  finding.advice = say("换一种不用绝对化词语的错误说法。");
  report(sink, std::move(finding));
}

void AbsoluteWords::examineOptions(const TheoryItem& item, const Facts& facts, FindingSink& sink) {
  const auto* key = std::get_if<ChoiceKey>(&item.key);
  if (key == nullptr || key->options.empty()) return;
  const std::vector<std::string>& options = textOf(item, facts).options;
  const std::string& stem = textOf(item, facts).stem;
  // Asked for what is wrong, the key is the false statement and the other options are true ones.
  const bool keyIsFalse = negativeDemand(stem).has_value();
  const auto isTrue = [&](std::size_t position) {
    const bool isKey = std::ranges::find(key->options, static_cast<int>(position)) != key->options.end();
    return isKey != keyIsFalse;
  };
  for (std::size_t position = 0; position < options.size(); ++position) {
    if (isTrue(position) && absoluteIn(options[position])) return;
  }
  for (std::size_t position = 0; position < options.size(); ++position) {
    if (isTrue(position)) continue;
    const std::string& words = options[position];
    const std::optional<Span> word = absoluteIn(words, stem);
    if (!word) continue;
    Finding finding = findingOn(item, "options/" + std::to_string(position));
    finding.subject.range = rangeOf(words, *word);
    finding.measured = words.substr(word->from, word->length);
    finding.judged = words;
    finding.message =
        keyIsFalse ? say("{item}问的是不对的一项，只有答案 {letter} 里有“{word}”（{clause}）。",
                         "item"_a = itemName(item), "letter"_a = optionLetter(static_cast<int>(position)),
                         "word"_a = finding.measured, "clause"_a = clause(item.level))
                   : say("{item}的错误选项 {letter} 里有“{word}”，正确选项里没有这类词（{clause}）。",
                         "item"_a = itemName(item), "letter"_a = optionLetter(static_cast<int>(position)),
                         "word"_a = finding.measured, "clause"_a = clause(item.level));
    finding.advice = say("改写这个选项，使它不凭语气就能被排除。");
    if (keyIsFalse) finding.advice = say("改写这个选项，使它不凭语气就能被选中。");
    report(sink, std::move(finding));
  }
}

}  // namespace tiku::validators
