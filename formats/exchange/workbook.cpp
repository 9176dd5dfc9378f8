#include "formats/exchange/workbook.h"

namespace tiku::formats {

std::string columnName(int column) {
  std::string name;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    name.insert(0, 1, static_cast<char>('A' + (rest - 1) % 26));
  return name;
}

std::string cellName(const Sheet& sheet, int row, int column) {
  return sheet.name + "!" + columnName(column) + std::to_string(row + 1);
}

}  // namespace tiku::formats
