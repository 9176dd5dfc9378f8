#include "validators/language/terms/slip.h"

#include <algorithm>
#include <vector>

#include "validators/language/breaks.h"
#include "validators/language/characters.h"
#include "validators/language/data/language_data.h"

namespace tiku::validators::language {
namespace {

/// Characters that tell one term from another, whatever they look or sound like.
bool isContrast(char32_t c) {
  static constexpr std::u32string_view kContrasts =
      U"一二两三四五六七八九十百千万单双多半上下左右前后内外正负正反主从大小高低长短轻重粗细软硬冷热干湿快慢"
      U"先后初中"
      U"早晚新旧前后进出入开关直交横竖纵串并异同阴阳定转动静甲乙丙丁全不非无有未子母公";
  return kContrasts.find(c) != std::u32string_view::npos || !isHan(c);
}

/// Whether the character at `at` is part of a word of two or more characters as ICU breaks the surroundings.
bool isInWord(std::u32string_view text, std::size_t at) {
  const std::size_t from = at < 12 ? 0 : at - 12;
  const std::u32string_view around = text.substr(from, 25);
  return std::ranges::any_of(wordsOf(around, nullptr), [&](const Word& word) {
    return word.length >= 2 && word.from <= at - from && at - from < word.end();
  });
}

bool isMistaken(char32_t right, char32_t written) {
  if (isContrast(right) || isContrast(written)) return false;
  return LanguageData::get().alike(right, written) || soundAlike(right, written);
}

int singles(std::u32string_view text) {
  const std::vector<Word> words = wordsOf(text, nullptr);
  return static_cast<int>(std::ranges::count_if(words, [](const Word& word) { return word.length == 1; }));
}

bool isWrittenOver(std::u32string_view term, std::u32string_view text, std::size_t from) {
  const std::u32string_view written = text.substr(from, term.size());
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < term.size(); ++i) {
    if (term[i] != written[i]) places.push_back(i);
  }
  if (places.size() == 2 && places[1] == places[0] + 1 && term[places[0]] == written[places[1]] &&
      term[places[1]] == written[places[0]]) {
    return !isContrast(term[places[0]]) && !isContrast(term[places[1]]) && singles(written) > singles(term);
  }
  return std::ranges::all_of(
      places, [&](std::size_t i) { return isMistaken(term[i], written[i]) && !isInWord(text, from + i); });
}

bool isLeftOut(std::u32string_view term, std::u32string_view written) {
  if (term.size() < 5 || term.front() != written.front() || term.back() != written.back()) return false;
  std::size_t i = 0;
  while (i < written.size() && term[i] == written[i]) ++i;
  if (term.substr(i + 1) != written.substr(i)) return false;
  return singles(written) > singles(term);
}

bool isWrittenTwice(std::u32string_view term, std::u32string_view written) {
  std::size_t i = 0;
  while (i < term.size() && term[i] == written[i]) ++i;
  return i > 0 && written.substr(i + 1) == term.substr(i) && written[i] == written[i - 1];
}

}  // namespace

bool isSlipOfPen(std::u32string_view term, std::u32string_view text, std::size_t from, std::size_t length) {
  const std::u32string_view written = text.substr(from, length);
  if (length == term.size()) return isWrittenOver(term, text, from);
  if (length + 1 == term.size()) return isLeftOut(term, written);
  return length == term.size() + 1 && isWrittenTwice(term, written);
}

}  // namespace tiku::validators::language
