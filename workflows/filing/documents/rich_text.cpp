#include "workflows/filing/documents/rich_text.h"

#include <algorithm>
#include <utility>

#include "formats/exchange/docx/rich_runs.h"

namespace tiku::workflows {

using formats::DocxBlock;
using formats::DocxCell;
using formats::DocxParagraph;
using formats::DocxRow;
using formats::DocxRun;
using formats::DocxStyle;
using formats::DocxTable;
using formats::Inline;
using formats::Paragraph;
using formats::RichText;
using formats::TextTable;

namespace {

DocxRun runOf(const Inline& piece, BlankLook blank) {
  DocxRun run = formats::runOf(piece);
  if (piece.kind == Inline::Kind::kBlank) run.text = blank == BlankLook::kLine ? "__________" : "（　　）";
  return run;
}

std::vector<DocxRun> paragraphRuns(const Paragraph& paragraph, BlankLook blank) {
  std::vector<DocxRun> runs;
  runs.reserve(paragraph.pieces.size());
  for (const Inline& piece : paragraph.pieces) runs.push_back(runOf(piece, blank));
  return runs;
}

DocxTable tableOf(const TextTable& table, BlankLook blank) {
  std::size_t columns = 1;
  for (const auto& row : table.rows) columns = std::max(columns, row.size());
  DocxTable result;
  result.widths.assign(columns, 1);
  for (const auto& row : table.rows) {
    DocxRow printed;
    printed.split = true;
    for (std::size_t i = 0; i < columns; ++i) {
      DocxCell cell;
      if (i < row.size()) cell.blocks = blocksOf(row[i], DocxStyle::kCell, blank);
      printed.cells.push_back(std::move(cell));
    }
    result.rows.push_back(std::move(printed));
  }
  return result;
}

}  // namespace

std::vector<DocxBlock> blocksOf(const RichText& text, DocxStyle style, BlankLook blank) {
  std::vector<DocxBlock> blocks;
  for (const RichText::Block& block : text.blocks()) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      blocks.emplace_back(DocxParagraph(paragraphRuns(*paragraph, blank), style));
    } else if (const auto& table = std::get<TextTable>(block); !table.rows.empty()) {
      blocks.emplace_back(tableOf(table, blank));
    }
  }
  return blocks;
}

std::vector<DocxBlock> labelled(std::string label, std::vector<DocxBlock> blocks, DocxStyle style) {
  DocxRun run;
  run.text = std::move(label);
  auto* first = blocks.empty() ? nullptr : std::get_if<DocxParagraph>(&blocks.front().content);
  if (first == nullptr) {
    blocks.insert(blocks.begin(), DocxParagraph(std::vector<DocxRun>{std::move(run)}, style));
  } else {
    first->runs.insert(first->runs.begin(), std::move(run));
  }
  return blocks;
}

std::vector<DocxRun> runsOf(const RichText& text, BlankLook blank) {
  std::vector<DocxRun> runs;
  for (const RichText::Block& block : text.blocks()) {
    if (!runs.empty()) {
      DocxRun lineBreak;
      lineBreak.kind = DocxRun::Kind::kLineBreak;
      runs.push_back(lineBreak);
    }
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      for (DocxRun& run : paragraphRuns(*paragraph, blank)) runs.push_back(std::move(run));
    } else {
      DocxRun words;
      words.text = RichText({block}).str();
      runs.push_back(std::move(words));
    }
  }
  return runs;
}

DocxCell cellOf(const RichText& text, DocxStyle style) {
  DocxCell cell;
  cell.blocks = blocksOf(text, style);
  return cell;
}

}  // namespace tiku::workflows
