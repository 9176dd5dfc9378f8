#include <optional>

#include "validators/language/characters.h"
#include "validators/language/checks/checks.h"

namespace tiku::validators::language {
namespace {

/// The end of the number that begins at `at`: digits with a decimal point; `at` when none does.
std::size_t numberEnd(std::u32string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && isDigit(text[end])) ++end;
  if (end > at && charAt(text, end) == U'.' && isDigit(charAt(text, end + 1))) {
    ++end;
    while (end < text.size() && isDigit(text[end])) ++end;
  }
  return end;
}

bool isRangeSign(char32_t c) {
  return c == U'~' || c == U'～' || c == U'—' || c == U'–' || c == U'－' || c == U'-' || c == U'∼';
}

/// Whether the text reckons.
bool isReckoned(std::u32string_view text) {
  return text.find_first_of(U"=＝×÷*+√(") != std::u32string_view::npos;
}

/// 万 and 亿 as multipliers, not as in 万用表, 万分之, 万能.
bool isMultiplier(std::u32string_view text, std::size_t at) {
  const char32_t c = charAt(text, at);
  if (c == U'亿') return true;
  return c == U'万' && std::u32string_view(U"用分能向元级物").find(charAt(text, at + 1)) ==
                           std::u32string_view::npos
             ? true
             : c == U'万' && charAt(text, at + 1) == U'元';
}

double valueOf(std::u32string_view digits) {
  double value = 0;
  double place = 0;
  for (const char32_t c : digits) {
    if (c == U'.') {
      place = 1;
    } else {
      value = value * 10 + static_cast<double>(c - U'0');
      place *= 10;
    }
  }
  return place == 0 ? value : value / place;
}

/// Bounds of a range: digits, a sign, digits; positions in a text.
struct Range {
  std::size_t from = 0;
  std::size_t firstEnd = 0;
  std::size_t second = 0;
  std::size_t end = 0;
};

/// 5-10mm: the hyphen can be read as minus. Certain are ascending bounds with a unit behind them.
void findHyphen(std::u32string_view text, const Range& range, const LanguageData& data, HitList& hits) {
  const std::u32string_view first = text.substr(range.from, range.firstEnd - range.from);
  const std::u32string_view second = text.substr(range.second, range.end - range.second);
  if (valueOf(first) >= valueOf(second)) return;
  std::size_t unit = range.end;
  if (charAt(text, unit) == U' ') ++unit;
  const auto length = static_cast<std::size_t>(data.rangeTrie().longestAt(text, unit).length);
  if (length == 0) return;
  const bool isLatin = isAsciiLetter(text[unit + length - 1]);
  const char32_t next = charAt(text, unit + length);
  if (isLatin && (isAsciiLetter(next) || isDigit(next) || next == U'-' || next == U'_')) return;
  Hit& hit = hits.add(Family::kNumbers, range.from, range.end - range.from);
  hit.fault = Fault::kHyphenRange;
  hit.better = encode(first) + "～" + encode(second);
  hit.certain = true;
}

}  // namespace

void findNumbers(const Passage& passage, const LanguageData& data, HitList& hits) {
  const std::u32string_view text = passage.text;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!isDigit(text[at])) continue;
    const std::size_t from = at;
    const std::size_t firstEnd = numberEnd(text, at);
    at = firstEnd - 1;
    const char32_t before = charBefore(text, from);
    // Part of a code, a date or a chain of numbers is no bound of a range.
    if (isAsciiLetter(before) || isRangeSign(before) || before == U'.' || before == U'/' || before == U':')
      continue;
    const char32_t sign = charAt(text, firstEnd);
    if (!isRangeSign(sign)) continue;
    // A hyphen can be a minus: 9400×(1-20%).
    if (sign == U'-' && isReckoned(text)) continue;
    const std::size_t second = firstEnd + 1;
    const std::size_t end = numberEnd(text, second);
    if (end == second) continue;
    at = end - 1;
    const char32_t suffix = charAt(text, end);
    if (suffix != U'%' && suffix != U'％' && !isMultiplier(text, end)) {
      if (sign == U'-') findHyphen(text, {from, firstEnd, second, end}, data, hits);
      continue;
    }
    Hit& hit = hits.add(Family::kNumbers, from, end + 1 - from);
    hit.fault = Fault::kSharedSuffix;
    hit.better = encode(std::u32string(text.substr(from, firstEnd - from)) + suffix + sign +
                        std::u32string(text.substr(second, end + 1 - second)));
    hit.certain = sign == U'~' || sign == U'～';
  }
}

}  // namespace tiku::validators::language
