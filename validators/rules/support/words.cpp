#include "validators/rules/support/words.h"

#include <algorithm>
#include <array>

namespace tiku::validators {
namespace {

constexpr std::string_view kWideSpace = "　";
constexpr std::string_view kNoBreakSpace = "\u00A0";

/// Length of the space at `at`; 0 when there is none.
std::size_t spaceLength(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.empty()) return 0;
  if (rest.front() == ' ' || rest.front() == '\t') return 1;
  if (rest.starts_with(kWideSpace)) return kWideSpace.size();
  return rest.starts_with(kNoBreakSpace) ? kNoBreakSpace.size() : 0;
}

/// Length of any of the marks at `at`; 0 when there is none.
template <std::size_t N>
std::size_t markLength(std::string_view text, std::size_t at, const std::array<std::string_view, N>& marks) {
  const std::string_view rest = text.substr(at);
  for (const std::string_view mark : marks) {
    if (rest.starts_with(mark)) return mark.size();
  }
  return 0;
}

constexpr std::array<std::string_view, 2> kOpening{"(", "（"};
constexpr std::array<std::string_view, 2> kClosing{")", "）"};
constexpr std::array<std::string_view, 12> kClauseMarks{"，", "。", "；", "！", "？", "：",
                                                        ",",  ";",  "!",  "?",  ":",  "\n"};

bool isNameCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Whether the half-width brackets that begin at `at` are those of a call: "main()".
bool isCall(std::string_view text, std::size_t at) {
  if (at == 0 || text[at] != '(' || !(isNameCharacter(text[at - 1]) || text[at - 1] == '_')) return false;
  const bool empty = at + 1 < text.size() && text[at + 1] == ')';
  return empty || text.find('{') != std::string_view::npos;
}

/// Whether the run of underscores belongs to a name: "__init__", "max__size". A unit may follow a blank,
/// "__V".
bool isInName(std::string_view text, Span run) {
  if (run.length != 2) return false;
  std::size_t before = run.from;
  while (before > 0 && isNameCharacter(text[before - 1])) --before;
  std::size_t after = run.end();
  while (after < text.size() && isNameCharacter(text[after])) ++after;
  const bool opens = after > run.end() && text.substr(after).starts_with("__");
  const bool closes = before < run.from && text.substr(0, before).ends_with("__");
  return opens || closes || (before < run.from && after > run.end());
}

/// Visits every piece with the bytes that it takes in RichText::str(); `at` is where the text begins.
template <typename Visit>
std::size_t forEachPiece(const formats::RichText& text, std::size_t at, const Visit& visit) {
  using namespace formats;
  for (const RichText::Block& block : text.blocks()) {
    if (&block != &text.blocks().front()) ++at;
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      for (const Inline& piece : paragraph->pieces) {
        const std::size_t length = RichText({Paragraph{{piece}}}).str().size();
        visit(piece, Span{at, length});
        at += length;
      }
      continue;
    }
    const auto& rows = std::get<TextTable>(block).rows;
    for (const auto& row : rows) {
      if (&row != &rows.front()) ++at;
      for (const RichText& cell : row) {
        if (&cell != &row.front()) ++at;
        at = forEachPiece(cell, at, visit);
      }
    }
  }
  return at;
}

}  // namespace

std::size_t characterLength(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return std::min(length, text.size() - at);
}

std::optional<Span> firstOf(std::string_view text, std::span<const std::string_view> words) {
  std::optional<Span> first;
  for (const std::string_view word : words) {
    const std::size_t at = text.find(word);
    if (at != text.npos && (!first || at < first->from)) first = Span{at, word.size()};
  }
  return first;
}

TextRange rangeOf(std::string_view text, Span span) {
  return {characterCount(text.substr(0, span.from)), characterCount(text.substr(span.from, span.length))};
}

namespace {

/// Whether the brackets may be those of a call written with a space, "bind( )": so it is when the text has
/// another place for the answer.
bool mayBeCall(std::string_view text, Span brackets) {
  const auto isLower = [&](std::size_t at) { return text[at] >= 'a' && text[at] <= 'z'; };
  return text[brackets.from] == '(' && brackets.from >= 2 && isLower(brackets.from - 1) &&
         isLower(brackets.from - 2);
}

}  // namespace

std::vector<Span> blanksIn(std::string_view text) {
  std::vector<Span> blanks;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    // No blank begins with any other byte.
    if (text[at] != '_' && text[at] != '(' && text[at] != '\xEF') {
      ++at;
      continue;
    }
    if (text[at] == '_') {
      while (end < text.size() && text[end] == '_') ++end;
      if (end - at >= 2 && !isInName(text, {at, end - at})) blanks.push_back({at, end - at});
      at = end;
      continue;
    }
    end += markLength(text, at, kOpening);
    if (end == at) {
      ++at;
      continue;
    }
    const std::size_t inside = end;
    while (const std::size_t space = spaceLength(text, end)) end += space;
    const std::size_t closing = markLength(text, end, kClosing);
    if (closing > 0 && !isCall(text, at)) {
      blanks.push_back({at, end + closing - at});
      at = end + closing;
    } else {
      at = inside;
    }
  }
  const auto isCallLike = [text](const Span& blank) { return mayBeCall(text, blank); };
  if (!std::ranges::all_of(blanks, isCallLike)) std::erase_if(blanks, isCallLike);
  return blanks;
}

Span clauseAround(std::string_view text, std::size_t position) {
  Span clause{0, text.size()};
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] >= '\xE4' && text[at] <= '\xE9') {  // A Han character.
      at += 3;
      continue;
    }
    const std::size_t mark = markLength(text, at, kClauseMarks);
    if (mark == 0) {
      ++at;
      continue;
    }
    if (at >= position) {
      clause.length = at - clause.from;
      return clause;
    }
    at += mark;
    clause.from = at;
  }
  clause.length = text.size() - clause.from;
  return clause;
}

bool isEmphasised(const formats::RichText& text, Span span) {
  bool emphasised = false;
  forEachPiece(text, 0, [&](const formats::Inline& piece, Span where) {
    emphasised |=
        piece.kind == formats::Inline::Kind::kEmphasis && where.from < span.end() && span.from < where.end();
  });
  return emphasised;
}

bool isBlankPiece(const formats::RichText& text, Span span) {
  bool blank = false;
  forEachPiece(text, 0, [&](const formats::Inline& piece, Span where) {
    blank |= piece.kind == formats::Inline::Kind::kBlank && where == span;
  });
  return blank;
}

bool hasCode(std::string_view text) {
  static constexpr std::array<std::string_view, 9> kSigns{"{",   ");",      "</",      "/>",          "<%",
                                                          "=\"", "SELECT ", "CREATE ", "create table"};
  return std::ranges::any_of(kSigns, [text](std::string_view sign) { return text.find(sign) != text.npos; });
}

int halfWidths(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = characterLength(text, at);
    width += length >= 3 ? 2 : 1;
    at += length;
  }
  return width;
}

}  // namespace tiku::validators
