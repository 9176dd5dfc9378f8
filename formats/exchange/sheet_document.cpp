#include "formats/exchange/sheet_document.h"

#include <algorithm>

#include "formats/exchange/ledger.h"

namespace tiku::formats {
namespace {

DocCell cellOf(const SheetCell& cell, int column) {
  DocCell made;
  made.column = column;
  const RichText words = cell.rich();
  for (const RichText::Block& block : words.blocks()) {
    DocParagraph paragraph;
    paragraph.text = RichText({block});
    made.paragraphs.push_back(std::move(paragraph));
  }
  return made;
}

// The merges that begin in each row or reach into it.
class Merges {
 public:
  explicit Merges(const Sheet& sheet) {
    const int rows = static_cast<int>(sheet.rows.size());
    for (const MergedRange& range : sheet.merges) {
      for (int row = range.firstRow; row <= std::min(range.lastRow, rows - 1); ++row) {
        byRow_[row].emplace(range.firstColumn, &range);
      }
    }
  }
  [[nodiscard]] const MergedRange* at(int row, int column) const {
    const auto line = byRow_.find(row);
    if (line == byRow_.end()) return nullptr;
    const auto found = line->second.find(column);
    return found == line->second.end() ? nullptr : found->second;
  }

 private:
  std::map<int, std::map<int, const MergedRange*>> byRow_;
};

DocTable tableOf(const Sheet& sheet, int number) {
  const Merges merges(sheet);
  DocTable table;
  table.number = number;
  for (int row = 0; row < static_cast<int>(sheet.rows.size()); ++row) {
    const auto& cells = sheet.rows[static_cast<std::size_t>(row)];
    table.rows.emplace_back();
    for (int column = 0; column < static_cast<int>(cells.size());) {
      DocCell made = cellOf(cells[static_cast<std::size_t>(column)], column);
      if (const MergedRange* range = merges.at(row, column)) {
        made.columnSpan = std::min(range->lastColumn, static_cast<int>(cells.size()) - 1) - column + 1;
        made.continued = row > range->firstRow;
        if (made.continued) made.paragraphs.clear();
      }
      column += made.columnSpan;
      table.rows.back().push_back(std::move(made));
    }
  }
  return table;
}

}  // namespace

SheetDocument documentOf(const Workbook& workbook) {
  SheetDocument result;
  result.document.file = workbook.file;
  result.document.notes = workbook.notes;
  result.document.media = workbook.media;
  int number = 0;
  for (const Sheet& sheet : workbook.sheets) {
    ++number;
    DocParagraph title;
    title.number = number;
    title.text = RichText::plain(sheet.name);
    result.document.blocks.emplace_back(std::move(title));
    result.places.emplace(paragraphAt(number), unitName(sheet));
    result.document.blocks.emplace_back(tableOf(sheet, number));
    for (int row = 0; row < static_cast<int>(sheet.rows.size()); ++row) {
      result.places.emplace(tableRowAt(number, row + 1), rowName(sheet, row));
    }
  }
  return result;
}

}  // namespace tiku::formats
