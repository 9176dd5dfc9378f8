#include "validators/rules/items/all_of_above.h"

#include <algorithm>
#include <array>

#include "formats/base/fold.h"
#include "formats/base/say.h"
#include "validators/rules/support/item_text.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/words.h"

namespace tiku::validators {

using namespace formats;

namespace {

template <std::size_t N>
bool takeFirst(std::string_view& text, const std::array<std::string_view, N>& words) {
  for (const std::string_view word : words) {
    if (!text.starts_with(word)) continue;
    text.remove_prefix(word.size());
    return true;
  }
  return false;
}

/// 以上, 上述 ... : what the option points at.
constexpr std::array<std::string_view, 9> kAbove{"以上",   "上述",   "前述",   "前面",  "上面",
                                                 "前三项", "前三者", "前两项", "前两者"};
constexpr std::array<std::string_view, 11> kThings{"选项", "各项", "几项", "三项", "三者", "两项",
                                                   "内容", "说法", "答案", "情况", "方法"};
constexpr std::array<std::string_view, 7> kAll{"全部", "全都", "都", "均", "皆", "全", "所有"};
constexpr std::array<std::string_view, 4> kNot{"不", "没", "非", "无"};
constexpr std::array<std::string_view, 13> kVerdicts{"正确", "错误", "可以", "可能", "属于", "包括", "需要",
                                                     "对",   "错",   "是",   "可",   "有",   "行"};
/// Whole options that point at the others without a word for them.
constexpr std::array<std::string_view, 6> kWhole{"没有正确答案", "无正确答案", "没有正确选项",
                                                 "以上皆非",     "全选",       "都选"};

/// "a和b", "abc": at least two letters of options, read from the folded words.
bool takeLetters(std::string_view& text) {
  static constexpr std::array<std::string_view, 4> kAnd{"和", "与", "及", "或"};
  int letters = 0;
  bool joined = false;
  while (!text.empty() && text.front() >= 'a' && text.front() <= 'g') {
    ++letters;
    text.remove_prefix(1);
    const std::string_view before = text;
    if (takeFirst(text, kAnd)) {
      if (text.empty() || text.front() < 'a' || text.front() > 'g') {
        text = before;
        break;
      }
      joined = true;
    }
  }
  // "abc" alone may be a name; "a和b" is not.
  return letters >= 2 && (joined || !text.empty());
}

bool pointsAtOthers(std::string_view words) {
  if (std::ranges::find(kWhole, words) != kWhole.end()) return true;
  const bool letters = takeLetters(words);
  const bool above = !letters && takeFirst(words, kAbove);
  if (letters && words.empty()) return true;
  if (above) takeFirst(words, kThings);
  const bool all = takeFirst(words, kAll);
  if (above && all && words.empty()) return true;
  if (!all) return false;
  takeFirst(words, kNot);
  return takeFirst(words, kVerdicts) && (words.empty() || words == "的");
}

/// Whether the text could begin such a phrase: nearly no option does, and folding costs.
bool mayPoint(std::string_view text) {
  static constexpr std::array<std::string_view, 10> kFirst{"以", "上", "前", "都", "均",
                                                           "皆", "全", "所", "没", "无"};
  text = trimmed(text);
  if (text.empty()) return false;
  // Letters of options, half or full width, and any odd beginning are left to the closer look.
  const bool han = text.size() >= 3 && text[0] >= '\xE4' && text[0] <= '\xE9';
  return !han ||
         std::ranges::any_of(kFirst, [text](std::string_view first) { return text.starts_with(first); });
}

}  // namespace

void AllOfAbove::examine(const TheoryItem& item, const Facts& facts, FindingSink& sink) {
  if (!hasOptions(item.type)) return;
  const std::vector<std::string>& options = textOf(item, facts).options;
  for (std::size_t position = 0; position < options.size(); ++position) {
    const std::string& words = options[position];
    // Cheap first: such a phrase is short.
    if (words.size() > 60 || !mayPoint(words) || !pointsAtOthers(foldWords(words))) continue;
    Finding finding = findingOn(item, "options/" + std::to_string(position));
    finding.subject.range = TextRange{0, characterCount(words)};
    finding.measured = words;
    finding.message = say("{item}的选项 {letter} “{words}”指代其他选项（{clause}）。",
                          "item"_a = itemName(item), "letter"_a = optionLetter(static_cast<int>(position)),
                          "words"_a = words, "clause"_a = clause(item.level));
    finding.advice = say("换成一个有内容的选项；确实几项都对的，改为多选题。");
    report(sink, std::move(finding));
  }
}

}  // namespace tiku::validators
