#include "editor/widgets/cell_words.h"

#include <charconv>

namespace tiku::editor {

std::string oneLine(const std::string& words) {
  std::string line;
  for (const char c : words) line += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  const std::size_t from = line.find_first_not_of(' ');
  if (from == std::string::npos) return {};
  return line.substr(from, line.find_last_not_of(' ') - from + 1);
}

std::optional<int> wholeNumber(const std::string& words, int most) {
  int number = 0;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), number);
  const bool whole = error == std::errc() && end == words.data() + words.size();
  return whole && number >= 0 && number <= most ? std::optional(number) : std::nullopt;
}

}  // namespace tiku::editor
