#include "formats/exchange/sheets/row_state.h"

#include "formats/base/trim.h"
#include "formats/exchange/sheets/head_words.h"

namespace tiku::formats::sheets {
namespace {

RichText withPictures(RichText text, const std::vector<std::string>& media) {
  if (media.empty()) return text;
  std::vector<RichText::Block> blocks = text.blocks();
  if (blocks.empty() || !std::holds_alternative<Paragraph>(blocks.back())) blocks.emplace_back(Paragraph{});
  for (const std::string& name : media) {
    std::get<Paragraph>(blocks.back()).pieces.push_back({Inline::Kind::kImage, {}, name});
  }
  return RichText(std::move(blocks));
}

}  // namespace

const SheetCell* RowState::cell(Field field) const {
  const Column* column = context.table.find(field);
  return column == nullptr ? nullptr : cell(column->index);
}

std::string RowState::words(Field field) const {
  const SheetCell* found = cell(field);
  std::string own = found == nullptr ? std::string() : trimmedWords(found->text);
  if (own.empty()) {
    const auto other = said.find(field);
    return other == said.end() ? std::string() : other->second;
  }
  const auto label = labelledWords(own);
  return label && label->field == field ? std::string(label->rest) : own;
}

RichText RowState::rich(int column) {
  const SheetCell* found = cell(column);
  return found == nullptr ? RichText() : rich(*found, column);
}

RichText RowState::rich(const SheetCell& own, int column) {
  const std::string name = columnName(column) + std::to_string(row + 1);
  const auto pictures = context.sheet.pictures.find(name);
  if (pictures == context.sheet.pictures.end()) return own.rich();
  result.pictures.push_back(column);
  return withPictures(own.rich(), pictures->second);
}

void RowState::doubt(Field field, std::string sentence) {
  const Column* column = context.table.find(field);
  if (column == nullptr) column = context.table.find(Field::kStem);
  if (column != nullptr) doubtAt(column->index, std::move(sentence));
}

}  // namespace tiku::formats::sheets
