#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Characters of UTF-8 text by number. Bytes that are no UTF-8 count as parts of the character before them.
namespace tiku::formats {

/// False for the bytes that continue a character.
[[nodiscard]] constexpr bool beginsCharacter(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

[[nodiscard]] constexpr int characterCount(std::string_view text) {
  int count = 0;
  for (const char byte : text) count += beginsCharacter(byte) ? 1 : 0;
  return count;
}

/// Bytes before the character with the number, 0 for the first; those of the whole text for the one after
/// the last. Nullopt beyond it, and for a number below 0.
[[nodiscard]] constexpr std::optional<std::size_t> offsetOfCharacter(std::string_view text, int number) {
  if (number < 0) return std::nullopt;
  std::size_t at = 0;
  for (; number > 0; --number) {
    if (at >= text.size()) return std::nullopt;
    do ++at;
    while (at < text.size() && !beginsCharacter(text[at]));
  }
  return at;
}

/// So many characters, or all where there are fewer.
[[nodiscard]] constexpr std::string_view firstCharacters(std::string_view text, int count) {
  return text.substr(0, offsetOfCharacter(text, count).value_or(text.size()));
}

[[nodiscard]] constexpr std::string_view lastCharacters(std::string_view text, int count) {
  std::size_t at = text.size();
  for (; at > 0 && count > 0; --count) {
    do --at;
    while (at > 0 && !beginsCharacter(text[at]));
  }
  return text.substr(at);
}

/// At most so many bytes, cut between characters and with an ellipsis where something was cut off.
[[nodiscard]] inline std::string shortened(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  std::size_t end = bytes;
  while (end > 0 && !beginsCharacter(text[end])) --end;
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace tiku::formats
