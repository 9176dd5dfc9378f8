#include "editor/widgets/marked_sides.h"

#include "formats/compare/word_diff.h"

namespace tiku::editor {

using formats::DiffPiece;
using Style = StyledWords::Style;

std::pair<std::vector<StyledWords::Piece>, std::vector<StyledWords::Piece>> markedSides(
    const std::string& before, const std::string& after) {
  std::pair<std::vector<StyledWords::Piece>, std::vector<StyledWords::Piece>> sides;
  for (const DiffPiece& piece : formats::wordDiff(before, after)) {
    switch (piece.kind) {
      case DiffPiece::Kind::kSame:
        sides.first.push_back({piece.text, Style::kPlain});
        sides.second.push_back({piece.text, Style::kPlain});
        break;
      case DiffPiece::Kind::kRemoved:
        sides.first.push_back({piece.text, Style::kRemoved});
        break;
      case DiffPiece::Kind::kAdded:
        sides.second.push_back({piece.text, Style::kAdded});
        break;
    }
  }
  return sides;
}

std::vector<StyledWords::Piece> markedAgainst(const std::string& text, const std::string& other) {
  std::vector<StyledWords::Piece> pieces;
  for (const DiffPiece& piece : formats::wordDiff(other, text)) {
    if (piece.kind == DiffPiece::Kind::kSame) pieces.push_back({piece.text, Style::kPlain});
    if (piece.kind == DiffPiece::Kind::kAdded) pieces.push_back({piece.text, Style::kMeant});
  }
  return pieces;
}

}  // namespace tiku::editor
