#include <algorithm>

#include "validators/language/characters.h"
#include "validators/language/checks/checks.h"

namespace tiku::validators::language {
namespace {

bool isUnitLetter(char32_t c) {
  return isAsciiLetter(c) || c == U'Ω' || c == U'Ω' || c == U'μ' || c == U'µ';
}

bool isHanNumber(char32_t c) {
  return std::u32string_view(U"一二两三四五六七八九十百千万几数半每").find(c) != std::u32string_view::npos;
}

/// Whether what stands before `at` is a number, with spaces between or not.
bool followsNumber(std::u32string_view text, std::size_t at, bool hanToo) {
  std::size_t before = at;
  while (before > 0 && (text[before - 1] == U' ' || text[before - 1] == U'\u00A0')) --before;
  const char32_t c = charBefore(text, before);
  if (hanToo && before == at && isHanNumber(c)) return true;
  if (!isDigit(c)) return false;
  // A digit of a code (V5Kg, GB3Kg) is no number.
  while (before > 0 && (isDigit(text[before - 1]) || text[before - 1] == U'.')) --before;
  return !isAsciiLetter(charBefore(text, before)) && charBefore(text, before) != U'_';
}

/// Whether the symbol at `at` is the second half of "N/MM": a unit before the stroke, a number before that.
bool followsUnit(std::u32string_view text, std::size_t at) {
  if (charBefore(text, at) != U'/' && charBefore(text, at) != U'·') return false;
  std::size_t from = at - 1;
  while (from > 0 && isUnitLetter(text[from - 1])) --from;
  return from < at - 1 && followsNumber(text, from, false);
}

bool standsAlone(std::u32string_view text, std::size_t from, std::size_t end) {
  const auto nothing = [](std::u32string_view rest) {
    return std::ranges::all_of(rest, [](char32_t c) { return isSpace(c) || c == U'。' || c == U'.'; });
  };
  return nothing(text.substr(0, from)) && nothing(text.substr(end));
}

bool isMixed(const WrongWord& word, std::u32string_view text) {
  return std::ranges::any_of(word.notWith, [text](const std::u32string& other) {
    return text.find(other) != std::u32string_view::npos;
  });
}

/// A question on units themselves has wrong ones on purpose.
bool isAboutUnits(std::u32string_view text) {
  for (const std::u32string_view word :
       {U"计量单位", U"单位符号", U"单位制", U"词头", U"换算", U"约等于", U"合多少"}) {
    if (text.find(word) != std::u32string_view::npos) return true;
  }
  return false;
}

void findSymbols(std::u32string_view text, const LanguageData& data, HitList& hits) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!isUnitLetter(text[at])) continue;
    std::size_t end = at;
    while (end < text.size() && isUnitLetter(text[end])) ++end;
    const auto entry = data.symbols().find(text.substr(at, end - at));
    const char32_t next = charAt(text, end);
    const bool whole = !isAsciiLetter(charBefore(text, at)) && next != U'_' && next != U'-' && !isDigit(next);
    if (entry != data.symbols().end() && whole && !isMixed(entry->second, text) &&
        (followsNumber(text, at, false) || followsUnit(text, at) ||
         (entry->second.alone && standsAlone(text, at, end)))) {
      Hit& hit = hits.add(Family::kUnits, at, end - at);
      hit.fault = Fault::kUnitCase;
      hit.better = entry->second.right;
      hit.reason = entry->second.reason;
      hit.certain = !standsAlone(text, at, end);
    }
    at = end;
  }
}

}  // namespace

void findUnits(const Passage& passage, const LanguageData& data, HitList& hits) {
  const std::u32string_view text = passage.text;
  if (isAboutUnits(text)) return;
  findSymbols(text, data, hits);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const WordTrie::Match match = data.unitTrie().longestAt(text, at);
    if (match.length == 0) continue;
    const auto length = static_cast<std::size_t>(match.length);
    const WrongWord& unit = data.units()[static_cast<std::size_t>(match.value)];
    const bool isLatin = isAsciiLetter(unit.wrong.front());
    if (!followsNumber(text, at, !isLatin) || isMixed(unit, text) ||
        isExcepted(text, at, length, unit.unless) || (isLatin && isAsciiLetter(charAt(text, at + length)))) {
      continue;
    }
    Hit& hit = hits.add(Family::kUnits, at, length);
    hit.fault = Fault::kOldUnit;
    hit.better = unit.right;
    hit.reason = unit.reason;
    at += length - 1;
  }
}

}  // namespace tiku::validators::language
