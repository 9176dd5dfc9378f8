#include "formats/exchange/sheets/sheet_reader.h"

#include <algorithm>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/exchange/items/line_kinds.h"
#include "formats/exchange/items/plain_text.h"

namespace tiku::formats::sheets {
namespace {

using Form = SheetLayout::Form;

int mergedCells(const Sheet& sheet, int row) {
  return static_cast<int>(std::ranges::count_if(sheet.rows[static_cast<std::size_t>(row)],
                                                [](const SheetCell& cell) { return cell.merged; }));
}

}  // namespace

bool areBareDigits(const JudgementMarks& marks) {
  const auto has = [&marks](const char* mark) { return marks.contains(mark); };
  return (has("0") || has("1")) && !has("2");
}

void SheetReader::read() {
  ledger_.enter(unitName(sheet_));
  items_.reserve(sheet_.rows.size());
  readRows();
  tellOfPictures();
  tellOfAnswers();
  closeSheet();
}

void SheetReader::readRows() {
  switch (layout_.form) {
    case Form::kEmpty:
      break;
    case Form::kNotItems:
      enterAll(layout_.isSure, layout_.isSure ? layout_.reason : say("所在工作表没有认出试题表，没有导入。"));
      break;
    case Form::kContent:
      readByContent();
      break;
    case Form::kStacked: {
      TypeHint section;
      readStackedRows(layout_.tables.front(), section, 0, static_cast<int>(sheet_.rows.size()) - 1);
      break;
    }
    case Form::kHeads: {
      TypeHint section;
      const int head = layout_.tables.front().table.headRow;
      readBefore(head);
      for (const auto& [row, hint] : layout_.headings) {
        if (row < head) section = hint;
      }
      for (TableLayout& table : layout_.tables) readTable(table, section);
    }
  }
}

void SheetReader::enterAll(bool isClear, const std::string& reason) {
  for (int row = 0; row < static_cast<int>(sheet_.rows.size()); ++row) {
    const std::string at = rowName(sheet_, row);
    ledger_.enter(at);
    if (isClear || widthOfRow(sheet_, row) == 0) {
      ledger_.skipped(at, isClear ? reason : say("空行。"));
    } else {
      ledger_.unclear(at, reason);
    }
  }
}

// Blank rows and headings, entered and judged.
bool SheetReader::skipPlain(int row) {
  const std::string at = rowName(sheet_, row);
  if (layout_.headings.contains(row)) {
    ledger_.enter(at);
    ledger_.skipped(at, say("题型标题“{text}”。", "text"_a = onlyText(sheet_, row).value_or("")));
    return true;
  }
  if (widthOfRow(sheet_, row) > 0) return false;
  ledger_.enter(at);
  ledger_.skipped(at, say("空行。"));
  return true;
}

// What stands above the first head: titles, counts, headings of sections.
void SheetReader::readBefore(int end) {
  constexpr int kMostTitleRows = 20;
  for (int row = 0; row < end; ++row) {
    if (skipPlain(row)) continue;
    const std::string at = rowName(sheet_, row);
    ledger_.enter(at);
    if (row < kMostTitleRows) {
      ledger_.skipped(at, say("表头之前的标题或说明。"));
    } else {
      ledger_.unclear(at, say("在表头之前，没有导入。"));
    }
  }
}

void SheetReader::readTable(TableLayout& layout, TypeHint& section) {
  ItemTable& table = layout.table;
  for (int row = table.headRow; row >= 0 && row < table.firstRow; ++row) {
    const std::string at = rowName(sheet_, row);
    ledger_.enter(at);
    ledger_.skipped(at, say("表头。"));
  }
  if (table.headRow >= 0 && !layout.stacked) dropStrangeColumns(layout);
  marksLeftOut_ = 0;
  pointCells_ = 0;
  levelWithoutPoints_.reset();
  // A heading above the first table speaks of it alone: the second one asks other questions.
  if (table.headRow >= 0 && !layout.stacked && table.find(Field::kOption) == nullptr &&
      table.find(Field::kOptions) == nullptr &&
      (section.anyChoice || (section.type && hasOptions(*section.type)))) {
    section = {};
  }
  if (layout.stacked) {
    readStackedRows(layout, section, table.firstRow, table.lastRow);
    return;
  }
  for (int row = table.firstRow; row <= table.lastRow; ++row) {
    if (const auto heading = layout_.headings.find(row); heading != layout_.headings.end())
      section = heading->second;
    if (skipPlain(row)) continue;
    const bool wordsAlone = section.type && !isObjective(*section.type);  // A question without an answer yet.
    if (!wordsAlone && mergedCells(sheet_, row) >= 2 && onlyText(sheet_, row)) {
      ledger_.enter(rowName(sheet_, row));
      ledger_.skipped(rowName(sheet_, row), say("合并单元格中的标题或说明。"));
    } else {
      readItemRow(layout, section, row);
    }
  }
  if (table.headRow >= 0) tellOfColumns(layout);
}

void SheetReader::readStackedRows(TableLayout& layout, TypeHint& section, int firstRow, int lastRow) {
  std::map<int, int> itemAt;  // First row of an item -> row of the made table.
  std::set<int> parts;
  for (std::size_t item = 0; item < layout.stacked->rows.size(); ++item) {
    const std::vector<int>& rows = layout.stacked->rows[item];
    itemAt.emplace(rows.front(), static_cast<int>(item));
    parts.insert(rows.begin() + 1, rows.end());
  }
  for (int row = firstRow; row <= lastRow; ++row) {
    if (skipPlain(row)) continue;
    ledger_.enter(rowName(sheet_, row));
    if (!parts.contains(row) && !itemAt.contains(row))
      ledger_.skipped(rowName(sheet_, row), say("试题之前的标题或说明。"));
  }
  // Only now, since an item speaks of the rows below its first.
  for (int row = firstRow; row <= lastRow; ++row) {
    if (const auto heading = layout_.headings.find(row); heading != layout_.headings.end())
      section = heading->second;
    if (const auto item = itemAt.find(row); item != itemAt.end())
      readStackedItem(layout, section, item->second);
  }
}

void SheetReader::readByContent() {
  TypeHint section;
  for (int row = 0; row < static_cast<int>(sheet_.rows.size()); ++row) {
    if (const auto heading = layout_.headings.find(row); heading != layout_.headings.end())
      section = heading->second;
    if (skipPlain(row)) continue;
    if (const ContentColumns* fits = columnsForRow(layout_.content, sheet_, row)) {
      readItemRow(layout_.tables[static_cast<std::size_t>(fits - layout_.content.data())], section, row);
      continue;
    }
    ledger_.enter(rowName(sheet_, row));
    const bool title = items_.empty() && onlyText(sheet_, row);
    if (title) {
      ledger_.skipped(rowName(sheet_, row), say("试题之前的标题或说明。"));
    } else {
      ledger_.unclear(rowName(sheet_, row), say("列数与其他行不同，没有导入。"));
    }
  }
}

RowContext SheetReader::contextOf(const TableLayout& table, const TypeHint& section, int row) {
  const Sheet& rows = table.stacked ? table.stacked->made : sheet_;
  const ItemTable& columns = table.stacked ? table.stacked->table : table.table;
  const Level level = levelOf(table, row);
  return {rows,
          columns,
          pointsOf(level),
          level,
          file_.judgement,
          section,
          layout_.type,
          layout_.forced,
          layout_.byContent,
          table.codes,
          table.keys,
          layout_.firstIsRight,
          file_.workbook.file,
          {}};
}

void SheetReader::readItemRow(const TableLayout& table, const TypeHint& section, int row) {
  const std::string at = rowName(sheet_, row);
  ledger_.enter(at);
  RowContext context = contextOf(table, section, row);
  context.at = at;
  take(table, context, row, {at});
}

void SheetReader::readStackedItem(const TableLayout& table, const TypeHint& section, int made) {
  RowContext context = contextOf(table, section, made);
  std::vector<std::string> units;
  for (const int row : table.stacked->rows[static_cast<std::size_t>(made)])
    units.push_back(rowName(sheet_, row));
  context.at = units.front();
  take(table, context, made, std::move(units));
}

// Rows of an item that was not taken.
void SheetReader::refuse(const RowResult& result, const std::vector<std::string>& units) {
  if (result.isEmpty) {
    ledger_.skipped(units.front(), result.reason);
  } else {
    ledger_.unclear(units.front(), result.reason);
  }
  for (std::size_t i = 1; i < units.size(); ++i)
    ledger_.unclear(units[i], say("属于没有导入的试题（{at}）。", "at"_a = units.front()));
}

// Where a cell of the table's rows stands in the sheet.
std::pair<int, int> SheetReader::placeOf(const TableLayout& table, int row, int column) {
  if (!table.stacked) return {row, column};
  const auto origin = table.stacked->origin.find({row, column});
  return origin == table.stacked->origin.end()
             ? std::pair(table.stacked->rows[static_cast<std::size_t>(row)].front(), 0)
             : origin->second;
}

// Several doubts of one cell are told as one.
void SheetReader::tellDoubts(const TableLayout& table, int row, const RowResult& result) {
  std::map<std::string, std::string> doubts;
  std::vector<std::string> order;
  for (const auto& [column, sentence] : result.doubts) {
    const auto [r, c] = placeOf(table, row, column);
    const std::string cell = cellName(sheet_, r, c);
    std::string& words = doubts[cell];
    if (words.empty()) order.push_back(cell);
    words += sentence;
  }
  for (const std::string& cell : order) {
    ledger_.enter(cell);
    ledger_.unclear(cell, doubts.at(cell));
  }
}

void SheetReader::take(const TableLayout& table, const RowContext& context, int row,
                       std::vector<std::string> units) {
  RowResult result = readRow(context, row);
  if (!result.item) {
    refuse(result, units);
    return;
  }
  tellDoubts(table, row, result);
  for (const int column : result.pictures) {
    const auto [r, c] = placeOf(table, row, column);
    usedPictures_.insert(columnName(c) + std::to_string(r + 1));
  }
  for (std::size_t i = 1; i < units.size(); ++i)
    ledger_.imported(units[i], say("属于试题（{at}）。", "at"_a = units.front()));
  if (!result.judgementMark.empty()) ++marks_[result.judgementMark];
  marksLeftOut_ += result.marksLeftOut ? 1 : 0;
  keysFromStem_ += result.keyFromStem ? 1 : 0;
  keysFromRationale_ += result.keyFromRationale ? 1 : 0;
  for (const Field field : {Field::kPoint, Field::kPointPart}) {
    const Column* point = context.table.find(field);
    if (point == nullptr || !context.points.empty()) continue;
    if (wordsAt(context.sheet, row, point->index).empty()) continue;
    ++pointCells_;
    levelWithoutPoints_ = context.level;
    break;
  }
  items_.push_back({std::move(*result.item), context.level, &sheet_, std::move(units),
                    std::move(result.reason), std::move(result.material)});
}

Level SheetReader::levelOf(const TableLayout& table, int row) {
  const auto& levels = file_.bank.info().levels;
  const Sheet& rows = table.stacked ? table.stacked->made : sheet_;
  const ItemTable& columns = table.stacked ? table.stacked->table : table.table;
  std::optional<Level> level = file_.options.level;
  if (const Column* column = columns.find(Field::kLevel)) {
    const auto own = Level::parse(wordsAt(rows, row, column->index));
    if (own && level && *own != *level) {
      throw FormatError(
          ErrorCode::kUsage,
          say("文件写的是{stated}，要求按{asked}导入。", "stated"_a = translate(own->longName()),
              "asked"_a = translate(level->longName())),
          {file_.workbook.file, 0, cellName(sheet_, row, column->index)}, say("请核对文件，或不指定等级。"));
    }
    if (own) level = own;
  }
  // What a person said of this sheet outweighs what he said of the file, and that what the sheet's name says.
  if (layout_.level && (!level || understanding_.isSaid(levelKey(sheet_)))) level = layout_.level;
  if (!level && levels.size() == 1) level = levels.front();
  if (!level) level = levelIn(plainText(file_.workbook.file));
  const std::string at = table.stacked ? unitName(sheet_) : rowName(sheet_, row);
  if (!level) {
    throw FormatError(ErrorCode::kUsage, say("不知道这些试题属于哪个等级。"), {file_.workbook.file, 0, at},
                      say("请选定等级（命令行：--level 3）。"));
  }
  if (!levels.empty() && std::ranges::find(levels, *level) == levels.end()) {
    throw FormatError(ErrorCode::kUsage, say("题库没有{level}。", "level"_a = translate(level->longName())),
                      {file_.workbook.file, 0, at}, say("请核对等级。"));
  }
  return *level;
}

const PointFinder& SheetReader::pointsOf(Level level) {
  return points_.try_emplace(level, file_.bank, level).first->second;
}

}  // namespace tiku::formats::sheets
