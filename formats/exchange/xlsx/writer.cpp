#include "formats/exchange/xlsx/writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <tuple>

#include <xlsxwriter.h>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/base/temp_directory.h"
#include "formats/exchange/docx/picture_size.h"
#include "formats/exchange/xlsx/excel_words.h"

namespace tiku::formats {
namespace {

constexpr const char* kFont = "宋体";
constexpr const char* kTitleFont = "黑体";
constexpr int kMaxRows = 1'048'576;
constexpr int kMaxColumns = 16'384;

[[noreturn]] void refuse(ErrorCode code, const std::string& message, const std::string& object) {
  throw FormatError(code, message, {{}, 0, object});
}

void check(lxw_error error, const std::string& object) {
  if (error == LXW_NO_ERROR) return;
  const bool tooMuch =
      error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED || error == LXW_ERROR_32_STRING_LENGTH_EXCEEDED ||
      error == LXW_ERROR_255_STRING_LENGTH_EXCEEDED || error == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE;
  if (tooMuch) {
    refuse(ErrorCode::kOverLimit, say("内容超出 Excel 的限度：{reason}。", "reason"_a = lxw_strerror(error)),
           object);
  }
  refuse(ErrorCode::kIo, say("不能写出 Excel 文件：{reason}。", "reason"_a = lxw_strerror(error)), object);
}

std::time_t dayOf(const std::optional<Date>& date) {
  std::tm day{};
  day.tm_year = 80;
  day.tm_mday = 1;
  if (date) {
    day.tm_year = std::atoi(date->str().substr(0, 4).c_str()) - 1900;
    day.tm_mon = std::atoi(date->str().substr(5, 2).c_str()) - 1;
    day.tm_mday = std::atoi(date->str().substr(8, 2).c_str());
  }
  return timegm(&day);
}

class Writer {
 public:
  explicit Writer(const XlsxBook& book) {
    const std::string file = path().string();
    std::string temp = directory_.path().string();
    lxw_workbook_options options{LXW_FALSE, temp.data(), LXW_FALSE};
    book_.reset(workbook_new_opt(file.c_str(), &options));
    if (!book_) throw std::bad_alloc();
    lxw_format* standard = STAILQ_FIRST(book_->formats);
    format_set_font_name(standard, kFont);
    format_set_font_size(standard, 11);
    std::string title = book.title;
    std::string author = book.author;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = author.data();
    properties.created = dayOf(book.created);
    check(workbook_set_properties(book_.get(), &properties), book.title);
  }

  void add(const XlsxSheet& sheet);
  std::string finish();

 private:
  struct Free {
    void operator()(lxw_workbook* book) const { lxw_workbook_free(book); }
  };
  using FormatKey = std::tuple<XlsxLook, XlsxAlign, std::string>;

  [[nodiscard]] std::filesystem::path path() const { return directory_.path() / "book.xlsx"; }
  lxw_format* format(XlsxLook look, const XlsxColumn& column);
  static int linesOfCell(const XlsxSheet& sheet, int column, const XlsxCell& cell);
  static void layOut(lxw_worksheet* page, const XlsxSheet& sheet);
  void writeRow(lxw_worksheet* page, const XlsxSheet& sheet, int row, std::set<std::pair<int, int>>& covered);
  void writeCell(lxw_worksheet* page, const XlsxSheet& sheet, int row, int column, const XlsxCell& cell);
  void writeRuns(lxw_worksheet* page, lxw_row_t row, lxw_col_t column, const XlsxCell& cell,
                 lxw_format* style, const std::string& place);
  static void limitColumn(lxw_worksheet* page, const XlsxSheet& sheet, std::size_t index);
  static void putPicture(lxw_worksheet* page, const XlsxSheet& sheet, const XlsxPicture& picture);

