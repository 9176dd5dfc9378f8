#include "formats/model/text.h"

#include <algorithm>

namespace tiku::formats {
namespace {

template <typename Visit>
void forEachPiece(const RichText& text, const Visit& visit) {
  for (const RichText::Block& block : text.blocks()) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      for (const Inline& piece : paragraph->pieces) visit(piece);
    } else {
      for (const auto& row : std::get<TextTable>(block).rows) {
        for (const RichText& cell : row) forEachPiece(cell, visit);
      }
    }
  }
}

std::string words(const Paragraph& paragraph) {
  std::string text;
  for (const Inline& piece : paragraph.pieces) {
    switch (piece.kind) {
      case Inline::Kind::kBlank:
        text += kBlankText;
        break;
      case Inline::Kind::kImage:
        text += "[图]";
        break;
      case Inline::Kind::kLineBreak:
        text += '\n';
        break;
      default:
        text += piece.text;
    }
  }
  return text;
}

}  // namespace

RichText::RichText(std::vector<Block> blocks) : blocks_(std::move(blocks)) {}

RichText RichText::plain(std::string_view text) {
  std::vector<Block> blocks;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    Paragraph paragraph;
    if (!line.empty()) paragraph.pieces.push_back({Inline::Kind::kText, std::string(line), {}});
    blocks.emplace_back(std::move(paragraph));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return RichText(std::move(blocks));
}

bool RichText::empty() const {
  bool blank = true;
  forEachPiece(*this, [&blank](const Inline& piece) {
    const bool isText = piece.kind != Inline::Kind::kBlank && piece.kind != Inline::Kind::kImage;
    if (!isText || piece.text.find_first_not_of(" \t\r\n") != std::string::npos) blank = false;
  });
  return blank;
}

std::string RichText::str() const {
  std::string text;
  for (const Block& block : blocks_) {
    if (&block != &blocks_.front()) text += '\n';
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      text += words(*paragraph);
      continue;
    }
    const auto& rows = std::get<TextTable>(block).rows;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (r > 0) text += '\n';
      for (std::size_t c = 0; c < rows[r].size(); ++c) {
        if (c > 0) text += '\t';
        text += rows[r][c].str();
      }
    }
  }
  return text;
}

int RichText::blankCount() const {
  int count = 0;
  forEachPiece(*this, [&count](const Inline& piece) { count += piece.kind == Inline::Kind::kBlank ? 1 : 0; });
  return count;
}

std::vector<std::string> RichText::images() const {
  std::vector<std::string> names;
  forEachPiece(*this, [&names](const Inline& piece) {
    if (piece.kind == Inline::Kind::kImage) names.push_back(piece.target);
  });
  return names;
}

bool operator==(const RichText& a, const RichText& b) {
  return a.blocks_ == b.blocks_;
}

}  // namespace tiku::formats
