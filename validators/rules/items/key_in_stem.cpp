#include "validators/rules/items/key_in_stem.h"

#include <algorithm>
#include <optional>

#include "formats/base/say.h"
#include "validators/rules/support/item_text.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/words.h"

namespace tiku::validators {

using namespace formats;

namespace {

struct GivenAway {
  std::string words;
  Span where;
};

bool isAscii(std::string_view words) {
  return std::ranges::all_of(words, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Whether the words are the end of a longer name between two marks of a list: 支部委员会 in
/// 、总支部委员会、.
bool endsLongerName(std::string_view stem, std::size_t at, std::size_t length) {
  static constexpr std::size_t kLongestPrefix = 6;  // Two Han characters.
  constexpr std::string_view kMark = "、";
  const std::size_t from = stem.substr(0, at).rfind(kMark);
  if (from == stem.npos || !stem.substr(at + length).starts_with(kMark)) return false;
  const std::size_t prefix = at - from - kMark.size();
  return prefix > 0 && prefix <= kLongestPrefix;
}

std::optional<Span> standsIn(const std::string& stem, std::string_view words, int least) {
  words = trimmed(words);
  if (characterCount(words) < least || (isAscii(words) && hasCode(stem))) return std::nullopt;
  for (std::size_t at = stem.find(words); at != std::string::npos; at = stem.find(words, at + 1)) {
    if (!endsLongerName(stem, at, words.size())) return Span{at, words.size()};
  }
  return std::nullopt;
}

std::optional<GivenAway> byOptions(const ItemText& text, const ChoiceKey& key, int least) {
  std::optional<GivenAway> given;
  for (std::size_t position = 0; position < text.options.size(); ++position) {
    const std::string& words = text.options[position];
    const auto where = standsIn(text.stem, words, least);
    if (!where) continue;
    const bool right = std::ranges::find(key.options, static_cast<int>(position)) != key.options.end();
    if (!right) return std::nullopt;
    if (!given) given = GivenAway{words, *where};
  }
  return given;
}

std::optional<GivenAway> byAnswers(const std::string& stem, const FillInKey& key, int least) {
  for (const auto& answers : key.blanks) {
    for (const std::string& answer : answers) {
      if (const auto where = standsIn(stem, answer, least)) return GivenAway{answer, *where};
    }
  }
  return std::nullopt;
}

}  // namespace

void KeyInStem::examine(const TheoryItem& item, const Facts& facts, FindingSink& sink) {
  const auto least = settings().count("min-length", item.level);
  if (!least) return;
  const ItemText& text = textOf(item, facts);
  const std::string& stem = text.stem;
  std::optional<GivenAway> given;
  if (const auto* choice = std::get_if<ChoiceKey>(&item.key); choice != nullptr && hasOptions(item.type)) {
    given = byOptions(text, *choice, *least);
  } else if (const auto* fillIn = std::get_if<FillInKey>(&item.key)) {
    given = byAnswers(stem, *fillIn, *least);
  }
  if (!given) return;
  Finding finding = findingOn(item, "stem");
  finding.subject.range = rangeOf(stem, given->where);
  finding.measured = given->words;
  finding.judged = stem + '\n' + given->words;
  finding.message = say("{item}的题干里就有答案“{words}”（{clause}）。", "item"_a = itemName(item),
                        "words"_a = excerpt(given->words), "clause"_a = clause(item.level));
  finding.advice = say("改写题干，使它不含答案的原词。");
  report(sink, std::move(finding));
}

}  // namespace tiku::validators
