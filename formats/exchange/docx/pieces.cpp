#include "formats/exchange/docx/pieces.h"

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace tiku::formats {
namespace {

constexpr int kTabWidth = 4;
constexpr int kShortestLine = 2;  // One underlined space alone is an accident.

/// Width in half-width characters of a text of white space alone; 0 for any other text.
int spaceWidth(std::string_view text) {
  int width = 0;
  const auto length = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), at, length, c);
    if (c < 0 || !u_isUWhiteSpace(c)) return 0;
    width += c == '\t' ? kTabWidth : c == 0x3000 ? 2 : 1;
  }
  return width;
}

bool hasWord(std::string_view text) {
  const auto length = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), at, length, c);
    if (c >= 0 && u_isalnum(c) != 0) return true;
  }
  return false;
}

Inline::Kind kindOf(const RunLook& look) {
  if (look.vertical == "subscript") return Inline::Kind::kSubscript;
  if (look.vertical == "superscript") return Inline::Kind::kSuperscript;
  return look.emphasised.value_or(false) ? Inline::Kind::kEmphasis : Inline::Kind::kText;
}

}  // namespace

void Pieces::text(std::string_view words, const RunLook& look) {
  if (words.empty()) return;
  Piece piece;
  piece.content = {kindOf(look), std::string(words), {}};
  piece.bold = look.bold.value_or(false);
  if (look.underlined.value_or(false)) piece.line = spaceWidth(words);
  // A sign or a space alone is not what an author raises or stresses.
  if (piece.content.kind != Inline::Kind::kText && spaceWidth(words) > 0)
    piece.content.kind = Inline::Kind::kText;
  pieces_.push_back(std::move(piece));
}

void Pieces::piece(Inline piece) {
  pieces_.push_back({std::move(piece), false, 0});
}

void Pieces::append(Pieces other) {
  std::ranges::move(other.pieces_, std::back_inserter(pieces_));
}

void Pieces::drawLines() {
  for (std::size_t i = 0; i < pieces_.size();) {
    std::size_t end = i;
    int width = 0;
    while (end < pieces_.size() && pieces_[end].line > 0) width += pieces_[end++].line;
    if (end == i) {
      ++i;
      continue;
    }
    if (width >= kShortestLine) {
      pieces_[i].content = {
          Inline::Kind::kText, std::string(static_cast<std::size_t>(std::max(width, 4)), '_'), {}};
      for (std::size_t rest = i + 1; rest < end; ++rest) pieces_[rest].content.text.clear();
    }
    i = end;
  }
}

void Pieces::settleBold() {
  bool boldWords = false;
  bool plainWords = false;
  for (const Piece& piece : pieces_) {
    if (piece.content.kind != Inline::Kind::kText || !hasWord(piece.content.text)) continue;
    (piece.bold ? boldWords : plainWords) = true;
  }
  if (!boldWords || !plainWords) return;
  for (Piece& piece : pieces_) {
    if (piece.bold && piece.content.kind == Inline::Kind::kText && hasWord(piece.content.text)) {
      piece.content.kind = Inline::Kind::kEmphasis;
    }
  }
}

RichText Pieces::take() && {
  drawLines();
  settleBold();
  Paragraph paragraph;
  for (Piece& piece : pieces_) {
    const Inline::Kind kind = piece.content.kind;
    const bool isWords = kind == Inline::Kind::kText || kind == Inline::Kind::kSubscript ||
                         kind == Inline::Kind::kSuperscript || kind == Inline::Kind::kEmphasis;
    if (isWords && piece.content.text.empty()) continue;
    if (isWords && !paragraph.pieces.empty() && paragraph.pieces.back().kind == kind) {
      paragraph.pieces.back().text += piece.content.text;
    } else {
      paragraph.pieces.push_back(std::move(piece.content));
    }
  }
  std::vector<RichText::Block> blocks;
  blocks.emplace_back(std::move(paragraph));
  return RichText(std::move(blocks));
}

}  // namespace tiku::formats
