// 修改记录 as a Word document. It is in Chinese, as all that is handed in.
#include <fmt/format.h>

#include "formats/exchange/docx/writer.h"
#include "workflows/compare/change_record.h"
#include "workflows/compare/change_record_words.h"
#include "workflows/filing/documents/page.h"

namespace tiku::workflows {

using namespace formats;

namespace {

constexpr int kColumns = 9;

// What changed is underlined, which survives a copy.
DocxCell piecesCell(const std::vector<DiffPiece>& pieces) {
  std::vector<DocxRun> runs;
  for (const DiffPiece& piece : pieces) {
    DocxRun run = textRun(piece.text);
    run.underline = piece.kind != DiffPiece::Kind::kSame;
    runs.push_back(std::move(run));
  }
  return DocxCell(DocxParagraph(std::move(runs), DocxStyle::kDenseLeft));
}

DocxCell mergedCell(const std::string& text, bool start, bool several, DocxStyle style) {
  DocxCell cell(start ? text : std::string(), style);
  if (several) cell.merge = start ? DocxCell::Merge::kStart : DocxCell::Merge::kContinued;
  cell.top = several;
  return cell;
}

// The lines of one object: what they share stands once.
void addObject(const std::vector<RecordLine>& lines, std::size_t from, std::size_t to, int number,
               DocxTable& table) {
  for (std::size_t i = from; i < to; ++i) {
    const RecordLine& line = lines[i];
    const bool start = i == from;
    const bool several = to - from > 1;
    DocxRow row;
    row.split = true;
    row.cells.push_back(mergedCell(std::to_string(number), start, several, DocxStyle::kDense));
    row.cells.push_back(mergedCell(line.date, start, several, DocxStyle::kDense));
    row.cells.push_back(mergedCell(line.object, start, several, DocxStyle::kDenseLeft));
    row.cells.emplace_back(line.part.empty() ? line.deed : line.part + "：" + line.deed,
                           DocxStyle::kDenseLeft);
    row.cells.push_back(piecesCell(line.before));
    row.cells.push_back(piecesCell(line.after));
    row.cells.push_back(mergedCell(line.reason, start, several, DocxStyle::kDenseLeft));
    row.cells.push_back(mergedCell(line.person, start, several, DocxStyle::kDense));
    row.cells.push_back(mergedCell({}, start, several, DocxStyle::kDense));
    table.rows.push_back(std::move(row));
  }
}

DocxRow denseHead(const std::vector<std::string>& titles) {
  DocxRow row;
  row.head = true;
  for (const std::string& title : titles) row.cells.emplace_back(title, DocxStyle::kDenseHead);
  return row;
}

}  // namespace

std::string changeRecordDocument(const ChangeRecord& record, const std::string& date) {
  const RecordWords words(record);
  DocxSetup setup;
  setup.title = words.title;
  setup.author = record.institution;
  setup.footer = words.range;
  setup.landscape = true;
  setup.wide = true;
  DocxWriter writer(std::move(setup));
  writer.add(words.title, DocxStyle::kTitle);
  for (const std::string& line : words.head) writer.add(line, DocxStyle::kFlush);
  DocxTable table;
  table.dense = true;
  table.widths = {9, 20, 38, 26, 50, 50, 32, 17, 18};
  table.rows.push_back(denseHead(words.columns));
  int number = 0;
  for (const RecordedChange& change : record.changes) {
    const std::vector<RecordLine> lines = recordLines(change);
    for (std::size_t from = 0; from < lines.size();) {
      std::size_t to = from + 1;
      while (to < lines.size() && lines[to].object == lines[from].object) ++to;
      addObject(lines, from, to, ++number, table);
      from = to;
    }
  }
  if (number == 0) {
    DocxRow row;
    row.cells.emplace_back(words.nothing, DocxStyle::kDenseLeft, kColumns);
    table.rows.push_back(std::move(row));
  }
  writer.add(table);
  for (const std::string& line : words.notes) writer.add(line, DocxStyle::kNote);
  addSignature(writer, {"记录人（签字）：　　　　　　　　", "审核人（签字）：　　　　　　　　",
                        "单位（盖章）：　　　　　　　　　", printedDate(date)});
  return std::move(writer).finish();
}

}  // namespace tiku::workflows
