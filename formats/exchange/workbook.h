#pragma once

#include <map>
#include <string>
#include <vector>

/// A spreadsheet file as the importers see it: cells as the words that Excel shows. Made by the readers of
/// xlsx and csv.
namespace tiku::formats {

struct SheetCell {
  std::string text;  ///< As shown: a date as 2021-03-05, 0.16 with a percent format as 16%.
  bool merged =
      false;  ///< Covered by a merged range that starts elsewhere; text is that of the range's first cell.
};

struct Sheet {
  std::string name;
  bool hidden = false;
  std::vector<std::vector<SheetCell>> rows;  ///< Row 0 is row 1 of the sheet; rows may differ in length.
  std::map<std::string, std::string>
      pictures;  ///< Cell ("C7") -> media file name, for pictures anchored there.
};

struct Workbook {
  std::string file;  ///< File name without folders.
  std::vector<Sheet> sheets;
  std::map<std::string, std::string> media;  ///< `<sha256>.<ext>` -> bytes
  std::vector<std::string> notes;            ///< What was met and left out.
};

/// "A", "Z", "AA" for 0, 25, 26.
std::string columnName(int column);
/// "Sheet1!C7"; row and column 0-based.
std::string cellName(const Sheet& sheet, int row, int column);

}  // namespace tiku::formats
