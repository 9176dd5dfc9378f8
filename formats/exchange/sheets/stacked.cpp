#include "formats/exchange/sheets/stacked.h"

#include <algorithm>

#include "formats/exchange/sheets/answers.h"
#include "formats/exchange/sheets/head_words.h"

namespace tiku::formats::sheets {
namespace {

constexpr int kOptionColumn = 1;  // Behind the stem's.
constexpr int kOtherColumn = kOptionColumn + kMostOptions;
constexpr int kExtraColumn = kOtherColumn + 32;  // Behind those of all fields.

/// Cells of a row that have words of their own.
std::vector<int> ownCells(const Sheet& sheet, int row) {
  std::vector<int> cells;
  const auto& words = sheet.rows[static_cast<std::size_t>(row)];
  for (int c = 0; c < static_cast<int>(words.size()); ++c) {
    const SheetCell& cell = words[static_cast<std::size_t>(c)];
    if (!cell.merged && !trimmedWords(cell.text).empty()) cells.push_back(c);
  }
  return cells;
}

bool isNumber(const std::string& words) {
  constexpr std::size_t kLongest = 6;
  return words.size() <= kLongest && words.find_first_not_of("0123456789.、") == std::string::npos;
}

bool isKey(const std::string& words) {
  constexpr std::size_t kLongest = 30;
  return words.size() <= kLongest &&
         (optionLetters(words).has_value() || judgementOf(words, JudgementCode::kUsual).has_value());
}

/// The option that the words begin with: "B、乙" is 1.
std::optional<int> leadingOption(const std::string& words) {
  const auto spans = optionSpansOf(words, true);
  return spans.empty() ? std::nullopt : std::optional(spans.front().option);
}

bool isOptionsRow(const Sheet& sheet, int row) {
  const std::vector<int> cells = ownCells(sheet, row);
  return std::ranges::any_of(cells, [&](int c) { return leadingOption(wordsAt(sheet, row, c)) == 0; });
}

class StackReader {
 public:
  StackReader(const Sheet& sheet, const ItemTable* table) : sheet_(sheet) {
    made_.made.name = sheet.name;
    made_.table.columns = {{0, Field::kStem, 0}};
    for (int i = 0; i < kMostOptions; ++i)
      made_.table.columns.push_back({kOptionColumn + i, Field::kOption, i});
    if (table == nullptr) return;
    for (const Column& column : table->columns) {
      if (column.field == Field::kStem) {
        stemColumn_ = column.index;
      } else {
        fields_.emplace(column.index, column);
      }
    }
  }

  StackedItems read(int firstRow, int lastRow, const std::map<int, TypeHint>& headings) {
    for (int row = firstRow; row <= lastRow; ++row) {
      if (headings.contains(row)) {
        item_ = -1;
        begun_ = true;
      } else if (widthOfRow(sheet_, row) > 0) {
        readRow(row, headings);
      }
    }
    made_.table.firstRow = 0;
    made_.table.lastRow = static_cast<int>(made_.made.rows.size()) - 1;
    return std::move(made_);
  }

 private:
  void readRow(int row, const std::map<int, TypeHint>& headings);
  bool continueItem(int row, const std::vector<int>& cells);
  void putStem(int row, const std::vector<int>& cells);
  void beginItem(int row);
  void belong(int row);
  void put(int column, SheetCell cell, int row, int from);
  void putOptions(int row, const std::vector<int>& cells);
  void putField(const Column& field, SheetCell cell, int row, int from);
  int columnOf(const Column& field);
  [[nodiscard]] const SheetCell& cell(int row, int c) const { return *sheet_.at(row, c); }

