#include "formats/base/fold.h"

#include <stdexcept>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

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

/// The next character that is not white space, or 0.
UChar32 nextSolid(const icu::UnicodeString& text, int32_t from) {
  while (from < text.length()) {
    const UChar32 c = text.char32At(from);
    if (!isSpace(c)) return c;
    from = text.moveIndex32(from, 1);
  }
  return 0;
}

}  // namespace

std::string foldWords(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no NFKC data");
  const icu::UnicodeString folded = normalizer->normalize(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}), status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU could not normalise a text");

  icu::UnicodeString words;
  icu::UnicodeString solid;
  UChar32 before = 0;
  for (int32_t at = 0; at < folded.length(); at = folded.moveIndex32(at, 1)) {
    UChar32 c = folded.char32At(at);
    if (isSpace(c)) continue;
    solid.append(c);
    const UChar32 after = nextSolid(folded, folded.moveIndex32(at, 1));
    bool keep = !isPunctuation(c) || carriesMeaning(c);
    if (c == '.' || c == ',' || c == ':') keep = u_isdigit(before) != 0 && u_isdigit(after) != 0;
    if (c == '-' || c == kMinus) {  // The sign of a number, but not the dash of "A-5" or "1-10".
      keep =
          u_isdigit(after) != 0 && (u_isalnum(before) == 0 || u_hasBinaryProperty(before, UCHAR_IDEOGRAPHIC));
      if (keep) c = '-';
    }
    if (keep) words.append(c);
    before = c;
  }
  std::string result;
  (words.isEmpty() ? solid : words).toUTF8String(result);
  return result;
}

}  // namespace tiku::formats
