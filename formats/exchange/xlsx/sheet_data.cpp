#include "formats/exchange/xlsx/sheet_data.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/base/xml_stream.h"

namespace tiku::formats {
namespace {

int numberOf(std::string_view text, int otherwise) {
  int value = otherwise;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : otherwise;
}

// Excel writes characters that XML cannot hold as _x000D_, and an underscore before such a form as _x005F_.
void unescape(std::string& text) {
  std::size_t at = text.find("_x");
  if (at == std::string::npos) return;
  std::string plain;
  std::size_t from = 0;
  for (; at != std::string::npos; at = text.find("_x", at)) {
    unsigned code = 0;
    const char* digits = text.data() + at + 2;
    const bool whole = at + 7 <= text.size() && text[at + 6] == '_' &&
                       std::from_chars(digits, digits + 4, code, 16).ptr == digits + 4;
    if (!whole || code >= 0x80) {
      at += 2;
      continue;
    }
    plain.append(text, from, at - from);
    if (code >= 0x20 || code == '\n' || code == '\t') plain += static_cast<char>(code);
    at += 7;
    from = at;
  }
  plain.append(text, from);
  text = std::move(plain);
}

// Text of a shared string or an inline one: runs, some of them raised or lowered; readings left out.
class TextReader {
 public:
  void begin() {
    cell_ = {};
    pieces_.clear();
    run_ = Inline::Kind::kText;
    readings_ = 0;
    inText_ = false;
  }
  void start(std::string_view name, const XmlAttributes& attributes) {
    if (name == "rPh") ++readings_;
    if (name == "r") run_ = Inline::Kind::kText;
    if (name == "vertAlign") {
      const std::string_view value = attributes.get("val");
      if (value == "superscript") run_ = Inline::Kind::kSuperscript;
      if (value == "subscript") run_ = Inline::Kind::kSubscript;
    }
    if (name == "t" && readings_ == 0) {
      inText_ = true;
      words_.clear();
    }
  }
  void end(std::string_view name) {
    if (name == "rPh") --readings_;
    if (name != "t" || !inText_) return;
    inText_ = false;
    unescape(words_);
    cell_.text += words_;
    if (words_.empty()) return;
    if (!pieces_.empty() && pieces_.back().kind == run_) {
      pieces_.back().text += words_;
    } else {
      pieces_.push_back({run_, words_, {}});
    }
  }
  void text(std::string_view words) {
    if (inText_) words_ += words;
  }
  SheetCell take() {
    const bool plain =
        std::ranges::all_of(pieces_, [](const Inline& piece) { return piece.kind == Inline::Kind::kText; });
    if (!plain) cell_.pieces = std::move(pieces_);
    return std::move(cell_);
  }

 private:
  SheetCell cell_;
  std::vector<Inline> pieces_;
  Inline::Kind run_ = Inline::Kind::kText;
  int readings_ = 0;
  bool inText_ = false;
  std::string words_;
};

class StringsReader final : public XmlEvents {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "si") reader_.begin();
    reader_.start(name, attributes);
  }
  void end(std::string_view name) override {
    reader_.end(name);
    if (name == "si") strings.push_back(reader_.take());
  }
  void text(std::string_view words) override { reader_.text(words); }

  std::vector<SheetCell> strings;

 private:
  TextReader reader_;
};

class CellsReader final : public XmlEvents {
 public:
  CellsReader(const std::string& name, const WorkbookTables& tables, const SheetLimits& limits,
              std::size_t& cells, Sheet& sheet)
      : name_(name), tables_(tables), limits_(limits), cells_(cells), sheet_(sheet) {}

  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view words) override {
    if (inValue_) value_ += words;
    if (inline_) text_.text(words);
  }

  SheetPart part;

 private:
  void startCell(const XmlAttributes& attributes);
  void endCell();
  [[nodiscard]] SheetCell shown() const;
  void store(SheetCell cell);
  void merge(std::string_view range);
  [[noreturn]] void refuse(ErrorCode code, const std::string& message) const {
    throw FormatError(code, message,
                      {name_, 0, sheet_.name + "!" + columnName(column_) + std::to_string(row_ + 1)});
  }

  const std::string& name_;
  const WorkbookTables& tables_;
  const SheetLimits& limits_;
  std::size_t& cells_;
  Sheet& sheet_;
  int row_ = -1;
  int column_ = -1;
  std::string type_;
  int style_ = 0;
  std::string value_;
  bool inValue_ = false;
  bool inline_ = false;
  bool hasValue_ = false;
  bool formula_ = false;
  TextReader text_;
};

