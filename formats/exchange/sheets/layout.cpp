#include "formats/exchange/sheets/layout.h"

#include <algorithm>
#include <array>
#include <set>

#include "formats/base/say.h"
#include "formats/base/utf8.h"
#include "formats/exchange/items/line_kinds.h"
#include "formats/exchange/items/plain_text.h"
#include "formats/exchange/sheets/column_lines.h"
#include "formats/exchange/sheets/learn.h"
#include "formats/exchange/sheets/tables.h"

namespace tiku::formats::sheets {
namespace {

using Form = SheetLayout::Form;

constexpr int kTopRows = 15;

bool isBlank(const Sheet& sheet) {
  return std::ranges::all_of(sheet.rows, [](const auto& row) {
    return std::ranges::all_of(row, [](const SheetCell& cell) { return trimmedWords(cell.text).empty(); });
  });
}

// The beginning of a row, so that a person knows it again.
std::string beginningOf(const Sheet& sheet, int row) {
  constexpr std::size_t kCells = 6;
  constexpr std::size_t kBytes = 30;
  std::string words;
  std::size_t cells = 0;
  for (const SheetCell& own : sheet.rows[static_cast<std::size_t>(row)]) {
    const std::string cell = own.merged ? std::string() : trimmedWords(own.text);
    if (cell.empty() || cells == kCells) continue;
    ++cells;
    words += (words.empty() ? "" : translate("、")) + shortened(cell, kBytes);
  }
  return words;
}

std::string rowNumber(const Sheet& sheet, int row) {
  return std::to_string(row + sheet.firstNumber);
}

/// The 0-based row of a number in words; nothing when the sheet has none such.
std::optional<int> rowOf(const Sheet& sheet, std::string_view number) {
  constexpr std::size_t kLongest = 7;
  if (number.empty() || number.size() > kLongest ||
      number.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  const int row = std::stoi(std::string(number)) - sheet.firstNumber;
  return row >= 0 && row < static_cast<int>(sheet.rows.size()) ? std::optional(row) : std::nullopt;
}

// What forms bring along for their own use: the values of a drop-down list, an instruction.
std::string reasonOfForm(const Sheet& sheet) {
  constexpr int kMostRows = 40;
  constexpr std::size_t kLongest = 30;
  int cells = 0;
  int types = 0;
  int rows = 0;
  bool isShort = true;
  for (int row = 0; row < static_cast<int>(sheet.rows.size()) && isShort && rows <= kMostRows; ++row) {
    if (widthOfRow(sheet, row) == 0) continue;
    ++rows;
    for (const std::string& words : wordsOfRow(sheet, row)) {
      if (words.empty()) continue;
      ++cells;
      isShort = isShort && words.size() <= kLongest;
      types += isShort && typeOfName(words) ? 1 : 0;
    }
  }
  const auto named = [&sheet](std::initializer_list<std::string_view> parts) {
    return std::ranges::any_of(
        parts, [&sheet](std::string_view part) { return sheet.name.find(part) != std::string::npos; });
  };
  const bool list = rows <= kMostRows && isShort &&
                    (types * 2 >= cells || named({"类型", "一栏", "下拉", "字典", "代码", "数据源", "取值"}));
  if (list) return say("只有填表用的取值，没有试题。");
  if (named({"说明", "须知", "封面", "目录", "示例图", "修订", "版本"}))
    return say("是说明或封面，没有试题。");
  return {};
}

class LayoutMaker {
 public:
  LayoutMaker(const Sheet& sheet, ColumnChoice& choice, Understanding& understanding)
      : sheet_(sheet), choice_(choice), understanding_(understanding) {
    layout_.sheet = &sheet;
  }

  SheetLayout make();

 private:
  void findHeadings();
  void findTables();
  void dropPrefilledTypes();
  void settleHeads();
  HeadsSaid headsSaid();
  void settleSheet();
  void settleColumns();
  void settleType();
  void settleAnswers();
  void settleLevel();
  [[nodiscard]] bool hasColumn(Field field) const;

  const Sheet& sheet_;
  ColumnChoice& choice_;
  Understanding& understanding_;
  SheetLayout layout_;
  HeadsSaid heads_;
  std::string asked_;  // Whether the sheet is to be read.
};

SheetLayout LayoutMaker::make() {
  if (isBlank(sheet_)) {
    layout_.form = Form::kEmpty;
    layout_.reason = say("空工作表。");
    understanding_.settle(sheetKey(sheet_), kNotItemsValue, {});
    return std::move(layout_);
  }
  asked_ =
      understanding_.settle(sheetKey(sheet_), kItemsValue,
                            {{kItemsValue, say("读入这张工作表")}, {kNotItemsValue, say("不读这张工作表")}});
  heads_ = headsSaid();
  findHeadings();
  findTables();
  settleSheet();
  if (layout_.form == Form::kNotItems) return std::move(layout_);
  settleHeads();
  settleColumns();
  for (TableLayout& table : layout_.tables) learnTable(sheet_, table, understanding_);
  for (ContentColumns& columns : layout_.content) {
    layout_.tables.push_back({columns.table, {}, {}, {}});
    learnTable(sheet_, layout_.tables.back(), understanding_);
  }
  settleType();
  settleAnswers();
  settleLevel();
  return std::move(layout_);
}

// Rows of one text that name a type, and those that a person named.
void LayoutMaker::findHeadings() {
  const std::vector<ReadingChoice> choices = headingChoices();
  for (int row = 0; row < static_cast<int>(sheet_.rows.size()); ++row) {
    const auto text = onlyText(sheet_, row);
    const TypeHint hint = text ? typeOfHeading(*text) : TypeHint{};
    const std::string key = sectionKey(sheet_, row);
    if (!hint && !understanding_.isSaid(key)) continue;
    const std::string value = understanding_.settle(key, headingValue(hint), choices);
    const TypeHint settled = headingOfValue(value);
    understanding_.tell(key,
                        say("第 {row} 行“{text}”：{words}。", "row"_a = rowNumber(sheet_, row),
                            "text"_a = beginningOf(sheet_, row), "words"_a = choiceWords(choices, value)));
    if (settled) layout_.headings.emplace(row, settled);
  }
}

// A form has its column of types filled in beforehand: 单选题 alone in a row heads nothing.
void LayoutMaker::dropPrefilledTypes() {
  for (const TableLayout& layout : layout_.tables) {
    const Column* type = layout.table.find(Field::kType);
    for (int row = layout.table.firstRow; type != nullptr && row <= layout.table.lastRow; ++row) {
      const std::string words = wordsAt(sheet_, row, type->index);
      const std::string key = sectionKey(sheet_, row);
      const bool alone = typeOfName(words) && widthOfRow(sheet_, row) == type->index + 1;
      if (!alone || !layout_.headings.contains(row) || understanding_.isSaid(key)) continue;
      layout_.headings.erase(row);
      understanding_.forget(key);
    }
  }
}

HeadsSaid LayoutMaker::headsSaid() {
  std::vector<ReadingChoice> choices{{kNoHeadValue, say("没有表头，按内容认列")}};
  std::set<int> rows;
  for (int row = 0; row < std::min(static_cast<int>(sheet_.rows.size()), kTopRows); ++row) {
    if (widthOfRow(sheet_, row) > 1) rows.insert(row);
  }
  for (const ItemTable& table : tablesWithHeads(sheet_, choice_, {})) rows.insert(table.headRow);
  for (const int row : rows) {
    choices.push_back(
        {rowNumber(sheet_, row), say("第 {row} 行是表头：{words}", "row"_a = rowNumber(sheet_, row),
                                     "words"_a = beginningOf(sheet_, row))});
  }
  HeadsSaid said;
  const std::string value = understanding_.settle(headKey(sheet_), kNoHeadValue, std::move(choices));
  if (understanding_.isSaid(headKey(sheet_))) {
    said.none = value == kNoHeadValue;
    said.row = rowOf(sheet_, value);
  }
  return said;
}

void LayoutMaker::findTables() {
  std::vector<ItemTable> tables = tablesWithHeads(sheet_, choice_, heads_);
  const std::vector<ReadingChoice> choices{{"head", say("另起一张表")}, {"row", say("不是表头")}};
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 1; i < tables.size(); ++i) {
      const std::string key = laterHeadKey(sheet_, tables[i].headRow);
      if (heads_.notHeads.contains(tables[i].headRow)) continue;
      if (understanding_.settle(key, "head", choices) == "head") continue;
      understanding_.tell(key, say("第 {row} 行不是表头。", "row"_a = rowNumber(sheet_, tables[i].headRow)));
      heads_.notHeads.insert(tables[i].headRow);
      changed = true;
    }
    if (changed) tables = tablesWithHeads(sheet_, choice_, heads_);
  }
  if (tables.empty() && choice_.needsNoHead()) {
    tables.emplace_back();
    tables.back().lastRow = static_cast<int>(sheet_.rows.size()) - 1;
  }
  for (ItemTable& table : tables) layout_.tables.push_back({std::move(table), {}, {}, {}});
  if (!layout_.tables.empty()) {
    layout_.form = Form::kHeads;
    dropPrefilledTypes();
    return;
  }
  layout_.content = columnsByContent(sheet_);
  if (!layout_.content.empty()) {
    layout_.form = Form::kContent;
    return;
  }
  const int last = static_cast<int>(sheet_.rows.size()) - 1;
  // Lines of a text are read as a text, where they are no table.
  if (!sheet_.isText && !sheet_.isRecords() && looksStacked(sheet_, 0, last)) {
    layout_.form = Form::kStacked;
    layout_.tables.emplace_back();
    layout_.tables.back().stacked = readStacked(sheet_, 0, last, layout_.headings, nullptr);
    layout_.tables.back().table = layout_.tables.back().stacked->table;
    return;
  }
  layout_.form = Form::kNotItems;
  layout_.reason = reasonOfForm(sheet_);
  layout_.isSure = !layout_.reason.empty();
  if (!layout_.isSure) layout_.reason = say("没有认出试题。");
}

void LayoutMaker::settleSheet() {
  const std::string key = sheetKey(sheet_);
  if (!understanding_.isSaid(key)) {
    understanding_.change(key, layout_.form == Form::kNotItems ? kNotItemsValue : kItemsValue);
  } else if (asked_ == kNotItemsValue) {
    layout_.form = Form::kNotItems;
    layout_.reason = say("已选定不读这张工作表。");
    layout_.isSure = true;
    understanding_.passOver(sheet_);
  } else if (layout_.form == Form::kNotItems) {
    // Its first full row holds the heads, or a person says which.
    int row = 0;
    while (widthOfRow(sheet_, row) == 0) ++row;
    heads_.row = row;
    for (ItemTable& table : tablesWithHeads(sheet_, choice_, heads_))
      layout_.tables.push_back({std::move(table), {}, {}, {}});
    layout_.form = Form::kHeads;
  }
  if (layout_.form == Form::kNotItems && layout_.isSure) understanding_.forget(headKey(sheet_));
  if (layout_.form == Form::kNotItems && !layout_.isSure)
    understanding_.tell(headKey(sheet_), say("没有认出表头。"));
}

void LayoutMaker::settleHeads() {
  const std::string key = headKey(sheet_);
  if (layout_.form == Form::kStacked) {
    understanding_.tell(key, say("没有表头，每道题占几行：题干下面是选项。"));
    return;
  }
  if (layout_.form == Form::kContent || layout_.tables.front().table.headRow < 0) {
    understanding_.tell(key, layout_.form == Form::kContent ? say("没有表头，按内容认出各列。")
                                                            : say("没有表头，各列由您指定。"));
    return;
  }
  const auto evidence = [](const ItemTable& table) {
    return say("认得 {known} 个列名，不认得 {unknown} 个", "known"_a = table.columns.size(),
               "unknown"_a = table.unknown.size());
  };
  const ItemTable& first = layout_.tables.front().table;
  understanding_.change(key, rowNumber(sheet_, first.headRow));
  understanding_.tell(key,
                      sheet_.isRecords()
                          ? say("每条记录是一道题，各项有名称。")
                          : say("第 {row} 行是表头。", "row"_a = rowNumber(sheet_, first.headRow)),
                      evidence(first));
  for (std::size_t i = 1; i < layout_.tables.size(); ++i) {
    const ItemTable& table = layout_.tables[i].table;
    understanding_.tell(laterHeadKey(sheet_, table.headRow),
                        say("第 {row} 行另起一张表。", "row"_a = rowNumber(sheet_, table.headRow)),
                        evidence(table));
  }
}

void LayoutMaker::settleColumns() {
  bool first = true;
  for (TableLayout& table : layout_.tables) {
    if (layout_.form == Form::kStacked) break;
    const std::vector<std::string> head =
        table.table.headRow < 0 ? std::vector<std::string>() : wordsOfRow(sheet_, table.table.headRow);
    choice_.apply(table.table, head);
    settleTableColumns(sheet_, table.table, {0, first}, understanding_);
    const Column* stem = table.table.find(Field::kStem);
    const bool alone = table.table.find(Field::kOption) == nullptr &&
                       table.table.find(Field::kOptions) == nullptr && stem != nullptr;
    if (alone && !sheet_.isText && !sheet_.isRecords() &&
        looksStacked(sheet_, table.table.firstRow, table.table.lastRow)) {
      table.stacked =
          readStacked(sheet_, table.table.firstRow, table.table.lastRow, layout_.headings, &table.table);
    }
    first = false;
  }
  // The widest rows are the choices, which people look at first.
  for (auto columns = layout_.content.rbegin(); columns != layout_.content.rend(); ++columns) {
    choice_.apply(columns->table, {});
    settleTableColumns(sheet_, columns->table, {columns->width, columns == layout_.content.rbegin()},
                       understanding_);
  }
}

bool LayoutMaker::hasColumn(Field field) const {
  return std::ranges::any_of(layout_.tables, [field](const TableLayout& table) {
    return (table.stacked ? table.stacked->table : table.table).find(field) != nullptr;
  });
}

void LayoutMaker::settleType() {
  const std::string key = typeKey(sheet_);
  const TypeHint named = typeWithin(sheet_.name);
  const bool column = hasColumn(Field::kType);
  const bool headings = !layout_.headings.empty();
  std::vector<ReadingChoice> choices = typeChoices();
  choices.insert(choices.begin(), {kByContentValue, say("按每题的选项和答案判断")});
  if (named) choices.insert(choices.begin(), {kByNameValue, say("按工作表的名称")});
  if (headings) choices.insert(choices.begin(), {kByHeadingsValue, say("按题型标题")});
  if (column) choices.insert(choices.begin(), {kByColumnValue, say("按题型一列")});
  const std::string value = understanding_.settle(key, choices.front().value, choices);
  if (value != kByColumnValue && column) {
    for (TableLayout& table : layout_.tables) {
      if (const Column* type = table.table.find(Field::kType)) table.table.drop(type->index);
    }
  }
  layout_.byContent = value == kByContentValue;
  if (value == kByNameValue) layout_.headings.clear();
  layout_.forced = itemTypeOf(value);
  // A column may be empty in some rows, and then the rest is asked.
  layout_.type = named;
  const std::string words = choiceWords(choices, value);
  understanding_.tell(
      key, layout_.forced
               ? say("工作表“{name}”的题型：全是{type}。", "name"_a = sheet_.name, "type"_a = words)
               : say("工作表“{name}”的题型：{how}。", "name"_a = sheet_.name, "how"_a = words));
}

void LayoutMaker::settleAnswers() {
  if (hasColumn(Field::kKey)) return;
  const std::string key = answersKey(sheet_);
  const std::vector<ReadingChoice> choices{
      {kNoAnswersValue, say("没有答案一列，只取题干括号和解析里写明的答案")},
      {kFirstOptionValue, say("第一个选项是答案")}};
  const std::string value =
      understanding_.settle(key, sheet_.firstIsRight ? kFirstOptionValue : kNoAnswersValue, choices);
  layout_.firstIsRight = value == kFirstOptionValue;
  understanding_.tell(key, say("工作表“{name}”的答案：{how}。", "name"_a = sheet_.name,
                               "how"_a = choiceWords(choices, value)));
}

void LayoutMaker::settleLevel() {
  if (hasColumn(Field::kLevel)) return;
  std::optional<Level> found = levelIn(plainText(sheet_.name));
  const int end =
      layout_.tables.empty() || layout_.form != Form::kHeads ? 0 : layout_.tables.front().table.headRow;
  for (int row = 0; row < end && !found; ++row) {
    if (const auto text = onlyText(sheet_, row)) found = levelIn(plainText(*text));
  }
  const std::string key = levelKey(sheet_);
  if (!found && !understanding_.isSaid(key)) return;
  std::vector<ReadingChoice> choices;
  for (int number = 1; number <= 5; ++number) {
    choices.push_back({std::to_string(number), translate(Level::of(number)->longName())});
  }
  const std::string value =
      understanding_.settle(key, found ? std::to_string(found->number()) : std::string(), choices);
  layout_.level = Level::parse(value);
  understanding_.tell(key, say("工作表“{name}”的等级：{level}。", "name"_a = sheet_.name,
                               "level"_a = choiceWords(choices, value)));
}

}  // namespace

SheetLayout layoutOf(const Sheet& sheet, ColumnChoice& choice, Understanding& understanding) {
  return LayoutMaker(sheet, choice, understanding).make();
}

}  // namespace tiku::formats::sheets
