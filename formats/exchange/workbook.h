#pragma once

#include <map>
#include <string>
#include <vector>

#include "formats/model/text.h"

/// A spreadsheet file as the importers see it: cells as the words that Excel shows. Made by the readers of
/// xlsx and csv.
namespace tiku::formats {

struct SheetCell {
  /// What Excel took the cell's content for. An option "3-5" that became a date is one trap of many.
  enum class Kind { kWords, kNumber, kPercent, kDate, kTime, kBoolean, kError };

  std::string text;  ///< As shown: a date as 2021-03-05, 0.16 with a percent format as 16%.
  bool merged =
      false;  ///< Covered by a merged range that starts elsewhere; text is that of the range's first cell.
  Kind kind = Kind::kWords;
  /// The same words where some are sub- or superscript; empty where all are plain.
  std::vector<Inline> pieces;

  /// The words with their sub- and superscripts, a paragraph per line.
  [[nodiscard]] RichText rich() const;
};

/// Cells shown as one: rows and columns 0-based, the last ones included.
struct MergedRange {
  int firstRow = 0;
  int firstColumn = 0;
  int lastRow = 0;
  int lastColumn = 0;
  bool operator==(const MergedRange&) const = default;
};

struct Sheet {
  std::string name;
  bool hidden = false;
  bool isText = false;        ///< Lines of a text file, parted by some mark.
  int firstNumber = 1;        ///< The number of the first row in the names of units; 0 of records.
  bool firstIsRight = false;  ///< The file's own syntax puts the right option first.
  bool zeroIsRight = false;   ///< It writes right as 0 and wrong as 1.
  /// Of records with named parts, as in JSON: how they are written, as a sentence; the first row holds the
  /// names. Empty for a grid.
  std::string records;
  std::vector<std::vector<SheetCell>> rows;  ///< Row 0 is row 1 of the sheet; rows may differ in length.
  std::vector<MergedRange> merges;
  std::map<std::string, std::vector<std::string>>
      pictures;  ///< Cell ("C7") -> media file names, for pictures anchored there, in drawing order.

  [[nodiscard]] bool isRecords() const { return !records.empty(); }
  /// Null when the sheet has no such cell.
  [[nodiscard]] const SheetCell* at(int row, int column) const;
};

struct Workbook {
  std::string file;  ///< File name without folders.
  std::vector<Sheet> sheets;
  std::map<std::string, std::string> media;  ///< `<sha256>.<ext>` -> bytes
  std::vector<std::string> notes;            ///< What was met and left out.
};

/// Limits on what is really present in a spreadsheet, whatever it declares. Excel's own are 1,048,576 rows
/// and 16,384 columns; cells with a mere format are not counted.
struct SheetLimits {
  int rows = 1'048'576;
  int columns = 16'384;
  std::size_t cells = 2'000'000;        ///< Of the whole file, empty ones left of a full one included.
  std::size_t cellBytes = 1U << 20U;    ///< Excel holds 32,767 characters.
  std::size_t mergedCells = 1'000'000;  ///< Filled by merged ranges.
};

/// "A", "Z", "AA" for 0, 25, 26.
std::string columnName(int column);
/// The sheet's name in a report; in apostrophes, as Excel writes it, when it could be taken for that of a
/// cell.
std::string unitName(const Sheet& sheet);
/// "Sheet1!C7"; row and column 0-based.
std::string cellName(const Sheet& sheet, int row, int column);
/// "Sheet1!7"; row 0-based.
std::string rowName(const Sheet& sheet, int row);

}  // namespace tiku::formats
