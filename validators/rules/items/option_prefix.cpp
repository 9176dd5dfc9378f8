#include "validators/rules/items/option_prefix.h"

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

/// Bytes of the Han characters with which both begin.
std::size_t sharedHan(std::string_view a, std::string_view b) {
  std::size_t at = 0;
  while (at < a.size() && at < b.size() && isHanAt(a, at) && isHanAt(b, at) &&
         a.substr(at, 3) == b.substr(at, 3))
    at += 3;
  return at;
}

/// "下列说法正确的是": the options are whole sentences, each with its own subject.
bool asksForStatements(std::string_view stem) {
  static constexpr std::array<std::string_view, 6> kWords{"说法", "描述", "表述", "叙述", "正确的", "错误的"};
  return std::ranges::any_of(kWords, [stem](std::string_view word) { return stem.find(word) != stem.npos; });
}

/// Without the numeral at the end, which is told apart from what follows it by nobody: 连续二十|分钟.
std::string_view withoutNumeral(std::string_view words) {
  static constexpr std::string_view kNumerals = "〇零一二三四五六七八九十百千万两半第";
  while (words.size() >= 3 && kNumerals.find(words.substr(words.size() - 3)) != kNumerals.npos)
    words.remove_suffix(3);
  return words;
}

bool asksAtEnd(std::string_view stem) {
  const std::vector<Span> blanks = blanksIn(stem);
  if (blanks.size() > 1) return false;
  return blanks.empty() || trimmed(stem.substr(blanks.front().end())).size() <= std::string_view("。").size();
}

}  // namespace

void OptionPrefix::examine(const TheoryItem& item, const Facts& facts, FindingSink& sink) {
  const auto least = settings().count("min-length", item.level);
  if (!hasOptions(item.type) || item.options.size() < 3 || !least) return;
  const auto& [stem, blanks, options] = textOf(item, facts);
  const std::string& first = options.front();
  std::size_t shared = first.size();
  for (std::size_t position = 1; position < options.size() && shared > 0; ++position) {
    shared = std::min(shared, sharedHan(first, options[position]));
  }
  const std::string words(withoutNumeral(std::string_view(first).substr(0, shared)));
  if (characterCount(words) < *least) return;
  const bool isWhole = std::ranges::find(options, words) != options.end();
  if (isWhole || asksForStatements(stem) || !asksAtEnd(stem)) return;
  Finding finding = findingOn(item, "options");
  finding.measured = words;
  finding.judged = words;
  finding.message = say("{item}的各个选项都以“{words}”开头（{clause}）。", "item"_a = itemName(item),
                        "words"_a = words, "clause"_a = clause(item.level));
  finding.advice = say("把“{words}”移到题干里。", "words"_a = words);
  report(sink, std::move(finding));
}

}  // namespace tiku::validators
