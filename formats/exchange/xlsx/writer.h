#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "formats/model/values.h"

/// Excel files as an office hands them in: A4, 宋体, ruled tables whose heads repeat on every page, page
/// numbers. A workbook is described as plain values and written in one go; the same description gives the
/// same bytes.
namespace tiku::formats {

/// How a cell looks; everything but titles and notes is ruled.
enum class XlsxLook {
  kTitle,  ///< 黑体 16, centred, no rule.
  kNote,   ///< A line of words above or below the table: no rule, wrapped, left.
  kHead,   ///< Head of the table: bold, centred, shaded.
  kBody,   ///< As the column says.
  kTotal,  ///< Body in bold: sums.
  kFaint,  ///< Small and grey, on one line: what programs read, such as ids.
};

enum class XlsxAlign { kLeft, kCentre, kRight };

/// A stretch of a cell's words of one look.
struct XlsxRun {
  enum class Script { kNormal, kSub, kSuper };
  std::string text;
  Script script = Script::kNormal;
};

struct XlsxCell {
  std::string text;
  /// Where set, the words in stretches; `text` then holds all of them together. At least two, none empty.
  std::vector<XlsxRun> runs{};
  /// Where set, the cell is a number: an exact decimal such as "12.5"; `text` is ignored.
  std::string number;
  std::optional<XlsxLook> look;  ///< The row's where not set.
  int columnSpan = 1;
  int rowSpan = 1;

  XlsxCell() = default;
  XlsxCell(std::string words) : text(std::move(words)) {}  // NOLINT(google-explicit-constructor)
  XlsxCell(const char* words) : text(words) {}             // NOLINT(google-explicit-constructor)

  static XlsxCell ofNumber(std::int64_t value);
  template <typename Tag>
  static XlsxCell ofNumber(Decimal<Tag> value) {
    XlsxCell cell;
    cell.number = value.str();
    return cell;
  }
  XlsxCell&& spanning(int columns, int rows = 1) && {
    columnSpan = columns;
    rowSpan = rows;
    return std::move(*this);
  }
};

/// Cells from left to right, as in HTML: columns that a row span from above covers are passed over.
struct XlsxRow {
  std::vector<XlsxCell> cells;
  XlsxLook look = XlsxLook::kBody;
  double height = 0;   ///< In points; 0 fits it to the words.
  double atLeast = 0;  ///< In points, when fitted.
};

struct XlsxColumn {
  double width = 12;  ///< In digits of the standard font; a Chinese character takes two.
  XlsxAlign align = XlsxAlign::kLeft;
  std::string numberFormat;          ///< Excel's: "0.0", "0%"; empty for General.
  std::vector<std::string> choices;  ///< Where set, entries below the head are limited to these.
  std::string choicesFrom{};  ///< The same from cells: "=考评点!$A$2:$A$90". Other entries are asked about.
  std::string hint{};         ///< Where set, shown beside a cell below the head when it is chosen.
};

/// A picture that lies on a cell and moves with it.
struct XlsxPicture {
  int row = 0;
  int column = 0;
  int offset = 0;  ///< In pixels from the left edge of the cell.
  int width = 0;   ///< It is made smaller to fit, never larger; in pixels.
  int height = 0;
  std::string bytes;  ///< PNG, JPEG, GIF or BMP.
  std::string words;  ///< For readers that do not show it.
};

struct XlsxSheet {
  std::string name;  ///< Cut to 31 characters and cleared of what Excel forbids, made unique.
  std::vector<XlsxColumn> columns;
  std::vector<XlsxRow> rows;
  /// Rows that repeat on every printed page, 0-based, first and count; count 0 repeats none. They are frozen
  /// on the screen as well.
  int headFirst = 0;
  int headCount = 0;
  bool landscape = false;
  std::string pageHeader;  ///< Printed centred at the top of every page: 草稿.
  std::string pageFooter;  ///< Printed left at the bottom; the page number stands on the right.
  int freezeColumns = 0;   ///< That stay on the screen as well.
  bool filter = false;     ///< Buttons in the head by which rows are chosen.
  int moreRows = 0;        ///< Empty rows below the last one to which the choices of the columns apply.
  int printColumns = 0;    ///< Only so many are printed; 0 prints all.
  std::vector<XlsxPicture> pictures{};

  /// Appends a title over all columns.
  void addTitle(std::string words);
  /// Appends a line of words over all columns.
  void addNote(std::string words);
  /// Appends the head of the table and makes it repeat.
  void addHead(std::vector<XlsxCell> cells);
  void addRow(std::vector<XlsxCell> cells) { rows.push_back({std::move(cells), XlsxLook::kBody, 0}); }
  void addTotal(std::vector<XlsxCell> cells) { rows.push_back({std::move(cells), XlsxLook::kTotal, 0}); }
};

struct XlsxBook {
  std::string title;
  std::string author;
  std::optional<Date> created;  ///< 1980-01-01 where not set: no clock gets into the bytes.
  std::vector<XlsxSheet> sheets;
};

/// The file's bytes. Throws FormatError kUsage when the book has no sheet, kOverLimit for more rows, columns
/// or characters in a cell than Excel holds (1,048,576; 16,384; 32,767), kIo when there is no room for the
/// temporary file.
std::string writeXlsx(const XlsxBook& book);

}  // namespace tiku::formats
