#include "formats/exchange/workbook.h"

namespace tiku::formats {

RichText SheetCell::rich() const {
  if (pieces.empty()) return RichText::plain(text);
  std::vector<RichText::Block> blocks;
  Paragraph paragraph;
  for (const Inline& piece : pieces) {
    std::size_t begin = 0;
    for (;;) {
      const std::size_t end = piece.text.find('\n', begin);
      const std::string line = piece.text.substr(begin, end == std::string::npos ? end : end - begin);
      if (!line.empty()) paragraph.pieces.push_back({piece.kind, line, {}});
      if (end == std::string::npos) break;
      blocks.emplace_back(std::move(paragraph));
      paragraph = {};
      begin = end + 1;
    }
  }
  if (!paragraph.pieces.empty()) blocks.emplace_back(std::move(paragraph));
  return RichText(std::move(blocks));
}

const SheetCell* Sheet::at(int row, int column) const {
  const auto r = static_cast<std::size_t>(row);
  const auto c = static_cast<std::size_t>(column);
  if (row < 0 || column < 0 || r >= rows.size() || c >= rows[r].size()) return nullptr;
  return &rows[r][c];
}

std::string columnName(int column) {
  std::string name;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    name.insert(0, 1, static_cast<char>('A' + (rest - 1) % 26));
  return name;
}

std::string unitName(const Sheet& sheet) {
  if (sheet.name.find_first_of("!'") == std::string::npos) return sheet.name;
  std::string quoted = "'";
  for (const char c : sheet.name) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  return quoted + "'";
}

std::string cellName(const Sheet& sheet, int row, int column) {
  return unitName(sheet) + "!" + columnName(column) + std::to_string(row + sheet.firstNumber);
}

std::string rowName(const Sheet& sheet, int row) {
  return unitName(sheet) + "!" + std::to_string(row + sheet.firstNumber);
}

}  // namespace tiku::formats
