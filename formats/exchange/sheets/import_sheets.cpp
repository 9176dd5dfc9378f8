// Theory items from a spreadsheet: finds the tables of each sheet, leaves the rows to readRow() and the
// identities to mergeItems(), and gives every row its verdict. Units of the report are the sheets ("Sheet1"),
// their rows ("Sheet1!7"), and single cells ("Sheet1!K7") where there is something to say of them alone.
#include <algorithm>
#include <map>
#include <set>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/ledger.h"
#include "formats/exchange/merge_items.h"
#include "formats/exchange/sheets/answers.h"
#include "formats/exchange/sheets/columns.h"
#include "formats/exchange/sheets/content.h"
#include "formats/exchange/sheets/row.h"

namespace tiku::formats {
namespace {

using namespace sheets;

/// An item and the row that it came from, until mergeItems() has spoken.
struct FoundItem {
  const Sheet* sheet = nullptr;
  std::string at;
  std::string reason;
};

class SheetItemsImport {
 public:
  SheetItemsImport(const Bank& bank, const Workbook& workbook, const ImportOptions& options)
      : bank_(bank), workbook_(workbook), options_(options), choice_(options.columns) {}

  ImportResult run();

 private:
  void readSheet(const Sheet& sheet);
  void readTable(const Sheet& sheet, ItemTable& table, TypeHint& section);
  void readByContent(const Sheet& sheet, const std::vector<ContentColumns>& columns);
  void readItemRow(const Sheet& sheet, const ItemTable& table, const TypeHint& section, int row);
  void learnKeys(const Sheet& sheet, const ItemTable& table);
  void dropStrangeColumns(const Sheet& sheet, ItemTable& table);
  void readBefore(const Sheet& sheet, int end, TypeHint& section);
  void skipHead(const Sheet& sheet, const ItemTable& table);
  void tellOfColumns(const Sheet& sheet, const ItemTable& table);
  void tellOfPictures(const Sheet& sheet);
  void closeSheet(const Sheet& sheet, bool recognised, bool byContent);
  void finish(ImportResult& result);
  void judge(const std::vector<MergedItem>& merged, bool keysAgree);
  [[nodiscard]] Level levelOf(const Sheet& sheet, const ItemTable& table, int row);
  [[nodiscard]] const PointFinder& pointsOf(Level level);
  [[noreturn]] void refuse() const;

  const Bank& bank_;
  const Workbook& workbook_;
  const ImportOptions& options_;
  ColumnChoice choice_;
  Ledger ledger_;
  std::vector<TheoryItem> items_;
  std::vector<FoundItem> found_;
  std::map<Level, PointFinder> points_;
  std::vector<std::string> heads_;  // All head words met, for messages.
  bool anyTable_ = false;

