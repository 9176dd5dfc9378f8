#include <array>
#include <vector>

#include "validators/language/characters.h"
#include "validators/language/checks/checks.h"

namespace tiku::validators::language {
namespace {

struct Pair {
  char32_t open;
  char32_t close;
};
/// Half and full width count as one pair here; that they differ is the width check's business.
constexpr std::array<Pair, 11> kPairs{{{U'(', U')'},
                                       {U'（', U'）'},
                                       {U'[', U']'},
                                       {U'［', U'］'},
                                       {U'【', U'】'},
                                       {U'〔', U'〕'},
                                       {U'《', U'》'},
                                       {U'「', U'」'},
                                       {U'『', U'』'},
                                       {U'{', U'}'},
                                       {U'“', U'”'}}};

/// One number for the halves of a pair whatever their width: round brackets 0, square ones 1, others by row.
int kindOf(std::size_t row) {
  return row <= 1 ? 0 : row <= 3 ? 1 : static_cast<int>(row);
}

struct Mark {
  int kind = -1;
  bool opens = false;
};
Mark markOf(char32_t c) {
  for (std::size_t row = 0; row < kPairs.size(); ++row) {
    if (kPairs[row].open == c) return {kindOf(row), true};
    if (kPairs[row].close == c) return {kindOf(row), false};
  }
  return {};
}

bool isMark(char32_t c) {
  switch (c) {
    case U'，':
    case U'。':
    case U'；':
    case U'、':
    case U'：':
      return true;
    default:
      return false;
  }
}

/// A closing bracket that ends the label of a list entry: "1）", "a)", "①）", "（1) 2)".
bool isListLabel(std::u32string_view text, std::size_t at) {
  std::size_t from = at;
  while (from > 0 && at - from < 4) {
    const char32_t c = text[from - 1];
    const bool label = isDigit(c) || isAsciiLetter(c) || (c >= U'①' && c <= U'⑳') ||
                       std::u32string_view(U"一二三四五六七八九十").find(c) != std::u32string_view::npos;
    if (!label) break;
    --from;
  }
  return from < at;
}

/// [0,1) and (0,1] are intervals: a bracket of either shape closes the other around numbers.
bool isInterval(std::u32string_view inside) {
  bool comma = false;
  for (const char32_t c : inside) {
    if (c == U',' || c == U'，') {
      comma = true;
    } else if (isHan(c)) {
      return false;
    }
  }
  return comma;
}

void findMarksInRow(std::u32string_view text, HitList& hits) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (!isMark(text[at]) || !isMark(text[at + 1])) continue;
    std::size_t end = at + 2;
    while (end < text.size() && isMark(text[end])) ++end;
    const std::u32string_view run = text.substr(at, end - at);
    const bool same = run.find_first_not_of(run.front()) == std::u32string_view::npos;
    // 。。。 stands for dots, as ，，， does in lists of symbols: what is meant is not certain.
    if (run.size() == 2) {
      Hit& hit = hits.add(Family::kPunctuation, at, run.size());
      hit.fault = Fault::kDoubledMark;
      if (same) hit.better = encode(run.substr(0, 1));
      hit.certain = same;
    }
    at = end - 1;
  }
}

void findMarksAtEnds(const Passage& passage, HitList& hits) {
  const std::u32string_view text = passage.text;
  std::size_t first = 0;
  while (first < text.size() && isSpace(text[first])) ++first;
  std::size_t last = text.size();
  while (last > first && isSpace(text[last - 1])) --last;
  // A text of marks alone is about them: the options of a question on punctuation.
  if (last - first < 2) return;
  if (isMark(text[first]) && !isMark(text[first + 1])) {
    hits.add(Family::kPunctuation, first, 1).fault = Fault::kLeadingMark;
  }
  const char32_t end = text[last - 1];
  if ((end == U'，' || end == U'、') && !isMark(text[last - 2])) {
    hits.add(Family::kPunctuation, last - 1, 1).fault = Fault::kTrailingComma;
  }
}

/// ”…” and “…“: an even number of quotation marks that open and close by turns but for their shape. The first
/// of the wrong shape is told. Whether there was one.
bool findReversedQuote(std::u32string_view text, HitList& hits) {
  std::vector<std::size_t> wrong;
  std::size_t marks = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != U'“' && text[at] != U'”') continue;
    if ((text[at] == U'“') != (marks % 2 == 0)) wrong.push_back(at);
    ++marks;
  }
  if (wrong.empty() || marks % 2 != 0 || wrong.size() * 2 > marks) return false;
  Hit& hit = hits.add(Family::kPunctuation, wrong.front(), 1);
  hit.fault = Fault::kReversedQuote;
  hit.better = text[wrong.front()] == U'“' ? "”" : "“";
  hit.certain = true;
  return true;
}

void findUnpaired(std::u32string_view text, HitList& hits) {
  struct Open {
    int kind;
    std::size_t at;
  };
  std::vector<Open> open;
  const auto unpaired = [&hits](std::size_t at) {
    hits.add(Family::kPunctuation, at, 1).fault = Fault::kUnpaired;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const Mark mark = markOf(text[at]);
    if (mark.kind < 0) continue;
    if (mark.opens) {
      open.push_back({mark.kind, at});
      continue;
    }
    if (!open.empty() && open.back().kind == mark.kind) {
      open.pop_back();
      continue;
    }
    const bool crossed = !open.empty() && open.back().kind + mark.kind == 1;
    if (crossed && isInterval(text.substr(open.back().at + 1, at - open.back().at - 1))) {
      open.pop_back();
      continue;
    }
    if (mark.kind == 0 && isListLabel(text, at)) continue;
    unpaired(at);
    return;  // One fault upsets all that follow.
  }
  if (!open.empty()) unpaired(open.front().at);
}

/// TeX and code that were pasted as text have brackets of their own.
bool isMarkup(std::u32string_view text) {
  return text.find_first_of(U"\\${};") != std::u32string_view::npos;
}

}  // namespace

void findPunctuation(const Passage& passage, HitList& hits) {
  if (isMarkup(passage.text)) return;
  findMarksInRow(passage.text, hits);
  findMarksAtEnds(passage, hits);
  if (!findReversedQuote(passage.text, hits)) findUnpaired(passage.text, hits);
}

}  // namespace tiku::validators::language
