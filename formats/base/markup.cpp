#include "formats/base/markup.h"

#include <unicode/utf8.h>

namespace tiku::formats {

std::string escapedMarkup(std::string_view words) {
  std::string out;
  out.reserve(words.size());
  const auto length = static_cast<std::int32_t>(words.size());
  for (std::int32_t at = 0; at < length;) {
    const std::int32_t from = at;
    UChar32 c = 0;
    U8_NEXT(words.data(), at, length, c);
    const bool legal = c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
    if (!legal) {
      out += "\xEF\xBF\xBD";
    } else if (c == '\r') {
      out += "&#13;";  // As it stands, a reader takes it for the end of a line.
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out.append(words.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(at - from)));
    }
  }
  return out;
}

}  // namespace tiku::formats
