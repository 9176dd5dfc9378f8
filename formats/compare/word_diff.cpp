#include "formats/compare/word_diff.h"

#include <algorithm>
#include <cstdint>

#include "formats/base/utf8.h"

namespace tiku::formats {
namespace {

using Words = std::vector<std::string_view>;

bool isLetter(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

Words wordsOf(std::string_view text) {
  Words words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    if (isLetter(text[at])) {
      while (end < text.size() && isLetter(text[end])) ++end;
    } else {
      while (end < text.size() && !beginsCharacter(text[end])) ++end;
    }
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

class Pieces {
 public:
  void add(DiffPiece::Kind kind, std::string_view text) {
    if (text.empty()) return;
    if (pieces_.empty() || pieces_.back().kind != kind) pieces_.push_back({kind, {}});
    pieces_.back().text += text;
  }
  void add(DiffPiece::Kind kind, const Words& words, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) add(kind, words[i]);
  }
  std::vector<DiffPiece> take() && { return std::move(pieces_); }

 private:
  std::vector<DiffPiece> pieces_;
};

// Longest common subsequence of the middles, by the table of its lengths.
void addMiddle(const Words& a, const Words& b, std::size_t head, std::size_t tail, Pieces& pieces) {
  using Kind = DiffPiece::Kind;
  constexpr std::size_t kMostCells = 4'000'000;
  const std::size_t n = a.size() - head - tail;
  const std::size_t m = b.size() - head - tail;
  if (n == 0 || m == 0 || n > kMostCells / m) {
    pieces.add(Kind::kRemoved, a, head, head + n);
    pieces.add(Kind::kAdded, b, head, head + m);
    return;
  }
  std::vector<std::uint32_t> lengths((n + 1) * (m + 1));
  const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return lengths[i * (m + 1) + j]; };
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t j = m; j-- > 0;) {
      at(i, j) = a[head + i] == b[head + j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    }
  }
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < n && j < m) {
    if (a[head + i] == b[head + j]) {
      pieces.add(Kind::kSame, a[head + i]);
      ++i, ++j;
      continue;
    }
    const std::size_t removedFrom = i;
    const std::size_t addedFrom = j;
    while (i < n && j < m && a[head + i] != b[head + j]) at(i + 1, j) >= at(i, j + 1) ? ++i : ++j;
    pieces.add(Kind::kRemoved, a, head + removedFrom, head + i);
    pieces.add(Kind::kAdded, b, head + addedFrom, head + j);
  }
  pieces.add(Kind::kRemoved, a, head + i, head + n);
  pieces.add(Kind::kAdded, b, head + j, head + m);
}

}  // namespace

std::vector<DiffPiece> wordDiff(std::string_view before, std::string_view after) {
  const Words a = wordsOf(before);
  const Words b = wordsOf(after);
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t head = 0;
  while (head < shorter && a[head] == b[head]) ++head;
  std::size_t tail = 0;
  while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  Pieces pieces;
  pieces.add(DiffPiece::Kind::kSame, a, 0, head);
  addMiddle(a, b, head, tail, pieces);
  pieces.add(DiffPiece::Kind::kSame, a, a.size() - tail, a.size());
  return std::move(pieces).take();
}

}  // namespace tiku::formats
