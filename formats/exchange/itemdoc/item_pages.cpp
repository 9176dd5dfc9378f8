#include "formats/exchange/itemdoc/item_pages.h"

#include <algorithm>

#include "formats/exchange/docx/rich_runs.h"

namespace tiku::formats::itemdoc {
namespace {

constexpr std::size_t kMostKept = 16;  // Paragraphs; an item that is longer may be parted.

DocxStyle styleOf(Role role) {
  switch (role) {
    case Role::kStem:
      return DocxStyle::kItemStem;
    case Role::kOption:
      return DocxStyle::kItemOption;
    case Role::kAnswer:
      return DocxStyle::kItemAnswer;
    case Role::kTag:
      return DocxStyle::kItemTag;
    case Role::kShared:
      return DocxStyle::kItemShared;
    case Role::kMore:
      break;
  }
  return DocxStyle::kItemMore;
}

std::vector<DocxRun> runsFor(const Paragraph& words) {
  std::vector<DocxRun> runs;
  for (const Inline& piece : words.pieces) runs.push_back(runOf(piece));
  return runs;
}

DocxTable tableFor(const TextTable& table, bool keep) {
  std::size_t columns = 1;
  for (const auto& row : table.rows) columns = std::max(columns, row.size());
  DocxTable printed;
  printed.widths.assign(columns, 1);
  for (const auto& row : table.rows) {
    DocxRow& cells = printed.rows.emplace_back();
    for (std::size_t c = 0; c < columns; ++c) {
      DocxCell& cell = cells.cells.emplace_back();
      if (c >= row.size()) continue;
      for (const RichText::Block& block : row[c].blocks()) {
        DocxParagraph paragraph(runsFor(std::get<Paragraph>(block)), DocxStyle::kCell);
        paragraph.keepNext = keep;
        cell.blocks.emplace_back(std::move(paragraph));
      }
    }
  }
  return printed;
}

}  // namespace

void addItem(DocxWriter& writer, const std::vector<Part>& parts) {
  const bool keep = parts.size() <= kMostKept;
  bool answered = false;
  for (const Part& part : parts) {
    if (const auto* line = std::get_if<Line>(&part)) {
      answered = answered || line->role == Role::kAnswer;
      const bool more = answered && line->role == Role::kMore;
      DocxParagraph paragraph(runsFor(line->words), more ? DocxStyle::kItemAnswerMore : styleOf(line->role));
      paragraph.columns = line->columns;
      paragraph.keepNext = keep && line->role != Role::kTag;
      writer.add(paragraph);
    } else {
      writer.add(tableFor(std::get<TextTable>(part), keep));
    }
  }
}

}  // namespace tiku::formats::itemdoc
