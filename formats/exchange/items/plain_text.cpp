#include "formats/exchange/items/plain_text.h"

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace tiku::formats {
namespace {

bool isWords(Inline::Kind kind) {
  return kind == Inline::Kind::kText || kind == Inline::Kind::kSubscript ||
         kind == Inline::Kind::kSuperscript || kind == Inline::Kind::kEmphasis;
}

}  // namespace

char32_t plainChar(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFF01 + U'!';
  if (c == '\t' || c == '\n') return c;
  switch (c) {
    case 0x200B:  // Zero-width space and byte order mark: nothing to see, nothing to keep.
    case 0xFEFF:
    case 0x3164:
      return ' ';
    case 0xFE59:
      return '(';
    case 0xFE5A:
      return ')';
    case 0xFE52:
      return '.';
    case 0xFE55:
      return ':';
    case 0x2236:  // ∶, which some input methods give for a colon.
      return ':';
    case 0x3014:  // 〔 〕
      return '(';
    case 0x3015:
      return ')';
    case 0x3016:  // 〖 〗
      return 0x3010;
    case 0x3017:
      return 0x3011;
    case 0xFF61:  // Half-width 。 and 、
      return 0x3002;
    case 0xFF64:
      return 0x3001;
    case 0xFE4D:  // Low lines in other shapes.
    case 0xFE4E:
    case 0xFE4F:
    case 0x2581:
      return '_';
    default:
      return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0 ? U' ' : c;
  }
}

std::u32string wideText(std::string_view text) {
  std::u32string wide;
  wide.reserve(text.size());
  const auto length = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text.data(), at, length, c);
    wide += static_cast<char32_t>(c);
  }
  return wide;
}

std::u32string plainText(std::string_view text) {
  std::u32string plain = wideText(text);
  std::ranges::transform(plain, plain.begin(), plainChar);
  return plain;
}

std::string utf8(std::u32string_view text) {
  std::string bytes;
  for (const char32_t c : text) {
    char buffer[U8_MAX_LENGTH];
    int length = 0;
    UBool failed = 0;
    U8_APPEND(buffer, length, U8_MAX_LENGTH, static_cast<UChar32>(c), failed);
    if (failed == 0) bytes.append(buffer, static_cast<std::size_t>(length));
  }
  return bytes;
}

bool isBlankChar(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n';
}

bool isDigit(char32_t c) {
  return c >= '0' && c <= '9';
}

bool isLetterLabel(char32_t c) {
  return c >= 'A' && c <= 'J';
}

std::u32string_view trimmed(std::u32string_view text) {
  while (!text.empty() && isBlankChar(text.front())) text.remove_prefix(1);
  while (!text.empty() && isBlankChar(text.back())) text.remove_suffix(1);
  return text;
}

std::u32string withoutBlanks(std::u32string_view text) {
  std::u32string solid;
  std::ranges::copy_if(text, std::back_inserter(solid), [](char32_t c) { return !isBlankChar(c); });
  return solid;
}

std::size_t skipBlanks(std::u32string_view plain, std::size_t at) {
  while (at < plain.size() && isBlankChar(plain[at])) ++at;
  return at;
}

std::size_t behindWords(std::u32string_view plain, std::size_t at, std::u32string_view words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) at = skipBlanks(plain, at);
    if (at >= plain.size() || plain[at] != words[i]) return kNowhere;
    ++at;
  }
  return at;
}

std::optional<int> numberAt(std::u32string_view plain, std::size_t& at) {
  constexpr std::size_t kMostDigits = 4;
  int number = 0;
  std::size_t end = at;
  while (end < plain.size() && isDigit(plain[end]) && end - at <= kMostDigits) {
    number = number * 10 + static_cast<int>(plain[end++] - '0');
  }
  if (end == at || end - at > kMostDigits) return std::nullopt;
  at = end;
  return number;
}

int displayWidth(std::u32string_view text) {
  int width = 0;
  for (const char32_t c : text) {
    const int kind = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
    width += kind == U_EA_WIDE || kind == U_EA_FULLWIDTH || kind == U_EA_AMBIGUOUS ? 2 : 1;
  }
  return width;
}

LineText::LineText(const std::string& label, const Paragraph& paragraph) {
  if (!label.empty()) add({Inline::Kind::kText, label + " ", {}});
  for (const Inline& piece : paragraph.pieces) add(piece);
}

void LineText::add(const Inline& piece) {
  const std::size_t index = pieces_.size();
  pieces_.push_back(piece);
  if (!isWords(piece.kind)) {
    plain_ += piece.kind == Inline::Kind::kLineBreak ? U'\n' : kObject;
    cells_.push_back({index, 0, piece.text.size()});
    return;
  }
  const auto length = static_cast<int32_t>(piece.text.size());
  for (int32_t at = 0; at < length;) {
    const int32_t from = at;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(piece.text.data(), at, length, c);
    plain_ += plainChar(static_cast<char32_t>(c));
    cells_.push_back({index, static_cast<std::size_t>(from), static_cast<std::size_t>(at - from)});
  }
}

void LineText::append(const LineText& other) {
  const std::size_t before = pieces_.size();
  plain_ += other.plain_;
  pieces_.insert(pieces_.end(), other.pieces_.begin(), other.pieces_.end());
  for (Cell cell : other.cells_) {
    cell.piece += before;
    cells_.push_back(cell);
  }
}

Paragraph LineText::slice(std::size_t from, std::size_t to) const {
  to = std::min(to, plain_.size());
  while (from < to && isBlankChar(plain_[from])) ++from;
  while (from < to && isBlankChar(plain_[to - 1])) --to;
  return cut(from, to);
}

Paragraph LineText::cut(std::size_t from, std::size_t to) const {
  Paragraph paragraph;
  std::size_t last = pieces_.size();
  for (std::size_t i = from; i < to; ++i) {
    const Cell& cell = cells_[i];
    const Inline& piece = pieces_[cell.piece];
    if (!isWords(piece.kind)) {
      paragraph.pieces.push_back(piece);
    } else if (last == cell.piece || (last < pieces_.size() && piece.kind == Inline::Kind::kText &&
                                      pieces_[last].kind == Inline::Kind::kText)) {
      paragraph.pieces.back().text.append(piece.text, cell.from, cell.size);
    } else {
      paragraph.pieces.push_back({piece.kind, piece.text.substr(cell.from, cell.size), {}});
    }
    last = cell.piece;
  }
  return paragraph;
}

LineText LineText::part(std::size_t from, std::size_t to) const {
  return {{}, slice(from, to)};
}

std::vector<Paragraph> splitLines(const Paragraph& paragraph) {
  std::vector<Paragraph> lines(1);
  for (const Inline& piece : paragraph.pieces) {
    if (piece.kind == Inline::Kind::kLineBreak) {
      lines.emplace_back();
    } else {
      lines.back().pieces.push_back(piece);
    }
  }
  return lines;
}

}  // namespace tiku::formats
