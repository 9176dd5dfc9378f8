#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/exchange/csv/marked_lines.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/text_encoding.h"
#include "formats/exchange/zip_parts.h"

/// CSV after RFC 4180, with what Excel and WPS write besides: tabs and semicolons, a first line `sep=;`, any
/// line end.
namespace tiku::formats {
namespace {

using Record = std::vector<std::string>;

class Parser {
 public:
  Parser(std::string_view text, char delimiter, const std::string& name)
      : text_(text), delimiter_(delimiter), name_(name) {}

  [[nodiscard]] bool atEnd() const { return at_ >= text_.size(); }

  /// The next record; an empty line is a record with one empty field.
  Record next() {
    Record record;
    for (;;) {
      record.push_back(field());
      if (static_cast<int>(record.size()) > limits_.columns) {
        refuse(say("一行超过 {limit} 列，超出安全上限。", "limit"_a = limits_.columns));
      }
      if (!atEnd() && text_[at_] == delimiter_) {
        ++at_;
        continue;
      }
      endLine();
      return record;
    }
  }

 private:
  [[noreturn]] void refuse(const std::string& message, ErrorCode code = ErrorCode::kOverLimit, int line = 0,
                           const std::string& advice = {}) const {
    throw FormatError(code, message, {name_, line == 0 ? line_ : line, {}}, advice);
  }

  std::string field() {
    if (!atEnd() && text_[at_] == '"') return quoted();
    const std::size_t begin = at_;
    at_ = std::min(text_.find_first_of(std::string{delimiter_, '\r', '\n'}, at_), text_.size());
    return bounded(std::string(text_.substr(begin, at_ - begin)));
  }

  std::string quoted() {
    const int opened = line_;
    std::string value;
    ++at_;
    for (;;) {
      const std::size_t quote = text_.find('"', at_);
      if (quote == std::string_view::npos) {
        refuse(say("引号没有成对：这一行的双引号打开后直到文件末尾都没有关闭。"), ErrorCode::kNotUnderstood,
               opened, say("请在表格软件中打开核对，重新另存为 CSV。"));
      }
      take(value, quote);
      at_ = quote + 1;
      if (atEnd() || text_[at_] != '"') break;
      value += '"';
      ++at_;
    }
    // Excel reads `"a"b` as ab, and so do we: nothing between here and the delimiter is lost.
    const std::size_t end =
        std::min(text_.find_first_of(std::string{delimiter_, '\r', '\n'}, at_), text_.size());
    take(value, end);
    at_ = end;
    return bounded(std::move(value));
  }

  // Appends up to `end`, counting lines and turning CR LF inside quotes into LF.
  void take(std::string& value, std::size_t end) {
    for (; at_ < end; ++at_) {
      const char c = text_[at_];
      if (c == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') continue;
      if (c == '\n') ++line_;
      value += c;
    }
    if (value.size() > limits_.cellBytes) bounded(value);
  }

  std::string bounded(std::string value) const {
    if (value.size() > limits_.cellBytes) {
      refuse(say("一个单元格超过 {limit} KiB，超出安全上限。", "limit"_a = limits_.cellBytes >> 10U));
    }
    return value;
  }

  void endLine() {
    if (atEnd()) return;
    if (text_[at_] == '\r') {
      ++at_;
      if (!atEnd() && text_[at_] == '\n') ++at_;
    } else {
      ++at_;
    }
    ++line_;
  }

  std::string_view text_;
  char delimiter_;
  const std::string& name_;
  SheetLimits limits_;
  std::size_t at_ = 0;
  int line_ = 1;
};

// The delimiter under which the first records agree best on a number of columns over one.
char detectDelimiter(std::string_view text, const std::string& name) {
  constexpr int kRecords = 50;
  char best = ',';
  double bestScore = 0;
  for (const char candidate : std::array{',', '\t', ';'}) {
    std::map<std::size_t, int> widths;
    int records = 0;
    try {
      for (Parser parser(text, candidate, name); !parser.atEnd() && records < kRecords;) {
        const Record record = parser.next();
        if (record.size() == 1 && record[0].empty()) continue;
        ++widths[record.size()];
        ++records;
      }
    } catch (const FormatError&) {
      continue;  // Under this delimiter the quotes make no sense; if under none, reading says so.
    }
    int agreeing = 0;
    for (const auto& [width, count] : widths) {
      if (width > 1) agreeing = std::max(agreeing, count);
    }
    const double score = records == 0 ? 0 : static_cast<double>(agreeing) / records;
    if (score > bestScore) {
      bestScore = score;
      best = candidate;
    }
  }
  return best;
}

// Excel's own hint: a first line "sep=;".
std::optional<char> declaredDelimiter(std::string_view& text) {
  if (!text.starts_with("sep=") || text.size() < 5) return std::nullopt;
  const char delimiter = text[4];
  if (std::string_view(",;\t|").find(delimiter) == std::string_view::npos) return std::nullopt;
  const std::string_view rest = text.substr(5);
  if (!rest.empty() && rest[0] != '\r' && rest[0] != '\n') return std::nullopt;
  text.remove_prefix(5);
  return delimiter;
}

Sheet parsedSheet(std::string_view text, const std::string& name) {
  const std::optional<char> declared = declaredDelimiter(text);
  const char delimiter = declared ? *declared : detectDelimiter(text, name);
  const SheetLimits limits;
  Sheet sheet;
  sheet.isText = true;
  std::size_t cells = 0;
  for (Parser parser(text, delimiter, name); !parser.atEnd();) {
    std::vector<SheetCell> row;
    for (std::string& field : parser.next()) {
      row.emplace_back();
      row.back().text = std::move(field);
    }
    cells += row.size();
    if (cells > limits.cells || static_cast<int>(sheet.rows.size()) >= limits.rows) {
      throw FormatError(ErrorCode::kOverLimit,
                        say("单元格超过 {limit} 个，超出安全上限。", "limit"_a = limits.cells),
                        {name, 0, {}});
    }
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

}  // namespace

Workbook readCsvBytes(const std::string& bytes, const std::string& name) {
  const DecodedText decoded = decodeText(bytes, name);
  Workbook workbook;
  workbook.file = name;
  auto marked = readMarkedLines(decoded.text);
  workbook.sheets.push_back(marked ? std::move(*marked) : parsedSheet(decoded.text, name));
  workbook.sheets.back().name = name.substr(0, name.rfind('.'));
  if (decoded.encoding != "UTF-8") {
    workbook.notes.push_back(say("文件按 {encoding} 编码读入。", "encoding"_a = decoded.encoding));
  }
  return workbook;
}

Workbook readCsv(const std::filesystem::path& file) {
  return readCsvBytes(readWholeFile(file), fileNameOf(file));
}

}  // namespace tiku::formats