void CellsReader::start(std::string_view name, const XmlAttributes& attributes) {
  if (inline_) {
    text_.start(name, attributes);
  } else if (name == "row") {
    row_ = numberOf(attributes.get("r"), row_ + 2) - 1;
    column_ = -1;
    if (row_ < 0 || row_ >= limits_.rows) {
      row_ = std::clamp(row_, 0, limits_.rows);
      refuse(ErrorCode::kOverLimit, say("工作表超过 {limit} 行，超出安全上限。", "limit"_a = limits_.rows));
    }
  } else if (name == "c") {
    startCell(attributes);
  } else if (name == "v") {
    inValue_ = true;
    hasValue_ = true;
  } else if (name == "is") {
    inline_ = true;
    hasValue_ = true;
    text_.begin();
  } else if (name == "f") {
    formula_ = true;
  } else if (name == "mergeCell") {
    merge(attributes.get("ref"));
  } else if (name == "drawing") {
    part.drawing = attributes.get("id");
  }
}

void CellsReader::end(std::string_view name) {
  if (name == "is") inline_ = false;
  if (inline_) text_.end(name);
  if (name == "v") inValue_ = false;
  if (name == "c") endCell();
}

void CellsReader::startCell(const XmlAttributes& attributes) {
  const std::string_view reference = attributes.get("r");
  if (reference.empty()) {
    ++column_;
  } else if (int row = 0; !parseCellReference(reference, row, column_)) {
    refuse(ErrorCode::kNotUnderstood, say("“{text}”不是单元格的名称。", "text"_a = std::string(reference)));
  } else {
    row_ = row;
  }
  if (row_ < 0) row_ = 0;
  if (row_ >= limits_.rows || column_ >= limits_.columns) {
    refuse(ErrorCode::kOverLimit, say("工作表的行或列多于 Excel 能容纳的数目。"));
  }
  type_ = attributes.get("t");
  style_ = numberOf(attributes.get("s"), 0);
  value_.clear();
  hasValue_ = false;
  formula_ = false;
}

void CellsReader::endCell() {
  if (formula_ && !hasValue_) {
    if (part.formulasWithoutValue++ == 0)
      part.firstFormulaWithoutValue = columnName(column_) + std::to_string(row_ + 1);
    return;
  }
  if (!hasValue_) return;
  SheetCell cell = type_ == "inlineStr" ? text_.take() : shown();
  if (!cell.text.empty()) store(std::move(cell));
}

SheetCell CellsReader::shown() const {
  SheetCell cell;
  if (type_ == "s") {
    const int index = numberOf(value_, -1);
    if (index < 0 || static_cast<std::size_t>(index) >= tables_.strings.size()) {
      refuse(ErrorCode::kNotUnderstood,
             say("单元格引用的第 {index} 条共享文字不存在，文件可能已损坏。", "index"_a = value_));
    }
    return tables_.strings[static_cast<std::size_t>(index)];
  }
  cell.text = value_;
  if (type_ == "str") {
    unescape(cell.text);
  } else if (type_ == "b") {
    cell.kind = SheetCell::Kind::kBoolean;
    cell.text = value_ == "1" || value_ == "true" ? "TRUE" : "FALSE";
  } else if (type_ == "e") {
    cell.kind = SheetCell::Kind::kError;
  } else if (type_ == "d") {
    // ISO 8601 of the strict form; midnight is the date alone.
    cell.kind = value_.find('-') == std::string::npos ? SheetCell::Kind::kTime : SheetCell::Kind::kDate;
    const std::size_t time = value_.find('T');
    if (time != std::string::npos) {
      const bool midnight = value_.compare(time + 1, 8, "00:00:00") == 0;
      cell.text = value_.substr(0, time) + (midnight ? "" : " " + value_.substr(time + 1, 8));
    }
  } else if (!value_.empty()) {
    char* end = nullptr;
    const double number = std::strtod(value_.c_str(), &end);
    if (end != value_.c_str() + value_.size()) {
      refuse(ErrorCode::kNotUnderstood, say("单元格的值“{text}”不是数字。", "text"_a = value_.substr(0, 40)));
    }
    static const NumberFormat kGeneral("General");
    const bool known = style_ >= 0 && static_cast<std::size_t>(style_) < tables_.formats.size();
    cell =
        (known ? tables_.formats[static_cast<std::size_t>(style_)] : kGeneral).show(number, tables_.date1904);
  }
  return cell;
}