  TempDirectory directory_;
  std::unique_ptr<lxw_workbook, Free> book_;
  std::set<std::string> names_;
  std::map<FormatKey, lxw_format*> formats_;
  std::array<lxw_format*, 3> scripts_{};  // Of runs, by their script.
};

lxw_format* Writer::format(XlsxLook look, const XlsxColumn& column) {
  const FormatKey key{look, column.align, column.numberFormat};
  const auto known = formats_.find(key);
  if (known != formats_.end()) return known->second;
  lxw_format* made = workbook_add_format(book_.get());
  if (made == nullptr) throw std::bad_alloc();
  const bool ruled = look != XlsxLook::kTitle && look != XlsxLook::kNote;
  const bool centred =
      look == XlsxLook::kTitle || look == XlsxLook::kHead || (ruled && column.align == XlsxAlign::kCentre);
  const bool right = !centred && ruled && column.align == XlsxAlign::kRight;
  format_set_font_name(made, look == XlsxLook::kTitle ? kTitleFont : kFont);
  format_set_font_size(made, look == XlsxLook::kTitle ? 16 : 11);
  const bool faint = look == XlsxLook::kFaint;
  if (!faint) format_set_text_wrap(made);
  format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
  format_set_align(made, centred ? LXW_ALIGN_CENTER : right ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
  if (faint) {
    format_set_align(made, LXW_ALIGN_FILL);  // Does not flow into the cells beside it.
    format_set_font_size(made, 8);
    format_set_font_color(made, 0x808080);
  }
  if (ruled) format_set_border(made, LXW_BORDER_THIN);
  if (look == XlsxLook::kHead || look == XlsxLook::kTotal) format_set_bold(made);
  if (look == XlsxLook::kHead) format_set_bg_color(made, 0xEDEDED);
  if (ruled && !column.numberFormat.empty()) format_set_num_format(made, column.numberFormat.c_str());
  formats_.emplace(key, made);
  return made;
}

// Lines that the cell's words take, at its width over all columns that it spans.
int Writer::linesOfCell(const XlsxSheet& sheet, int column, const XlsxCell& cell) {
  const XlsxLook look = cell.look.value_or(XlsxLook::kBody);
  if (cell.rowSpan > 1 || !cell.number.empty() || look == XlsxLook::kFaint) return 1;
  double width = 0;
  for (std::size_t c = static_cast<std::size_t>(column);
       c < static_cast<std::size_t>(column + cell.columnSpan); ++c) {
    width += c < sheet.columns.size() ? sheet.columns[c].width : XlsxColumn{}.width;
  }
  return excel::linesOf(cell.text, width);
}

void Writer::layOut(lxw_worksheet* page, const XlsxSheet& sheet) {
  constexpr std::uint8_t kA4 = 9;
  worksheet_set_paper(page, kA4);
  if (sheet.landscape) worksheet_set_landscape(page);
  worksheet_set_margins(page, 0.6, 0.6, 0.8, 0.8);
  worksheet_center_horizontally(page);
  worksheet_fit_to_pages(page, 1, 0);  // As wide as the page, as long as it takes.
  if (!sheet.pageHeader.empty()) {
    check(worksheet_set_header(page, ("&C" + excel::headerText(sheet.pageHeader)).c_str()), sheet.name);
  }
  const std::string left = sheet.pageFooter.empty() ? "" : "&L" + excel::headerText(sheet.pageFooter);
  check(worksheet_set_footer(page, (left + "&R" + say("第 &P 页，共 &N 页")).c_str()), sheet.name);
  if (sheet.headCount > 0) {
    const int last = sheet.headFirst + sheet.headCount - 1;
    check(worksheet_repeat_rows(page, static_cast<lxw_row_t>(sheet.headFirst), static_cast<lxw_row_t>(last)),
          sheet.name);
    worksheet_freeze_panes(page, static_cast<lxw_row_t>(last + 1),
                           static_cast<lxw_col_t>(sheet.freezeColumns));
  }
  const bool any = !sheet.rows.empty() && !sheet.columns.empty();
  const int lastRow = static_cast<int>(sheet.rows.size()) - 1;
  if (any && sheet.filter) {
    check(worksheet_autofilter(page, static_cast<lxw_row_t>(sheet.headFirst + sheet.headCount - 1), 0,
                               static_cast<lxw_row_t>(lastRow),
                               static_cast<lxw_col_t>(sheet.columns.size() - 1)),
          sheet.name);
  }
  if (any && sheet.printColumns > 0) {
    check(worksheet_print_area(page, 0, 0, static_cast<lxw_row_t>(lastRow),
                               static_cast<lxw_col_t>(sheet.printColumns - 1)),
          sheet.name);
  }
}

void Writer::add(const XlsxSheet& sheet) {
  if (sheet.rows.size() > kMaxRows || sheet.columns.size() > kMaxColumns) {
    refuse(ErrorCode::kOverLimit, say("工作表的行或列多于 Excel 能容纳的数目。"), sheet.name);
  }
  lxw_worksheet* page = workbook_add_worksheet(book_.get(), excel::sheetName(sheet.name, names_).c_str());
  if (page == nullptr) throw std::bad_alloc();
  layOut(page, sheet);
  for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
    const auto column = static_cast<lxw_col_t>(c);
    check(worksheet_set_column(page, column, column, sheet.columns[c].width, nullptr), sheet.name);
  }
  std::set<std::pair<int, int>> covered;
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) writeRow(page, sheet, static_cast<int>(r), covered);

