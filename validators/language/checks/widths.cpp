#include <utility>
#include <vector>

#include "validators/language/characters.h"
#include "validators/language/checks/checks.h"

namespace tiku::validators::language {
namespace {

/// Of ASCII: ＝ ／ （ as well as letters and digits, but for the marks of Chinese prose.
bool isWide(char32_t c) {
  return c > U'\uFF00' && c < U'\uFF5F' &&
         std::u32string_view(U"，；：？！（）").find(c) == std::u32string_view::npos;
}

/// The full-width form of a half-width mark that Chinese text sets full; 0 for any other character.
char32_t fullWidth(char32_t c) {
  switch (c) {
    case U',':
      return U'，';
    case U';':
      return U'；';
    case U':':
      return U'：';
    case U'?':
      return U'？';
    case U'!':
      return U'！';
    default:
      return 0;
  }
}

/// 0 for no round bracket, 1 for (, 2 for （, -1 for ), -2 for ）.
int bracket(char32_t c) {
  switch (c) {
    case U'(':
      return 1;
    case U'（':
      return 2;
    case U')':
      return -1;
    case U'）':
      return -2;
    default:
      return 0;
  }
}

void findMixedPairs(std::u32string_view text, HitList& hits) {
  std::vector<std::pair<int, std::size_t>> open;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int width = bracket(text[at]);
    if (width > 0) {
      open.emplace_back(width, at);
    } else if (width < 0 && !open.empty()) {
      const auto [opener, from] = open.back();
      open.pop_back();
      if (opener == -width) continue;
      Hit& hit = hits.add(Family::kWidth, from, at + 1 - from);
      hit.fault = Fault::kMixedPair;
      const std::u32string_view inside = text.substr(from + 1, at - from - 1);
      hit.better = encode(U"（" + std::u32string(inside) + U"）");
      hit.certain = inside.find(kOpaque) == std::u32string_view::npos;
      if (!hit.certain) hit.better.clear();
    }
  }
}

void findHalfMarks(std::u32string_view text, HitList& hits) {
  for (std::size_t at = 1; at < text.size(); ++at) {
    const char32_t full = fullWidth(text[at]);
    if (full == 0 || !isHan(text[at - 1])) continue;
    const bool last = at + 1 == text.size();
    if (!isHan(charAt(text, at + 1)) && !(last && (full == U'？' || full == U'！'))) continue;
    if (text.find(full) == std::u32string_view::npos)
      continue;  // One width throughout is a style, not a slip.
    Hit& hit = hits.add(Family::kWidth, at, 1);
    hit.fault = Fault::kHalfMark;
    hit.better = encode(std::u32string_view(&full, 1));
    hit.certain = true;
  }
}

void findWideLetters(std::u32string_view text, HitList& hits) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!isWideAlphanumeric(text[at])) continue;
    // A formula is one stretch: Ｉ＝Ｅ／Ｒ. The sign of a range, ～, is full in Chinese text.
    std::size_t last = at;
    std::u32string narrow;
    for (std::size_t end = at; end < text.size() && (isWide(text[end]) || isDigit(text[end])); ++end) {
      narrow += isWide(text[end]) && text[end] != U'～' ? text[end] - 0xFEE0 : text[end];
      if (isWideAlphanumeric(text[end])) last = end;
    }
    const std::size_t length = last + 1 - at;
    Hit& hit = hits.add(Family::kWidth, at, length);
    hit.fault = Fault::kWideLetters;
    hit.better = encode(std::u32string_view(narrow).substr(0, length));
    hit.certain = true;
    at = last;
  }
}

}  // namespace

void findWidths(const Passage& passage, HitList& hits) {
  findMixedPairs(passage.text, hits);
  findHalfMarks(passage.text, hits);
  findWideLetters(passage.text, hits);
}

}  // namespace tiku::validators::language