void CellsReader::store(SheetCell cell) {
  if (cell.text.size() > limits_.cellBytes) {
    refuse(ErrorCode::kOverLimit,
           say("一个单元格超过 {limit} KiB，超出安全上限。", "limit"_a = limits_.cellBytes >> 10U));
  }
  const auto row = static_cast<std::size_t>(row_);
  const auto column = static_cast<std::size_t>(column_);
  if (row >= sheet_.rows.size()) sheet_.rows.resize(row + 1);
  std::vector<SheetCell>& line = sheet_.rows[row];
  if (column >= line.size()) {
    cells_ += column + 1 - line.size();
    if (cells_ > limits_.cells) {
      refuse(ErrorCode::kOverLimit, say("单元格超过 {limit} 个，超出安全上限。", "limit"_a = limits_.cells));
    }
    line.resize(column + 1);
  }
  line[column] = std::move(cell);
}

void CellsReader::merge(std::string_view range) {
  const std::size_t colon = range.find(':');
  MergedRange merged;
  if (colon == std::string_view::npos ||
      !parseCellReference(range.substr(0, colon), merged.firstRow, merged.firstColumn) ||
      !parseCellReference(range.substr(colon + 1), merged.lastRow, merged.lastColumn) ||
      merged.lastRow < merged.firstRow || merged.lastColumn < merged.firstColumn) {
    refuse(ErrorCode::kNotUnderstood, say("“{text}”不是单元格区域。", "text"_a = std::string(range)));
  }
  sheet_.merges.push_back(merged);
}

// Gives the covered cells the words of the first one, within the rows and columns that the sheet really has.
void fillMerges(Sheet& sheet, const SheetLimits& limits, const std::string& name) {
  std::size_t width = 0;
  for (const auto& row : sheet.rows) width = std::max(width, row.size());
  const int lastRow = static_cast<int>(sheet.rows.size()) - 1;
  const int lastColumn = static_cast<int>(width) - 1;
  std::size_t filled = 0;
  for (const MergedRange& range : sheet.merges) {
    const SheetCell* first = sheet.at(range.firstRow, range.firstColumn);
    if (first == nullptr || first->text.empty()) continue;
    SheetCell covered = *first;
    covered.merged = true;
    for (int r = range.firstRow; r <= std::min(range.lastRow, lastRow); ++r) {
      auto& row = sheet.rows[static_cast<std::size_t>(r)];
      const int end = std::min(range.lastColumn, lastColumn);
      if (static_cast<int>(row.size()) <= end) row.resize(static_cast<std::size_t>(end) + 1);
      for (int c = range.firstColumn; c <= end; ++c) {
        if (r == range.firstRow && c == range.firstColumn) continue;
        row[static_cast<std::size_t>(c)] = covered;
        if (++filled > limits.mergedCells) {
          throw FormatError(
              ErrorCode::kOverLimit,
              say("合并的单元格超过 {limit} 个，超出安全上限。", "limit"_a = limits.mergedCells),
              {name, 0, sheet.name});
        }
      }
    }
  }
}

}  // namespace

bool parseCellReference(std::string_view text, int& row, int& column) {
  int letters = 0;
  std::size_t at = 0;
  for (; at < text.size() && at < 3; ++at) {
    const char c = text[at];
    const char upper = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    if (upper < 'A' || upper > 'Z') break;
    letters = letters * 26 + (upper - 'A' + 1);
  }
  const int number = numberOf(text.substr(at), 0);
  if (letters == 0 || letters > 16'384 || number < 1 || number > 1'048'576) return false;
  row = number - 1;
  column = letters - 1;
  return true;
}

std::vector<SheetCell> readSharedStrings(const std::string& content, const std::string& name,
                                         const XmlLimits& limits) {
  StringsReader reader;
  streamXml(content, name, limits, reader);
  return std::move(reader.strings);
}

SheetPart readSheetData(const std::string& content, const std::string& name, const XmlLimits& xmlLimits,
                        const WorkbookTables& tables, const SheetLimits& limits, std::size_t& cells,
                        Sheet& sheet) {
  CellsReader reader(name, tables, limits, cells, sheet);
  streamXml(content, name, xmlLimits, reader);
  fillMerges(sheet, limits, name);
  return std::move(reader.part);
}

}  // namespace tiku::formats
