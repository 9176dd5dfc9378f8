#include "validators/rules/items/key_echo.h"

#include <algorithm>
#include <optional>

#include "formats/base/say.h"
#include "validators/rules/support/item_text.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/stems.h"
#include "validators/rules/support/words.h"

namespace tiku::validators {

using namespace formats;

namespace {

constexpr std::size_t kHanBytes = 3;

/// Bytes of Han characters that begin at `at` and stand in `other` too.
std::size_t runAt(std::string_view text, std::size_t at, std::string_view other, std::size_t least) {
  std::size_t length = 0;
  while (at + length < text.size() && isHanAt(text, at + length)) length += kHanBytes;
  if (length < least || other.find(text.substr(at, least)) == other.npos) return 0;
  while (length > least && other.find(text.substr(at, length)) == other.npos) length -= kHanBytes;
  return length;
}

/// The longest run of Han characters, `least` bytes or more, that the two share.
std::optional<Span> longestRun(std::string_view text, std::string_view other, std::size_t least) {
  std::optional<Span> longest;
  for (std::size_t at = 0; at < text.size(); at += characterLength(text, at)) {
    const std::size_t length = isHanAt(text, at) ? runAt(text, at, other, least) : 0;
    if (length > 0 && (!longest || length > longest->length)) longest = Span{at, length};
  }
  return longest;
}

}  // namespace

void KeyEcho::examine(const TheoryItem& item, const Facts& facts, FindingSink& sink) {
  const auto least = settings().count("min-length", item.level);
  const auto* key = std::get_if<ChoiceKey>(&item.key);
  if (item.type != ItemType::kSingleChoice || !least || *least < 2 || key == nullptr ||
      key->options.size() != 1)
    return;
  const int right = key->options.front();
  if (right < 0 || right >= static_cast<int>(item.options.size()) || item.options.size() < 3) return;
  const auto& [stem, blanks, options] = textOf(item, facts);
  const std::string& words = options[static_cast<std::size_t>(right)];
  if (stem.find(trimmed(words)) != stem.npos || hasCode(stem)) return;
  const auto run = longestRun(words, stem, static_cast<std::size_t>(*least) * kHanBytes);
  if (!run) return;
  const std::string echo = words.substr(run->from, run->length);
  for (std::size_t other = 0; other < item.options.size(); ++other) {
    if (static_cast<int>(other) == right) continue;
    // One that has most of it sounds as familiar.
    if (longestRun(echo, options[other], kHanBytes * 2)) return;
  }
  if (negativeDemand(stem)) return;
  Finding finding = findingOn(item, "options/" + std::to_string(right));
  finding.subject.range = rangeOf(words, *run);
  finding.measured = echo;
  finding.judged = stem + '\n' + words;
  finding.message =
      say("{item}只有正确选项 {letter} 重复了题干里的“{words}”（{clause}）。", "item"_a = itemName(item),
          "letter"_a = optionLetter(right), "words"_a = echo, "clause"_a = clause(item.level));
  finding.advice = say("换一种说法，或让其他选项也用到这几个字。");
  report(sink, std::move(finding));
}

}  // namespace tiku::validators
