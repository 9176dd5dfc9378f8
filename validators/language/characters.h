#pragma once

#include <string>
#include <string_view>

/// Text as Unicode characters: what language checks count in, and findings as well.
namespace tiku::validators::language {

/// Stands for a formula, a picture or a blank in a passage: no letter, no punctuation, the end of every word.
inline constexpr char32_t kOpaque = U'\uFFFC';

/// Bytes that are no UTF-8 become U+FFFD.
std::u32string decode(std::string_view utf8);
std::string encode(std::u32string_view characters);

/// ASCII letters in lower case.
std::string lowered(std::string_view text);

constexpr bool isHan(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x3FFFF) ||
         c == 0x3007;
}
constexpr bool isDigit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
constexpr bool isAsciiLetter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}
constexpr bool isLower(char32_t c) {
  return c >= U'a' && c <= U'z';
}
constexpr bool isSpace(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == U'\u3000' || c == U'\u00A0';
}
/// １ Ａ ａ
constexpr bool isWideAlphanumeric(char32_t c) {
  return (c >= U'０' && c <= U'９') || (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ');
}

/// The character at `at`; 0 beyond either end.
constexpr char32_t charAt(std::u32string_view text, std::size_t at) {
  return at < text.size() ? text[at] : U'\0';
}
/// The character before `at`; 0 at the start.
constexpr char32_t charBefore(std::u32string_view text, std::size_t at) {
  return at > 0 && at <= text.size() ? text[at - 1] : U'\0';
}

}  // namespace tiku::validators::language
