#include "formats/base/fold.h"

#include <optional>
#include <stdexcept>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace tiku::formats {
namespace {

constexpr UChar32 kMinus = 0x2212;

bool isSpace(UChar32 c) {
  const int8_t type = u_charType(c);
  return u_isUWhiteSpace(c) || type == U_CONTROL_CHAR || type == U_FORMAT_CHAR;
}

bool isPunctuation(UChar32 c) {
  return (U_GET_GC_MASK(c) & U_GC_P_MASK) != 0;
}

/// Punctuation by Unicode's table that is a unit, an operator or a name's part in a technical text: 50 %, C#,
/// km/h, 3*4, 5′.
bool carriesMeaning(UChar32 c) {
  switch (c) {
    case '%':
    case 0x2030:  // ‰
    case '#':
    case '&':
    case '@':
    case '*':
    case '/':
    case '\\':
    case 0x2032:  // ′
      return true;
    default:
      return false;
  }
}

enum class Case { kFold, kKeep };

/// What NFKC, with case folding or without, makes of the characters that nearly every item consists of; 0 for
/// any other.
char32_t foldedCommon(char32_t c, Case letters) {
  if (c >= 0x4E00 && c <= 0x9FFF) return c;
  if (c < 0x80) return letters == Case::kFold && c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  if (c >= 0xFF01 && c <= 0xFF5E) return foldedCommon(c - 0xFEE0, letters);  // Full-width ASCII.
  switch (c) {
    case 0x3000:  // Full-width space
      return ' ';
    case 0x3001:  // 、
    case 0x3002:  // 。
    case 0x300A:  // 《
    case 0x300B:  // 》
    case 0x201C:  // “
    case 0x201D:  // ”
      return c;
    default:
      return 0;
  }
}

/// The text in NFKC when it has none but common characters: ICU's general way costs ten times as
/// much, and every item of a bank is folded.
std::optional<std::u32string> foldedQuickly(std::string_view text, Case letters) {
  std::u32string folded;
  folded.reserve(text.size() / 2);
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    char32_t c = lead;
    if (lead >= 0x80) {
      if (lead < 0xE0 || lead > 0xEF || text.size() - at < 3) return std::nullopt;
      const auto second = static_cast<unsigned char>(text[at + 1]);
      const auto third = static_cast<unsigned char>(text[at + 2]);
      if ((second & 0xC0U) != 0x80 || (third & 0xC0U) != 0x80) return std::nullopt;
      c = (lead & 0x0FU) << 12U | (second & 0x3FU) << 6U | (third & 0x3FU);
      if (c < 0x800) return std::nullopt;  // A longer form than needed: no valid UTF-8.
    }
    const char32_t made = foldedCommon(c, letters);
    if (made == 0) return std::nullopt;
    folded.push_back(made);
    at += lead < 0x80 ? 1 : 3;
  }
  return folded;
}

std::u32string foldedByIcu(std::string_view text, Case letters) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = letters == Case::kFold
                                           ? icu::Normalizer2::getNFKCCasefoldInstance(status)
                                           : icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no NFKC data");
  const icu::UnicodeString folded = normalizer->normalize(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}), status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU could not normalise a text");
  std::u32string characters;
  for (int32_t at = 0; at < folded.length(); at = folded.moveIndex32(at, 1)) {
    characters.push_back(static_cast<char32_t>(folded.char32At(at)));
  }
  return characters;
}

std::u32string normalised(std::string_view text, Case letters) {
  std::optional<std::u32string> quick = foldedQuickly(text, letters);
  return quick ? *std::move(quick) : foldedByIcu(text, letters);
}

bool isHan(char32_t c) {
  return c >= 0x4E00 && c <= 0x9FFF;
}

/// The next character that is not white space, or 0.
UChar32 nextSolid(const std::u32string& text, std::size_t from) {
  for (; from < text.size(); ++from) {
    if (isHan(text[from]) || !isSpace(static_cast<UChar32>(text[from])))
      return static_cast<UChar32>(text[from]);
  }
  return 0;
}

/// Whether the character is one of the words, by itself and what stands on both sides of it.
bool isWord(UChar32 c, UChar32 before, UChar32 after) {
  if (c == '.' || c == ',' || c == ':' || c == '-') {
    return belongsToNumber(static_cast<char32_t>(c), static_cast<char32_t>(before),
                           static_cast<char32_t>(after));
  }
  return !isFoldedAway(static_cast<char32_t>(c));
}

void append(std::string& words, UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  words.append(bytes, static_cast<std::size_t>(length));
}

}  // namespace

bool isFoldedAway(char32_t character) {
  const auto c = static_cast<UChar32>(character);
  return isSpace(c) || (isPunctuation(c) && !carriesMeaning(c));
}

bool belongsToNumber(char32_t mark, char32_t before, char32_t after) {
  const auto left = static_cast<UChar32>(before);
  if (u_isdigit(static_cast<UChar32>(after)) == 0) return false;
  if (mark != U'-') return u_isdigit(left) != 0;
  return u_isalnum(left) == 0 || u_hasBinaryProperty(left, UCHAR_IDEOGRAPHIC);
}

std::string foldWords(std::string_view text) {
  const std::u32string folded = normalised(text, Case::kFold);

  std::string words;
  std::string solid;
  words.reserve(text.size());
  UChar32 before = 0;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    auto c = static_cast<UChar32>(folded[at]);
    const bool han = isHan(folded[at]);
    if (!han && isSpace(c)) continue;
    if (words.empty()) append(solid, c);
    const bool keep = han || isWord(c == kMinus ? '-' : c, before, nextSolid(folded, at + 1));
    if (keep) append(words, c == kMinus ? '-' : c);
    before = c;
  }
  return words.empty() ? solid : words;
}

std::string foldWidths(std::string_view text) {
  const std::u32string folded = normalised(text, Case::kKeep);
  const auto isDigit = [](UChar32 c) { return c >= '0' && c <= '9'; };
  const auto isLetter = [](UChar32 c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  std::string words;
  words.reserve(text.size());
  UChar32 before = 0;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    const auto c = static_cast<UChar32>(folded[at]);
    if (isHan(folded[at]) || !isSpace(c)) {
      append(words, c);
      before = c;
      continue;
    }
    const UChar32 after = nextSolid(folded, at + 1);
    const bool tellsApart =
        (isLetter(before) && (isLetter(after) || isDigit(after))) || (isDigit(before) && isDigit(after));
    if (tellsApart) append(words, ' ');
    if (tellsApart) before = ' ';
  }
  return words;
}

}  // namespace tiku::formats
