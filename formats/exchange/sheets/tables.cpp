#include "formats/exchange/sheets/tables.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "formats/exchange/sheets/answers.h"
#include "formats/exchange/sheets/head_words.h"

namespace tiku::formats::sheets {
namespace {

using HeadCells = std::vector<std::optional<Column>>;

// Of the words of a head a good part is known: an item about titles and contents of books has two words that
// are heads elsewhere, and a statement besides.
bool isHead(const Sheet& sheet, int row, const HeadCells& cells, const ColumnChoice& choice) {
  constexpr std::size_t kLongest = 150;
  std::set<Field> fields;
  std::set<std::pair<Field, int>> known;
  std::size_t full = 0;
  for (int c = 0; c < static_cast<int>(cells.size()); ++c) {
    const auto& cell = cells[static_cast<std::size_t>(c)];
    const std::string words = wordsAt(sheet, row, c);
    if (words.empty() || sheet.at(row, c)->merged) continue;
    ++full;
    if (!cell && words.size() > kLongest) return false;
    if (!cell) continue;
    known.insert({cell->field, cell->option});
    fields.insert(cell->field);
  }
  if (known.size() * 5 < full * 2) return false;
  fields.erase(Field::kSerial);
  if (fields.contains(Field::kStem)) return fields.size() >= 2;
  // The stem's column was named by its letter; an item's key "A" alone makes no head.
  return choice.needsNoHead() && fields.size() >= 2;
}

/// Remembers which words name a stem: a column of types says 单选题 in every row.
class StemHeads {
 public:
  bool has(const std::string& words) {
    constexpr std::size_t kOften = 40;
    if (!mayNameStem(words)) return false;
    if (words.size() > kOften) return namesStem(words);
    const auto [known, isNew] = known_.emplace(words, false);
    if (isNew) known->second = namesStem(words);
    return known->second;
  }

 private:
  static bool namesStem(const std::string& words) {
    const auto column = recogniseHead(words);
    return column && column->field == Field::kStem;
  }

  std::unordered_map<std::string, bool> known_;
};

HeadCells recognised(const Sheet& sheet, int row, const ColumnChoice& choice, StemHeads& stems) {
  const auto& words = sheet.rows[static_cast<std::size_t>(row)];
  // Nearly all rows are items, and looking up all their words would cost most of the time.
  const bool worthLooking =
      choice.needsNoHead() || std::ranges::any_of(words, [&](const SheetCell& cell) {
        return stems.has(cell.text) || (!choice.empty() && choice.fieldOfHead(trimmedWords(cell.text)));
      });
  HeadCells cells;
  if (!worthLooking) return cells;
  for (const SheetCell& cell : words) {
    const auto chosen = choice.fieldOfHead(trimmedWords(cell.text));
    cells.push_back(chosen ? chosen : recogniseHead(cell.text));
  }
  return cells;
}

// The second row of a head: A B C D under a wide 选项, and nothing else that is new.
bool continuesHead(const Sheet& sheet, int row) {
  if (static_cast<std::size_t>(row) >= sheet.rows.size()) return false;
  int options = 0;
  for (const SheetCell& cell : sheet.rows[static_cast<std::size_t>(row)]) {
    if (trimmedWords(cell.text).empty() || cell.merged) continue;
    const auto column = recogniseHead(cell.text);
    if (!column || column->field != Field::kOption) return false;
    ++options;
  }
  return options >= 2;
}

bool looksLikeKey(const std::string& words) {
  constexpr std::size_t kLongest = 24;
  return words.size() <= kLongest &&
         (optionLetters(words).has_value() || judgementOf(words, JudgementCode::kUsual).has_value());
}

// Whether nearly all cells below are letters or marks of judgement.
bool holdsKeys(const Sheet& sheet, int firstRow, int column) {
  int filled = 0;
  int keys = 0;
  for (int row = firstRow; row < static_cast<int>(sheet.rows.size()); ++row) {
    const std::string words = wordsAt(sheet, row, column);
    filled += words.empty() ? 0 : 1;
    keys += !words.empty() && looksLikeKey(words) ? 1 : 0;
  }
  return filled > 0 && keys * 10 >= filled * 9;
}

// Whether most rows below have something in the column.
bool isFilled(const Sheet& sheet, int firstRow, int column) {
  constexpr int kLooked = 50;
  int rows = 0;
  int filled = 0;
  const int last = std::min(static_cast<int>(sheet.rows.size()), firstRow + kLooked);
  for (int row = firstRow; row < last; ++row) {
    if (widthOfRow(sheet, row) < 2) continue;
    ++rows;
    filled += wordsAt(sheet, row, column).empty() ? 0 : 1;
  }
  return rows > 0 && filled * 2 >= rows;
}

class TableMaker {
 public:
  TableMaker(const Sheet& sheet, int row, bool guess) : sheet_(sheet), row_(row), guess_(guess) {}