  for (std::size_t c = 0; c < sheet.columns.size(); ++c) limitColumn(page, sheet, c);
  for (const XlsxPicture& picture : sheet.pictures) putPicture(page, sheet, picture);
}

void Writer::limitColumn(lxw_worksheet* page, const XlsxSheet& sheet, std::size_t index) {
  const XlsxColumn& column = sheet.columns[index];
  const int first = sheet.headFirst + sheet.headCount;
  const int last = std::min(static_cast<int>(sheet.rows.size()) - 1 + sheet.moreRows, kMaxRows - 1);
  const bool limited = !column.choices.empty() || !column.choicesFrom.empty();
  if ((!limited && column.hint.empty()) || first > last) return;
  std::vector<std::string> choices = column.choices;  // The library wants them writable.
  std::string from = column.choicesFrom;
  std::string hint = column.hint;
  std::vector<char*> list;
  for (std::string& choice : choices) list.push_back(choice.data());
  list.push_back(nullptr);
  lxw_data_validation rule{};
  rule.validate = LXW_VALIDATION_TYPE_ANY;
  if (!choices.empty()) {
    rule.validate = LXW_VALIDATION_TYPE_LIST;
    rule.value_list = list.data();
  } else if (!from.empty()) {
    rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    rule.value_formula = from.data();
    rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
  }
  if (!hint.empty()) rule.input_message = hint.data();
  const auto c = static_cast<lxw_col_t>(index);
  check(worksheet_data_validation_range(page, static_cast<lxw_row_t>(first), c, static_cast<lxw_row_t>(last),
                                        c, &rule),
        sheet.name);
}

void Writer::putPicture(lxw_worksheet* page, const XlsxSheet& sheet, const XlsxPicture& picture) {
  const auto info = pictureInfo(picture.bytes);
  if (!info) refuse(ErrorCode::kUsage, say("这种图片不能放进 Excel 表。"), sheet.name);
  const double width = static_cast<double>(std::max(info->width, 1));
  const double height = static_cast<double>(std::max(info->height, 1));
  std::string words = picture.words;
  lxw_image_options options{};
  options.x_offset = picture.offset;
  options.x_scale = options.y_scale = std::min({1.0, picture.width / width, picture.height / height});
  options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
  options.description = words.data();
  const auto* bytes = reinterpret_cast<const unsigned char*>(picture.bytes.data());
  check(worksheet_insert_image_buffer_opt(page, static_cast<lxw_row_t>(picture.row),
                                          static_cast<lxw_col_t>(picture.column), bytes, picture.bytes.size(),
                                          &options),
        sheet.name);
}

void Writer::writeRow(lxw_worksheet* page, const XlsxSheet& sheet, int row,
                      std::set<std::pair<int, int>>& covered) {
  const XlsxRow& line = sheet.rows[static_cast<std::size_t>(row)];
  int lines = 1;
  int column = 0;
  for (const XlsxCell& cell : line.cells) {
    while (covered.erase({row, column}) > 0) ++column;
    if (column + cell.columnSpan > kMaxColumns || row + cell.rowSpan > kMaxRows) {
      refuse(ErrorCode::kOverLimit, say("工作表的行或列多于 Excel 能容纳的数目。"), sheet.name);
    }
    writeCell(page, sheet, row, column, cell);
    lines = std::max(lines, linesOfCell(sheet, column, cell));
    for (int r = 1; r < cell.rowSpan; ++r) {
      for (int c = 0; c < cell.columnSpan; ++c) covered.insert({row + r, column + c});
    }
    column += cell.columnSpan;
  }
  // Excel fits a row to its words when it opens the file, but not to merged cells, and LibreOffice fits none.
  constexpr double kLinePoints = 14.5;
  constexpr double kMostPoints = 409;  // Excel's limit.
  double height = line.height;
  if (height <= 0 && line.look == XlsxLook::kTitle) height = 30;
  if (height <= 0 && lines > 1) height = lines * kLinePoints + 3;
  if (line.height <= 0) height = std::min(std::max(height, line.atLeast), kMostPoints);
  if (height > 0) check(worksheet_set_row(page, static_cast<lxw_row_t>(row), height, nullptr), sheet.name);
}

void Writer::writeCell(lxw_worksheet* page, const XlsxSheet& sheet, int row, int column,
                       const XlsxCell& cell) {
  static const XlsxColumn kPlain;
  const auto c = static_cast<lxw_col_t>(column);
  const auto r = static_cast<lxw_row_t>(row);
  const XlsxLook look = cell.look.value_or(sheet.rows[static_cast<std::size_t>(row)].look);
  const std::size_t index = static_cast<std::size_t>(column);
  lxw_format* style = format(look, index < sheet.columns.size() ? sheet.columns[index] : kPlain);
  const std::string place = sheet.name + " " + std::to_string(row + 1) + ":" + std::to_string(column + 1);
  if (cell.columnSpan > 1 || cell.rowSpan > 1) {
    check(
        worksheet_merge_range(page, r, c, static_cast<lxw_row_t>(row + cell.rowSpan - 1),
                              static_cast<lxw_col_t>(column + cell.columnSpan - 1), cell.text.c_str(), style),
        place);
  }
  if (!cell.number.empty()) {
    check(worksheet_write_number(page, r, c, std::strtod(cell.number.c_str(), nullptr), style), place);
  } else if (cell.text.empty()) {
    check(worksheet_write_blank(page, r, c, style), place);
  } else if (!cell.runs.empty()) {
    writeRuns(page, r, c, cell, style, place);
  } else {
    check(worksheet_write_string(page, r, c, excel::cellText(cell.text).c_str(), style), place);
  }
}

void Writer::writeRuns(lxw_worksheet* page, lxw_row_t row, lxw_col_t column, const XlsxCell& cell,
                       lxw_format* style, const std::string& place) {
  std::vector<std::string> words;
  for (const XlsxRun& run : cell.runs) words.push_back(excel::cellText(run.text));
  std::vector<lxw_rich_string_tuple> parts;
  for (std::size_t i = 0; i < cell.runs.size(); ++i) {
    const XlsxRun::Script script = cell.runs[i].script;
    lxw_format*& look = scripts_.at(static_cast<std::size_t>(script));
    if (look == nullptr) {
      look = workbook_add_format(book_.get());
      if (look == nullptr) throw std::bad_alloc();
      format_set_font_name(look, kFont);
      format_set_font_size(look, 11);
      if (script != XlsxRun::Script::kNormal) {
        format_set_font_script(look,
                               script == XlsxRun::Script::kSub ? LXW_FONT_SUBSCRIPT : LXW_FONT_SUPERSCRIPT);
      }
    }
    parts.push_back({look, words[i].data()});
  }
  std::vector<lxw_rich_string_tuple*> list;
  for (lxw_rich_string_tuple& part : parts) list.push_back(&part);
  list.push_back(nullptr);
  check(worksheet_write_rich_string(page, row, column, list.data(), style), place);
}

std::string Writer::finish() {
  // workbook_close writes the file and frees the workbook, also when it fails.
  check(workbook_close(book_.release()), {});
  std::ifstream file(path(), std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file || bytes.empty()) {
    refuse(ErrorCode::kIo, say("不能读回刚写出的 Excel 临时文件。"), path().string());
  }
  return bytes;
}

}  // namespace

XlsxCell XlsxCell::ofNumber(std::int64_t value) {
  XlsxCell cell;
  cell.number = std::to_string(value);
  return cell;
}

void XlsxSheet::addTitle(std::string words) {
  const int span = columns.empty() ? 1 : static_cast<int>(columns.size());
  rows.push_back({{XlsxCell(std::move(words)).spanning(span)}, XlsxLook::kTitle, 0});
}

void XlsxSheet::addNote(std::string words) {
  const int span = columns.empty() ? 1 : static_cast<int>(columns.size());
  rows.push_back({{XlsxCell(std::move(words)).spanning(span)}, XlsxLook::kNote, 0});
}

void XlsxSheet::addHead(std::vector<XlsxCell> cells) {
  if (headCount == 0) headFirst = static_cast<int>(rows.size());
  ++headCount;
  rows.push_back({std::move(cells), XlsxLook::kHead, 0});
}

std::string writeXlsx(const XlsxBook& book) {
  if (book.sheets.empty()) refuse(ErrorCode::kUsage, say("没有可写的工作表。"), book.title);
  Writer writer(book);
  for (const XlsxSheet& sheet : book.sheets) writer.add(sheet);
  return writer.finish();
}

}  // namespace tiku::formats
