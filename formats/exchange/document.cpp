#include "formats/exchange/document.h"

namespace tiku::formats {

std::string DocCell::str() const {
  std::string text;
  for (const DocParagraph& paragraph : paragraphs) {
    if (&paragraph != &paragraphs.front()) text += '\n';
    text += paragraph.line();
  }
  return text;
}

const DocCell* DocTable::at(std::size_t row, int column) const {
  for (std::size_t r = row + 1; r-- > 0;) {
    if (r >= rows.size()) return nullptr;
    const DocCell* covering = nullptr;
    for (const DocCell& cell : rows[r]) {
      if (column >= cell.column && column < cell.column + cell.columnSpan) covering = &cell;
    }
    if (covering == nullptr || !covering->continued) return covering;
  }
  return nullptr;
}

}  // namespace tiku::formats
