#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "formats/exchange/ledger.h"
#include "formats/exchange/sheets/layout.h"

namespace tiku::formats::sheets {

/// An item and the rows that it came from, until mergeItems() has spoken.
struct FoundItem {
  TheoryItem item;
  Level level;
  const Sheet* sheet = nullptr;
  std::vector<std::string> units;  ///< The first one is the item's own.
  std::string reason;
  RichText material;
};

/// How judgements are written, over the whole file: "√" -> how often.
using JudgementMarks = std::map<std::string, int>;

/// What all sheets of a file are read with.
struct FileContext {
  const Bank& bank;
  const Workbook& workbook;
  const ImportOptions& options;
  JudgementCode judgement = JudgementCode::kUsual;
};

/// Reads the items of one sheet after its layout, and gives each of its rows, and each cell of which there is
/// something to say, its verdict.
class SheetReader {
 public:
  SheetReader(const FileContext& file, SheetLayout& layout, Ledger& ledger, Understanding& understanding)
      : file_(file), layout_(layout), sheet_(*layout.sheet), ledger_(ledger), understanding_(understanding) {}

  void read();
  [[nodiscard]] std::vector<FoundItem> takeItems() { return std::move(items_); }
  [[nodiscard]] const JudgementMarks& marks() const { return marks_; }

 private:
  void readRows();
  void readBefore(int end);
  void readTable(TableLayout& table, TypeHint& section);
  void readStackedRows(TableLayout& table, TypeHint& section, int firstRow, int lastRow);
  void readByContent();
  void readItemRow(const TableLayout& table, const TypeHint& section, int row);
  void readStackedItem(const TableLayout& table, const TypeHint& section, int made);
  void take(const TableLayout& table, const RowContext& context, int row, std::vector<std::string> units);
  void refuse(const RowResult& result, const std::vector<std::string>& units);
  void tellDoubts(const TableLayout& table, int row, const RowResult& result);
  static std::pair<int, int> placeOf(const TableLayout& table, int row, int column);
  bool skipPlain(int row);
  void enterAll(bool isClear, const std::string& reason);
  void dropStrangeColumns(TableLayout& table);
  void tellOfColumns(const TableLayout& table);
  void tellOfPictures();
  void closeSheet();
  void tellOfAnswers();
  [[nodiscard]] RowContext contextOf(const TableLayout& table, const TypeHint& section, int row);
  [[nodiscard]] Level levelOf(const TableLayout& table, int row);
  [[nodiscard]] const PointFinder& pointsOf(Level level);

  const FileContext& file_;
  SheetLayout& layout_;
  const Sheet& sheet_;
  Ledger& ledger_;
  Understanding& understanding_;
  std::vector<FoundItem> items_;
  JudgementMarks marks_;
  std::map<Level, PointFinder> points_;
  std::set<std::string> usedPictures_;
  int keysFromStem_ = 0;
  int keysFromRationale_ = 0;

  // Of the table at hand.
  int marksLeftOut_ = 0;
  int pointCells_ = 0;
  std::optional<Level> levelWithoutPoints_;
};

/// Whether right and wrong are written as 0 and 1, of which nobody can say which is which.
bool areBareDigits(const JudgementMarks& marks);

}  // namespace tiku::formats::sheets