  ItemTable make() {
    table_.headRow = row_;
    table_.headRows = continuesHead(sheet_, row_ + 1) ? 2 : 1;
    table_.firstRow = row_ + table_.headRows;
    const auto& head = sheet_.rows[static_cast<std::size_t>(row_)];
    width_ = static_cast<int>(head.size());
    for (const auto& row : sheet_.rows) width_ = std::max(width_, static_cast<int>(row.size()));
    for (int c = 0; c < width_; ++c) {
      std::optional<Column> column = meaning(c);
      // A repeated head counts once: 备注 beside 解析 is no second rationale.
      if (column && taken_.insert({column->field, column->option}).second) {
        column->index = c;
        table_.columns.push_back(*column);
      } else if (!wordsAt(sheet_, row_, c).empty()) {
        table_.unknown.push_back(c);
      }
    }
    return std::move(table_);
  }

 private:
  std::optional<Column> meaning(int c) {
    const std::string words = wordsAt(sheet_, row_, c);
    std::optional<Column> column = words.empty() ? std::nullopt
                                   : guess_      ? guessHead(words)
                                                 : recogniseHead(words);
    if (table_.headRows == 2) {
      const SheetCell* below = sheet_.at(row_ + 1, c);
      const auto option = below == nullptr || below->merged ? std::nullopt : recogniseHead(below->text);
      return option ? option : column;
    }
    const bool isOptions = column && column->field == Field::kOptions;
    if (isOptions && !inside_ && isWide(c, words)) inside_ = 0;
    // Below one wide 选项, or beside it under heads that were left empty.
    const bool continues =
        inside_ && (isOptions || (words.empty() && isFilled(sheet_, table_.firstRow, c) &&
                                  !(*inside_ >= 2 && holdsKeys(sheet_, table_.firstRow, c))));
    if (!continues) {
      inside_.reset();
      return column;
    }
    return *inside_ < kMostOptions ? std::optional(Column{0, Field::kOption, (*inside_)++}) : std::nullopt;
  }

  // 选项 over several columns: merged, repeated, or followed by empty heads over cells with words.
  [[nodiscard]] bool isWide(int c, const std::string& words) const {
    if (c + 1 >= width_) return false;
    const std::string next = wordsAt(sheet_, row_, c + 1);
    return next == words || (next.empty() && isFilled(sheet_, table_.firstRow, c + 1));
  }

  const Sheet& sheet_;
  int row_;
  bool guess_;
  int width_ = 0;
  std::optional<int> inside_;  // Columns so far below one wide 选项.
  std::set<std::pair<Field, int>> taken_;
  ItemTable table_;
};

// A row of a few short and different words, some of which come near to the heads of stem and answer.
bool looksLikeHead(const Sheet& sheet, int row) {
  constexpr std::size_t kLongest = 60;
  std::set<std::string> different;
  std::set<Field> fields;
  for (const SheetCell& cell : sheet.rows[static_cast<std::size_t>(row)]) {
    const std::string words = trimmedWords(cell.text);
    if (words.empty() || cell.merged) continue;
    if (words.size() > kLongest || !different.insert(words).second) return false;
    if (const auto column = guessHead(words)) fields.insert(column->field);
  }
  const bool answered =
      fields.contains(Field::kKey) || fields.contains(Field::kOption) || fields.contains(Field::kOptions);
  return different.size() >= 2 && fields.contains(Field::kStem) && answered;
}

}  // namespace

std::vector<ItemTable> tablesWithHeads(const Sheet& sheet, const ColumnChoice& choice,
                                       const HeadsSaid& said) {
  constexpr int kTopRows = 15;
  std::vector<ItemTable> tables;
  const int rows = static_cast<int>(sheet.rows.size());
  if (said.none) return tables;
  const auto add = [&](int row, bool guess) {
    if (!tables.empty()) tables.back().lastRow = row - 1;
    tables.push_back(TableMaker(sheet, row, guess).make());
  };
  StemHeads stems;
  int row = 0;
  if (said.row) {
    add(*said.row, true);
    row = tables.back().firstRow;
  }
  for (; row < rows; ++row) {
    if (said.notHeads.contains(row) || !isHead(sheet, row, recognised(sheet, row, choice, stems), choice))
      continue;
    add(row, false);
    row = tables.back().firstRow - 1;
  }
  for (row = 0; tables.empty() && row < std::min(rows, kTopRows); ++row) {
    if (!said.notHeads.contains(row) && looksLikeHead(sheet, row)) add(row, true);
  }
  if (!tables.empty()) tables.back().lastRow = rows - 1;
  return tables;
}

int columnOfKeys(const Sheet& sheet, const ItemTable& table) {
  constexpr double kNearlyAll = 0.9;
  int width = 0;
  for (int row = table.firstRow; row <= table.lastRow; ++row)
    width = std::max(width, static_cast<int>(sheet.rows[static_cast<std::size_t>(row)].size()));
  int found = -1;
  for (int c = 0; c < width; ++c) {
    if (table.at(c) != nullptr) continue;
    int filled = 0;
    int keys = 0;
    int rows = 0;
    for (int row = table.firstRow; row <= table.lastRow; ++row) {
      const std::string words = wordsAt(sheet, row, c);
      rows += widthOfRow(sheet, row) > 1 ? 1 : 0;
      filled += words.empty() ? 0 : 1;
      keys += !words.empty() && looksLikeKey(words) ? 1 : 0;
    }
    if (filled == 0 || filled * 2 < rows || keys < kNearlyAll * filled) continue;
    if (found >= 0) return -1;
    found = c;
  }
  return found;
}

}  // namespace tiku::formats::sheets
