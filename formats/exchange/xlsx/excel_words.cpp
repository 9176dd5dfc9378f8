#include "formats/exchange/xlsx/excel_words.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "formats/base/say.h"

namespace tiku::formats::excel {
namespace {

constexpr std::size_t kMaxHeaderCharacters = 200;  // Excel allows 255 for all three parts with their codes.

std::string cut(const std::string& text, std::size_t characters) {
  icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
  if (units.length() > static_cast<int>(characters)) {
    units.truncate(units.getChar32Start(static_cast<int>(characters)));
  }
  std::string out;
  units.toUTF8String(out);
  return out;
}

double displayWidth(const icu::UnicodeString& text) {
  double width = 0;
  for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const int form = u_getIntPropertyValue(text.char32At(i), UCHAR_EAST_ASIAN_WIDTH);
    width += form == U_EA_WIDE || form == U_EA_FULLWIDTH || form == U_EA_AMBIGUOUS ? 2 : 1;
  }
  return width;
}

}  // namespace

std::string sheetName(std::string name, std::set<std::string>& taken) {
  for (char& c : name) {
    if (std::string_view("[]:*?/\\'").find(c) != std::string_view::npos || static_cast<unsigned char>(c) < 32)
      c = '_';
  }
  if (name.empty()) name = say("表");
  std::string unique = cut(name, 31);
  for (int n = 2; !taken.insert(unique).second; ++n) unique = cut(name, 26) + "(" + std::to_string(n) + ")";
  return unique;
}

std::string headerText(const std::string& text) {
  std::string escaped;
  for (const char c : cut(text, kMaxHeaderCharacters))
    escaped += c == '&' ? std::string("&&") : std::string(1, c);
  return escaped;
}

std::string cellText(const std::string& text) {
  constexpr std::size_t kForm = 7;
  std::string escaped;
  std::size_t from = 0;
  for (std::size_t at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
    const bool form = at + kForm <= text.size() && text[at + kForm - 1] == '_' &&
                      text.find_first_not_of("0123456789abcdefABCDEF", at + 2) == at + kForm - 1;
    if (!form) continue;
    escaped.append(text, from, at - from).append("_x005F_");
    from = at + 1;  // The form's own "x0041_" follows.
  }
  return escaped.append(text, from);
}

int linesOf(const std::string& text, double width) {
  const double usable = std::max(width - 1, 2.0);
  int lines = 0;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const icu::UnicodeString line =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data() + begin, static_cast<int>(end - begin)));
    lines += std::max(1, static_cast<int>(std::ceil(displayWidth(line) / usable)));
    begin = end + 1;
  }
  return lines;
}

}  // namespace tiku::formats::excel
