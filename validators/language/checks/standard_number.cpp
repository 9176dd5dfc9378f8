#include "validators/language/checks/standard_number.h"

#include "validators/language/characters.h"

namespace tiku::validators::language {
namespace {

bool isUpper(char32_t c) {
  return c >= U'A' && c <= U'Z';
}

bool isDash(char32_t c) {
  return c == U'-' || c == U'—' || c == U'–' || c == U'－' || c == U'‐' || c == U'−' || c == U'―';
}

void skipSpaces(std::u32string_view text, std::size_t& at) {
  while (isSpace(charAt(text, at))) ++at;
}

/// The year after the dash at `at`, two digits read as of the twentieth century; moves `at` behind it.
std::string takeYear(std::u32string_view text, std::size_t& at) {
  std::size_t from = at;
  skipSpaces(text, from);
  if (!isDash(charAt(text, from))) return {};
  while (isDash(charAt(text, from))) ++from;
  skipSpaces(text, from);
  std::size_t end = from;
  while (isDigit(charAt(text, end))) ++end;
  const std::string digits = encode(text.substr(from, end - from));
  if (digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"))) {
    at = end;
    return digits;
  }
  if (digits.size() == 2 && digits >= "50") {
    at = end;
    return "19" + digits;
  }
  return {};
}

}  // namespace

std::optional<StandardNumber> standardAt(std::u32string_view text, std::size_t at) {
  const char32_t before = charBefore(text, at);
  if (!isUpper(charAt(text, at)) || isAsciiLetter(before) || isDigit(before)) return std::nullopt;
  std::size_t end = at;
  while (isUpper(charAt(text, end))) ++end;
  if (end - at < 2 || end - at > 4) return std::nullopt;
  StandardNumber found;
  found.bare = encode(text.substr(at, end - at));
  if (charAt(text, end) == U'/' && (charAt(text, end + 1) == U'T' || charAt(text, end + 1) == U'Z')) end += 2;
  skipSpaces(text, end);
  const std::size_t digits = end;
  while (isDigit(charAt(text, end))) ++end;
  if (end == digits || end - digits > 6) return std::nullopt;
  while (charAt(text, end) == U'.' && isDigit(charAt(text, end + 1))) {
    ++end;
    while (isDigit(charAt(text, end))) ++end;
  }
  found.bare += " " + encode(text.substr(digits, end - digits));
  found.year = takeYear(text, end);
  found.length = end - at;
  return found;
}

std::string bareNumber(const std::string& number) {
  const std::u32string text = decode(number);
  const auto found = standardAt(text, 0);
  return found && found->length == text.size() && found->year.empty() ? found->bare : std::string();
}

}  // namespace tiku::validators::language
