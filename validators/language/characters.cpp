#include "validators/language/characters.h"

#include <unicode/utf8.h>

namespace tiku::validators::language {

std::u32string decode(std::string_view utf8) {
  std::u32string characters;
  characters.reserve(utf8.size() / 2);
  const auto length = static_cast<int32_t>(utf8.size());
  for (int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(utf8.data(), at, length, c);
    characters.push_back(static_cast<char32_t>(c));
  }
  return characters;
}

std::string encode(std::u32string_view characters) {
  std::string utf8;
  utf8.reserve(characters.size() * 3);
  for (const char32_t c : characters) {
    char buffer[U8_MAX_LENGTH];
    int32_t length = 0;
    U8_APPEND_UNSAFE(buffer, length, static_cast<UChar32>(c));
    utf8.append(buffer, static_cast<std::size_t>(length));
  }
  return utf8;
}

std::string lowered(std::string_view text) {
  std::string made(text);
  for (char& c : made) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return made;
}

}  // namespace tiku::validators::language
