#include "formats/exchange/item_words.h"

#include "formats/base/fold.h"

namespace tiku::formats {
namespace {

constexpr char kSeparator = '\x1F';  // Folding leaves no control character.

void addRaw(const RichText& text, std::string& raw);

void addRaw(const Paragraph& paragraph, std::string& raw) {
  for (const Inline& piece : paragraph.pieces) {
    switch (piece.kind) {
      case Inline::Kind::kSuperscript:
        raw += "^" + piece.text;
        break;
      case Inline::Kind::kSubscript:
        raw += "↓" + piece.text;
        break;
      case Inline::Kind::kImage:
        raw += "■" + piece.target;
        break;
      case Inline::Kind::kBlank:
      case Inline::Kind::kLineBreak:
        raw += ' ';
        break;
      default:
        raw += piece.text;
    }
  }
}

void addRaw(const RichText& text, std::string& raw) {
  for (const RichText::Block& block : text.blocks()) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      addRaw(*paragraph, raw);
    } else {
      for (const auto& row : std::get<TextTable>(block).rows) {
        for (const RichText& cell : row) {
          addRaw(cell, raw);
          raw += "│";  // A symbol, which folding keeps: cells do not run together.
        }
      }
    }
    raw += ' ';
  }
}

}  // namespace

std::string foldText(const RichText& text) {
  std::string raw;
  addRaw(text, raw);
  return foldWords(raw);
}

std::string itemWords(const TheoryItem& item) {
  std::string words = std::to_string(item.level.number()) + itemTypeLetter(item.type) + foldText(item.stem);
  for (const RichText& option : item.options) words += kSeparator + foldText(option);
  return words;
}

}  // namespace tiku::formats