  // Of the sheet or table at hand.
  std::set<std::string> usedPictures_;
  int bareDigitKeys_ = 0;
  int marksLeftOut_ = 0;
  int pointCells_ = 0;
  std::optional<Level> levelWithoutPoints_;
  bool lettersMayJudge_ = true;
};

// Whether the words say something for a column whose values are a few known ones.
bool isKnownValue(Field field, const std::string& words) {
  if (field == Field::kType) return static_cast<bool>(typeOfCode(words));
  return ratingOf(field, words).has_value();
}

bool isBlankRow(const Sheet& sheet, int row) {
  return widthOfRow(sheet, row) == 0;
}

// The row's words where it has just one text, alone or in cells merged side by side.
std::optional<std::string> onlyText(const Sheet& sheet, int row) {
  std::optional<std::string> text;
  for (const SheetCell& cell : sheet.rows[static_cast<std::size_t>(row)]) {
    std::string words = trimmedWords(cell.text);
    if (words.empty() || words == text) continue;
    if (text) return std::nullopt;
    text = std::move(words);
  }
  return text;
}

int mergedCells(const Sheet& sheet, int row) {
  return static_cast<int>(std::ranges::count_if(sheet.rows[static_cast<std::size_t>(row)],
                                                [](const SheetCell& cell) { return cell.merged; }));
}

ImportResult SheetItemsImport::run() {
  for (const Sheet& sheet : workbook_.sheets) readSheet(sheet);
  int width = 0;
  for (const Sheet& sheet : workbook_.sheets) {
    for (const auto& row : sheet.rows) width = std::max(width, static_cast<int>(row.size()));
  }
  choice_.checkUsed(heads_, width);
  if (!anyTable_) refuse();
  ImportResult result{Edit(say("导入试题")), {}, {}};
  result.report.file = workbook_.file;
  result.report.notes = workbook_.notes;
  result.report.kind = ImportKind::kItems;
  finish(result);
  result.report.rows = std::move(ledger_).take();
  return result;
}

void SheetItemsImport::refuse() const {
  const bool marked = std::ranges::any_of(workbook_.sheets, [](const Sheet& sheet) {
    return !sheet.rows.empty() && sheet.rows[0].size() == 1 &&
           sheet.rows[0][0].text.find('#') != std::string::npos;
  });
  throw FormatError(
      ErrorCode::kNotUnderstood, say("没有找到试题表。"), {workbook_.file, 0, {}},
      marked
          ? say("文件像是用“#”和“$”隔开的文本，目前不能直接导入；请在 Excel 中分列，加上表头后另存为 .xlsx。")
          : say("表头至少要有“题干”和“答案”（或选项）两列；没有表头时，请指定各列（命令行：--column "
                "stem=C）。"));
}

void SheetItemsImport::readSheet(const Sheet& sheet) {
  ledger_.enter(unitName(sheet));
  usedPictures_.clear();
  bareDigitKeys_ = 0;
  const std::size_t before = items_.size();
  std::vector<ItemTable> tables = tablesWithHeads(sheet, choice_);
  if (tables.empty() && choice_.needsNoHead() && !sheet.rows.empty()) {
    tables.emplace_back();
    tables.back().lastRow = static_cast<int>(sheet.rows.size()) - 1;
  }
  const std::vector<ContentColumns> content =
      tables.empty() ? columnsByContent(sheet) : std::vector<ContentColumns>();
  TypeHint section;
  if (!tables.empty()) {
    readBefore(sheet, tables.front().headRow, section);
    for (ItemTable& table : tables) readTable(sheet, table, section);
  } else {
    readByContent(sheet, content);
  }
  anyTable_ = anyTable_ || !tables.empty() || !content.empty();
  tellOfPictures(sheet);
  closeSheet(sheet, items_.size() > before, !content.empty());
}

// What stands above the first head: titles, counts, headings of sections.
void SheetItemsImport::readBefore(const Sheet& sheet, int end, TypeHint& section) {
  constexpr int kMostTitleRows = 20;
  for (int row = 0; row < end; ++row) {
    const std::string at = rowName(sheet, row);
    ledger_.enter(at);
    const auto text = onlyText(sheet, row);
    const TypeHint hint = text ? typeOfHeading(*text) : TypeHint{};
    if (hint) section = hint;
    if (isBlankRow(sheet, row)) {
      ledger_.skipped(at, say("空行。"));
    } else if (hint) {
      ledger_.skipped(at, say("题型标题“{text}”。", "text"_a = *text));
    } else if (row < kMostTitleRows) {
      ledger_.skipped(at, say("表头之前的标题或说明。"));
    } else {
      ledger_.unclear(at, say("在表头之前，没有导入。"));
    }
  }
}

void SheetItemsImport::skipHead(const Sheet& sheet, const ItemTable& table) {
  for (int row = table.headRow; row < table.firstRow; ++row) {
    const std::string at = rowName(sheet, row);
    ledger_.enter(at);
    ledger_.skipped(at, say("表头。"));
  }
}

void SheetItemsImport::readTable(const Sheet& sheet, ItemTable& table, TypeHint& section) {
  const std::vector<std::string> head =
      table.headRow < 0 ? std::vector<std::string>() : wordsOfRow(sheet, table.headRow);
  heads_.insert(heads_.end(), head.begin(), head.end());
  choice_.apply(table, head);
  if (table.headRow >= 0) {
    skipHead(sheet, table);
    dropStrangeColumns(sheet, table);
  }
  learnKeys(sheet, table);
  marksLeftOut_ = 0;
  pointCells_ = 0;
  levelWithoutPoints_.reset();
  // A heading above the first table speaks of it alone: the second one asks other questions.
  if (table.headRow >= 0 && table.find(Field::kOption) == nullptr && table.find(Field::kOptions) == nullptr &&
      (section.anyChoice || (section.type && hasOptions(*section.type)))) {
    section = {};
  }
  for (int row = table.firstRow; row <= table.lastRow; ++row) {
    const auto text = onlyText(sheet, row);
    const TypeHint hint = text ? typeOfHeading(*text) : TypeHint{};
    if (hint) section = hint;
    const bool wordsAlone = section.type && !isObjective(*section.type);  // A question without an answer yet.
    if (!hint && text && !wordsAlone && mergedCells(sheet, row) >= 2) {
      ledger_.enter(rowName(sheet, row));
      ledger_.skipped(rowName(sheet, row), say("合并单元格中的标题或说明。"));
    } else if (hint || isBlankRow(sheet, row)) {
      ledger_.enter(rowName(sheet, row));
      ledger_.skipped(rowName(sheet, row),
                      hint ? say("题型标题“{text}”。", "text"_a = *text) : say("空行。"));
    } else {
      readItemRow(sheet, table, section, row);
    }
  }
  if (table.headRow >= 0) tellOfColumns(sheet, table);
}

// A key column with C or AB in it names options, wherever they are; A and B alone may be judgements.
void SheetItemsImport::learnKeys(const Sheet& sheet, const ItemTable& table) {
  lettersMayJudge_ = true;
  const Column* key = table.find(Field::kKey);
  if (key == nullptr) return;
  for (int row = table.firstRow; row <= table.lastRow && lettersMayJudge_; ++row) {
    const SheetCell* cell = sheet.at(row, key->index);
    const auto letters = cell == nullptr ? std::nullopt : optionLetters(trimmedWords(cell->text));
    if (letters && (letters->size() > 1 || letters->front() > 1)) {
      lettersMayJudge_ = judgementOf(trimmedWords(cell->text), JudgementCode::kUsual).has_value();
    }
  }
}

// A column of which no cell is understood is told once and left out: a type written as a number of another
// program, a difficulty as a share of 1.
void SheetItemsImport::dropStrangeColumns(const Sheet& sheet, ItemTable& table) {
  for (const Field field : {Field::kType, Field::kDifficulty, Field::kConsistency}) {
    const Column* column = table.find(field);
    if (column == nullptr) continue;
    const int index = column->index;
    std::string strange;
    bool understood = false;
    int cells = 0;
    for (int row = table.firstRow; row <= table.lastRow && !understood; ++row) {
      const SheetCell* cell = sheet.at(row, index);
      const std::string words = cell == nullptr ? "" : trimmedWords(cell->text);
      if (words.empty()) continue;
      understood = isKnownValue(field, words);
      if (strange.empty()) strange = words;
      ++cells;
    }
    if (understood || cells < 2) continue;
    std::erase_if(table.columns, [index](const Column& known) { return known.index == index; });
    const std::string at = cellName(sheet, table.headRow, index);
    ledger_.enter(at);
    ledger_.unclear(at, say("这一列的值（如“{value}”）没有一个认得，{n} 个单元格没有导入。",
                            "value"_a = strange, "n"_a = cells));
    table.strange.push_back(index);
  }
}

void SheetItemsImport::readByContent(const Sheet& sheet, const std::vector<ContentColumns>& columns) {
  TypeHint section;
  for (int row = 0; row < static_cast<int>(sheet.rows.size()); ++row) {
    const int width = widthOfRow(sheet, row);
    const auto fits = std::ranges::find(columns, width, &ContentColumns::width);
    if (fits != columns.end()) {
      readItemRow(sheet, fits->table, section, row);
      continue;
    }
    const std::string at = rowName(sheet, row);
    ledger_.enter(at);
    const auto text = onlyText(sheet, row);
    const TypeHint hint = text ? typeOfHeading(*text) : TypeHint{};
    if (hint) section = hint;
    if (width == 0) {
      ledger_.skipped(at, say("空行。"));
    } else if (hint) {
      ledger_.skipped(at, say("题型标题“{text}”。", "text"_a = *text));
    } else if (columns.empty()) {
      ledger_.unclear(at, say("所在工作表没有认出试题表，没有导入。"));
    } else {
      ledger_.unclear(at, say("列数与其他行不同，没有导入。"));
    }
  }
}

void SheetItemsImport::readItemRow(const Sheet& sheet, const ItemTable& table, const TypeHint& section,
                                   int row) {
  const std::string at = rowName(sheet, row);
  ledger_.enter(at);
  const Level level = levelOf(sheet, table, row);
  const PointFinder& points = pointsOf(level);
  RowResult result = readRow({sheet, table, points, level, options_.judgement, section,
                              typeWithin(sheet.name), lettersMayJudge_, workbook_.file},
                             row);
  if (!result.item) {
    ledger_.unclear(at, result.reason);
    return;
  }
  for (const auto& [column, sentence] : result.doubts) {
    const std::string cell = cellName(sheet, row, column);
    ledger_.enter(cell);
    ledger_.unclear(cell, sentence);
  }
  usedPictures_.insert(result.pictures.begin(), result.pictures.end());
  bareDigitKeys_ += result.bareDigitKey ? 1 : 0;
  marksLeftOut_ += result.marksLeftOut ? 1 : 0;
  if (const Column* point = table.find(Field::kPoint); point != nullptr && points.empty()) {
    const SheetCell* cell = sheet.at(row, point->index);
    if (cell != nullptr && !trimmedWords(cell->text).empty()) {
      ++pointCells_;
      levelWithoutPoints_ = level;
    }
  }
  items_.push_back(std::move(*result.item));
  found_.push_back({&sheet, at, std::move(result.reason)});
}

// Once per column, at its head: columns that were not taken, and why.
void SheetItemsImport::tellOfColumns(const Sheet& sheet, const ItemTable& table) {
  const auto filled = [&](int column) {
    int count = 0;
    for (int row = table.firstRow; row <= table.lastRow; ++row) {
      const SheetCell* cell = sheet.at(row, column);
      count += cell != nullptr && !trimmedWords(cell->text).empty() ? 1 : 0;
    }
    return count;
  };
  for (const int column : table.unknown) {
    const std::string at = cellName(sheet, table.headRow, column);
    ledger_.enter(at);
    ledger_.skipped(
        at, say("未识别的列“{name}”，其中 {n} 个单元格没有导入。",
                "name"_a = trimmedWords(sheet.at(table.headRow, column)->text), "n"_a = filled(column)));
  }
  if (const Column* marks = table.find(Field::kMarks); marks != nullptr && marksLeftOut_ > 0) {
    const std::string at = cellName(sheet, table.headRow, marks->index);
    ledger_.enter(at);
    ledger_.skipped(at, say("客观题的分值由组卷方案决定，{n} 道题的分值没有导入。", "n"_a = marksLeftOut_));
  }
  if (const Column* point = table.find(Field::kPoint); point != nullptr && levelWithoutPoints_) {
    const std::string at = cellName(sheet, table.headRow, point->index);
    ledger_.enter(at);
    ledger_.unclear(
        at, say("{level}还没有理论知识要素细目表，{n} 道题未能对应考评点；请先导入细目表，再导入一次本文件。",
                "level"_a = std::string(levelWithoutPoints_->name()), "n"_a = pointCells_));
  }
}

void SheetItemsImport::tellOfPictures(const Sheet& sheet) {
  for (const auto& [cell, media] : sheet.pictures) {
    if (usedPictures_.contains(cell)) continue;
    const std::string at = say("{cell} 的图片", "cell"_a = unitName(sheet) + "!" + cell);
    ledger_.enter(at);
    ledger_.unclear(at, say("图片不在题干、选项或解析的单元格里，没有导入。"));
  }
}

void SheetItemsImport::closeSheet(const Sheet& sheet, bool recognised, bool byContent) {
  const bool empty = std::ranges::all_of(sheet.rows, [](const auto& row) {
    return std::ranges::all_of(row, [](const SheetCell& cell) { return trimmedWords(cell.text).empty(); });
  });
  const std::string hidden = sheet.hidden ? say("这是隐藏的工作表。") : std::string();
  if (empty) {
    ledger_.skipped(unitName(sheet), say("空工作表。"));
  } else if (!recognised) {
    ledger_.unclear(unitName(sheet), hidden + say("没有认出试题。"));
  } else if (bareDigitKeys_ > 0 && options_.judgement == JudgementCode::kUsual) {
    ledger_.unclear(
        unitName(sheet),
        hidden +
            say("{n} 道判断题的答案写作 0 或 1，按 1 为正确读入；如果此处以 0 为正确，请改选判断题的写法再导"
                "入（命令行：--judgement zero-right）。",
                "n"_a = bareDigitKeys_));
  } else if (byContent) {
    ledger_.imported(unitName(sheet), hidden + say("工作表没有表头，按内容认出各列。"));
  } else {
    ledger_.imported(unitName(sheet), hidden + say("工作表按表头读入。"));
  }
}

void SheetItemsImport::finish(ImportResult& result) {
  std::map<std::string, int>& counts = result.report.counts;
  counts["items"] = static_cast<int>(items_.size());
  counts["without-key"] = 0;
  std::set<std::string> media;
  for (const TheoryItem& item : items_) {
    ++counts[std::string(itemTypeSlug(item.type))];
    if (std::holds_alternative<std::monostate>(item.key)) ++counts["without-key"];
    for (const RichText* text : {&item.stem, &item.rationale}) {
      for (const std::string& name : text->images()) media.insert(name);
    }
    for (const RichText& option : item.options) {
      for (const std::string& name : option.images()) media.insert(name);
    }
  }
  for (const std::string& name : media) {
    const auto id = Id::ofDigest(std::string_view(name).substr(0, 64));
    if (id && bank_.find<Media>(*id) == nullptr) result.edit.put(Media{*id, name, workbook_.media.at(name)});
  }
  const std::vector<MergedItem> merged =
      mergeItems(bank_, std::move(items_), options_.pointsByOrder, result.edit, counts, options_.keepRepeats);
  judge(merged, counts.at("key-conflicts") == 0);
  for (std::size_t i = 0; i < merged.size(); ++i) result.items.push_back({merged[i].id, {found_[i].at}});
}

// A sheet that only repeats others (必答题 and 抢答题 of one contest) needs nobody's look, row by row.
void SheetItemsImport::judge(const std::vector<MergedItem>& merged, bool keysAgree) {
  std::map<const Sheet*, bool> onlyRepeats;
  for (std::size_t i = 0; i < merged.size(); ++i) {
    const bool repeats = keysAgree && merged[i].what == MergedItem::What::kRepeated;
    const auto [sheet, isNew] = onlyRepeats.emplace(found_[i].sheet, repeats);
    if (!isNew) sheet->second = sheet->second && repeats;
  }
  for (std::size_t i = 0; i < merged.size(); ++i) {
    const std::string& at = found_[i].at;
    if (merged[i].doubt.empty()) {
      ledger_.imported(at, found_[i].reason);
    } else if (onlyRepeats.at(found_[i].sheet)) {
      ledger_.skipped(at, merged[i].doubt);
    } else {
      ledger_.unclear(at, merged[i].doubt);
    }
  }
}

Level SheetItemsImport::levelOf(const Sheet& sheet, const ItemTable& table, int row) {
  const auto& levels = bank_.info().levels;
  std::optional<Level> level = options_.level;
  if (const Column* column = table.find(Field::kLevel)) {
    const SheetCell* cell = sheet.at(row, column->index);
    const auto own = cell == nullptr ? std::nullopt : Level::parse(trimmedWords(cell->text));
    if (own && level && *own != *level) {
      throw FormatError(
          ErrorCode::kUsage,
          say("文件写的是{stated}，要求按{asked}导入。", "stated"_a = std::string(own->longName()),
              "asked"_a = std::string(level->longName())),
          {workbook_.file, 0, cellName(sheet, row, column->index)}, say("请核对文件，或不指定等级。"));
    }
    if (own) level = own;
  }
  if (!level && levels.size() == 1) level = levels.front();
  if (!level) {
    throw FormatError(ErrorCode::kUsage, say("不知道这些试题属于哪个等级。"),
                      {workbook_.file, 0, rowName(sheet, row)}, say("请选定等级（命令行：--level 3）。"));
  }
  if (!levels.empty() && std::ranges::find(levels, *level) == levels.end()) {
    throw FormatError(ErrorCode::kUsage, say("题库没有{level}。", "level"_a = std::string(level->longName())),
                      {workbook_.file, 0, rowName(sheet, row)}, say("请核对等级。"));
  }
  return *level;
}

const PointFinder& SheetItemsImport::pointsOf(Level level) {
  return points_.try_emplace(level, bank_, level).first->second;
}

}  // namespace

ImportResult importItems(const Bank& bank, const Workbook& workbook, const ImportOptions& options) {
  return SheetItemsImport(bank, workbook, options).run();
}

}  // namespace tiku::formats
