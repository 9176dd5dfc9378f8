#include "validators/language/source_code.h"

#include <algorithm>
#include <array>
#include <vector>

#include "validators/language/characters.h"

namespace tiku::validators::language {
namespace {

struct Line {
  std::size_t from = 0;
  std::size_t length = 0;
};

std::vector<Line> linesOf(std::u32string_view text) {
  std::vector<Line> lines;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find(U'\n', from), text.size());
    lines.push_back({from, end - from});
    from = end + 1;
  }
  return lines;
}

/// The marks that close a quotation which the mark opens, of whatever shape: ’NULL’ is pasted as well as
/// 'NULL'.
std::u32string_view closersOf(char32_t mark) {
  if (mark == U'"' || mark == U'“' || mark == U'”') return U"\"“”";
  if (mark == U'\'' || mark == U'‘' || mark == U'’') return U"'‘’";
  return {};
}

/// The line without what stands between quotation marks.
std::u32string unquoted(std::u32string_view line) {
  std::u32string rest;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (const std::u32string_view closers = closersOf(line[at]); !closers.empty()) {
      const std::size_t end = line.find_first_of(closers, at + 1);
      if (end != std::u32string_view::npos) {
        at = end;
        continue;
      }
    }
    rest.push_back(line[at]);
  }
  return rest;
}

std::u32string_view trimmed(std::u32string_view line) {
  while (!line.empty() && isSpace(line.front())) line.remove_prefix(1);
  while (!line.empty() && isSpace(line.back())) line.remove_suffix(1);
  return line;
}

bool beginsWithSql(std::u32string_view line) {
  static constexpr std::array<std::u32string_view, 14> kWords{
      U"select", U"insert", U"update", U"delete", U"create",  U"alter",    U"drop",
      U"from",   U"where",  U"begin",  U"commit", U"declare", U"rollback", U"grant"};
  std::u32string first;
  for (std::size_t at = 0; at < line.size() && isAsciiLetter(line[at]); ++at) {
    const char32_t c = line[at];
    first.push_back(isLower(c) ? c : c - U'A' + U'a');
  }
  return std::ranges::find(kWords, first) != kWords.end();
}

/// Whether a bracket stands right behind a letter, as that of a call does.
bool hasCall(std::u32string_view line) {
  for (std::size_t at = line.find(U'('); at != line.npos; at = line.find(U'(', at + 1)) {
    if (at > 0 && (isAsciiLetter(line[at - 1]) || isDigit(line[at - 1]))) return true;
  }
  return false;
}

/// `line` is free of Han characters.
bool looksLikeCode(std::u32string_view line) {
  line = trimmed(line);
  if (!std::ranges::any_of(line, isAsciiLetter)) return false;
  const char32_t last = line.back();
  if (last == U';' || last == U'；' || last == U'{' || last == U'}') return true;
  if (line.find_first_of(U"={") != line.npos || line.find(U"</") != line.npos) return true;
  return line.front() == U'<' || hasCall(line) || beginsWithSql(line);
}

}  // namespace

std::u32string withoutCode(std::u32string_view text) {
  std::u32string prose(text);
  const std::vector<Line> lines = linesOf(text);
  if (lines.size() < 2) return prose;  // A text of one line is an option or a sentence: a name, a formula.
  std::vector<Line> foreign;
  bool code = false;
  for (const Line& line : lines) {
    const std::u32string words = unquoted(text.substr(line.from, line.length));
    if (std::ranges::any_of(words, isHan)) continue;
    foreign.push_back(line);
    code = code || looksLikeCode(words);
  }
  if (!code) return prose;
  for (const Line& line : foreign)
    std::fill_n(prose.begin() + static_cast<std::ptrdiff_t>(line.from), line.length, kOpaque);
  return prose;
}

}  // namespace tiku::validators::language