  const Sheet& sheet_;
  int stemColumn_ = -1;  // -1 where no head names it.
  std::map<int, Column> fields_;
  StackedItems made_;
  int item_ = -1;
  bool begun_ = false;  // A heading was met, or an item.
  int options_ = 0;
  int nextColumn_ = kOtherColumn;
};

void StackReader::beginItem(int row) {
  item_ = static_cast<int>(made_.made.rows.size());
  made_.made.rows.emplace_back();
  made_.rows.push_back({row});
  options_ = 0;
  begun_ = true;
}

void StackReader::belong(int row) {
  std::vector<int>& rows = made_.rows.back();
  if (rows.back() != row) rows.push_back(row);
}

void StackReader::put(int column, SheetCell cell, int row, int from) {
  auto& cells = made_.made.rows.back();
  const auto at = static_cast<std::size_t>(column);
  if (cells.size() <= at) cells.resize(at + 1);
  if (!cells[at].text.empty()) {
    // Words that go on in another row.
    SheetCell& before = cells[at];
    if (before.pieces.empty()) before.pieces = {{Inline::Kind::kText, before.text, {}}};
    if (cell.pieces.empty()) cell.pieces = {{Inline::Kind::kText, cell.text, {}}};
    before.text += "\n" + cell.text;
    before.pieces.push_back({Inline::Kind::kText, "\n", {}});
    before.pieces.insert(before.pieces.end(), cell.pieces.begin(), cell.pieces.end());
    return;
  }
  cells[at] = std::move(cell);
  made_.origin[{item_, column}] = {row, from};
  const auto pictures = sheet_.pictures.find(columnName(from) + std::to_string(row + 1));
  if (pictures != sheet_.pictures.end())
    made_.made.pictures[columnName(column) + std::to_string(item_ + 1)] = pictures->second;
}

int StackReader::columnOf(const Column& field) {
  for (const Column& known : made_.table.columns) {
    if (known.field == field.field && known.option == field.option) return known.index;
  }
  made_.table.columns.push_back({nextColumn_, field.field, field.option});
  return nextColumn_++;
}

void StackReader::putField(const Column& field, SheetCell cell, int row, int from) {
  put(columnOf(field), std::move(cell), row, from);
}

void StackReader::putOptions(int row, const std::vector<int>& cells) {
  for (const int c : cells) {
    const SheetCell& own = cell(row, c);
    const std::string words = trimmedWords(own.text);
    if (isKey(words) && !leadingOption(words)) {
      putField({0, Field::kKey, 0}, own, row, c);
      continue;
    }
    const std::vector<OptionBytes> spans = optionSpansOf(own.text, true);
    if (spans.empty()) {
      if (options_ < kMostOptions) put(kOptionColumn + options_++, own, row, c);
      continue;
    }
    for (const OptionBytes& span : spans) {
      put(kOptionColumn + span.option, sliceOf(own, span.from, span.to), row, c);
      options_ = std::max(options_, span.option + 1);
    }
  }
}

// What a head names keeps its meaning; the other cells are told by their words.
void StackReader::readRow(int row, const std::map<int, TypeHint>& headings) {
  std::vector<int> cells = ownCells(sheet_, row);
  if (cells.empty()) return;
  std::vector<std::pair<Column, int>> named;
  std::erase_if(cells, [&](int c) {
    const auto known = fields_.find(c);
    if (known == fields_.end() || c == stemColumn_) return false;
    named.emplace_back(known->second, c);
    return true;
  });
  const bool title = !begun_ && !headings.empty() && onlyText(sheet_, row);
  if (item_ < 0 && (cells.empty() || title)) {
    made_.odd.push_back(row);
    return;
  }
  if (cells.empty()) {
    belong(row);
  } else if (!continueItem(row, cells)) {
    putStem(row, cells);
  }
  for (const auto& [field, c] : named) putField(field, cell(row, c), row, c);
}

// Options, or a labelled answer, of the item above. False where the row begins an item.
bool StackReader::continueItem(int row, const std::vector<int>& cells) {
  if (item_ < 0) return false;
  const bool labelled =
      std::ranges::any_of(cells, [&](int c) { return leadingOption(wordsAt(sheet_, row, c)).has_value(); });
  const bool bare =
      options_ == 0 && cells.size() >= 2 && stemColumn_ < 0 && !isNumber(wordsAt(sheet_, row, cells[0]));
  if (labelled || bare) {
    belong(row);
    putOptions(row, cells);
    return true;
  }
  const SheetCell& first = cell(row, cells[0]);
  const auto label = labelledWords(first.text);
  if (!label) return false;
  const auto from = static_cast<std::size_t>(label->rest.data() - first.text.data());
  belong(row);
  putField({0, label->field, 0}, sliceOf(first, from, first.text.size()), row, cells[0]);
  for (std::size_t i = 1; i < cells.size(); ++i)
    putField({0, label->field, 0}, cell(row, cells[i]), row, cells[i]);
  return true;
}

// The longest words are the stem; beside them may stand its number and its key.
void StackReader::putStem(int row, const std::vector<int>& cells) {
  const int stem = *std::ranges::max_element(cells, {}, [&](int c) {
    return c == stemColumn_ ? std::string::npos : wordsAt(sheet_, row, c).size();
  });
  beginItem(row);
  put(0, cell(row, stem), row, stem);
  int extra = kExtraColumn;
  for (const int c : cells) {
    const std::string words = wordsAt(sheet_, row, c);
    if (c == stem || isNumber(words)) continue;
    if (isKey(words)) {
      putField({0, Field::kKey, 0}, cell(row, c), row, c);
    } else {
      put(extra++, cell(row, c), row, c);  // Told as left out.
    }
  }
}

}  // namespace

bool looksStacked(const Sheet& sheet, int firstRow, int lastRow) {
  int options = 0;
  int full = 0;
  for (int row = firstRow; row <= lastRow; ++row) {
    if (widthOfRow(sheet, row) == 0) continue;
    ++full;
    options += row > firstRow && isOptionsRow(sheet, row) ? 1 : 0;
  }
  constexpr int kEvery = 8;  // A stem, six options and an answer may take a row each.
  return options > 0 && options * kEvery >= full;
}

StackedItems readStacked(const Sheet& sheet, int firstRow, int lastRow,
                         const std::map<int, TypeHint>& headings, const ItemTable* table) {
  return StackReader(sheet, table).read(firstRow, lastRow, headings);
}

}  // namespace tiku::formats::sheets
