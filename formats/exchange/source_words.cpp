#include "formats/exchange/source_words.h"

#include <string_view>
#include <unordered_map>

#include "formats/exchange/ledger.h"

namespace tiku::formats {
namespace {

/// The report's rows by the names of their units.
class RowsByUnit {
 public:
  explicit RowsByUnit(ImportReport& report) {
    for (SourceVerdict& row : report.rows) rows_.emplace(row.at, &row);
  }

  /// Whether some unit still has no words.
  [[nodiscard]] bool wanting() const { return found_ < rows_.size(); }

  void set(const std::string& at, std::string words) {
    const auto found = rows_.find(at);
    if (found == rows_.end()) return;
    found->second->words = std::move(words);
    ++found_;
  }

 private:
  std::unordered_map<std::string_view, SourceVerdict*> rows_;
  std::size_t found_ = 0;
};

void addCell(std::string& line, const std::string& words) {
  if (words.empty()) return;
  if (!line.empty()) line += " | ";
  line += words;
}

}  // namespace

void addWords(ImportReport& report, const Document& document) {
  RowsByUnit rows(report);
  for (const auto& block : document.blocks) {
    if (const auto* paragraph = std::get_if<DocParagraph>(&block)) {
      rows.set(paragraphAt(paragraph->number), paragraph->line());
      continue;
    }
    const auto& table = std::get<DocTable>(block);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      std::string line;
      for (const DocCell& cell : table.rows[row]) addCell(line, cell.str());
      rows.set(tableRowAt(table.number, static_cast<int>(row) + 1), std::move(line));
    }
  }
}

void addWords(ImportReport& report, const Workbook& workbook) {
  RowsByUnit rows(report);
  for (const Sheet& sheet : workbook.sheets) {
    rows.set(unitName(sheet), sheet.name);
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
      std::string line;
      for (const SheetCell& cell : sheet.rows[row]) {
        if (!cell.merged) addCell(line, cell.text);
      }
      rows.set(rowName(sheet, static_cast<int>(row)), std::move(line));
    }
  }
  // Cells of their own are rare, and their names are many.
  for (const Sheet& sheet : workbook.sheets) {
    for (std::size_t row = 0; row < sheet.rows.size() && rows.wanting(); ++row) {
      for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
        rows.set(cellName(sheet, static_cast<int>(row), static_cast<int>(column)),
                 sheet.rows[row][column].text);
      }
    }
  }
}

}  // namespace tiku::formats
