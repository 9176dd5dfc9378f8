// What is told of a sheet beside its rows: columns that were not taken, pictures, where its answers stand.
#include <algorithm>

#include "formats/base/say.h"
#include "formats/exchange/sheets/learn.h"
#include "formats/exchange/sheets/sheet_reader.h"

namespace tiku::formats::sheets {
namespace {

// Whether the words say something for a column whose values are a few known ones.
bool isKnownValue(Field field, const std::string& words) {
  if (field == Field::kType) return static_cast<bool>(typeOfCode(words));
  return ratingOf(field, words).has_value();
}

}  // namespace

// A column of which no cell is understood is told once and left out: a type written as a number of another
// program, a difficulty as a share of 1.
void SheetReader::dropStrangeColumns(TableLayout& layout) {
  ItemTable& table = layout.table;
  for (const Field field : {Field::kType, Field::kDifficulty, Field::kConsistency}) {
    const Column* column = table.find(field);
    if (column == nullptr || (field == Field::kType && !layout.codes.empty())) continue;
    const int index = column->index;
    std::string strange;
    bool understood = false;
    int cells = 0;
    for (int row = table.firstRow; row <= table.lastRow && !understood; ++row) {
      const std::string words = wordsAt(sheet_, row, index);
      if (words.empty()) continue;
      understood = isKnownValue(field, words);
      if (strange.empty()) strange = words;
      ++cells;
    }
    if (understood || cells < 2) continue;
    std::erase_if(table.columns, [index](const Column& known) { return known.index == index; });
    const std::string at = cellName(sheet_, table.headRow, index);
    ledger_.enter(at);
    ledger_.unclear(at, say("这一列的值（如“{value}”）没有一个认得，{n} 个单元格没有导入。",
                            "value"_a = strange, "n"_a = cells));
    table.strange.push_back(index);
  }
}

// Once per column, at its head: columns that were not taken, and why.
void SheetReader::tellOfColumns(const TableLayout& layout) {
  const ItemTable& table = layout.table;
  const auto filled = [&](int column) {
    int count = 0;
    for (int row = table.firstRow; row <= table.lastRow; ++row)
      count += wordsAt(sheet_, row, column).empty() ? 0 : 1;
    return count;
  };
  for (const int column : table.unknown) {
    const std::string at = cellName(sheet_, table.headRow, column);
    ledger_.enter(at);
    ledger_.skipped(at, say("未识别的列“{name}”，其中 {n} 个单元格没有导入。",
                            "name"_a = wordsAt(sheet_, table.headRow, column), "n"_a = filled(column)));
  }
  if (const Column* marks = table.find(Field::kMarks); marks != nullptr && marksLeftOut_ > 0) {
    const std::string at = cellName(sheet_, table.headRow, marks->index);
    ledger_.enter(at);
    ledger_.skipped(at, say("客观题的分值由组卷方案决定，{n} 道题的分值没有导入。", "n"_a = marksLeftOut_));
  }
  const Column* point = table.find(Field::kPoint);
  if (point == nullptr) point = table.find(Field::kPointPart);
  if (point != nullptr && levelWithoutPoints_) {
    const std::string at = cellName(sheet_, table.headRow, point->index);
    ledger_.enter(at);
    ledger_.unclear(
        at, say("{level}还没有理论知识要素细目表，{n} 道题未能对应考评点；请先导入细目表，再导入一次本文件。",
                "level"_a = translate(levelWithoutPoints_->name()), "n"_a = pointCells_));
  }
}

void SheetReader::tellOfPictures() {
  for (const auto& [cell, media] : sheet_.pictures) {
    if (usedPictures_.contains(cell)) continue;
    const std::string at = say("{cell} 的图片", "cell"_a = unitName(sheet_) + "!" + cell);
    ledger_.enter(at);
    ledger_.unclear(at, say("图片不在题干、选项或解析的单元格里，没有导入。"));
  }
}

void SheetReader::tellOfAnswers() {
  const std::string key = answersKey(sheet_);
  if (layout_.form == Form::kEmpty || layout_.form == Form::kNotItems) return;
  const auto n = items_.size();
  const bool columned = std::ranges::any_of(layout_.tables, [](const TableLayout& table) {
    return (table.stacked ? table.stacked->table : table.table).find(Field::kKey) != nullptr;
  });
  if (columned) return;
  if (layout_.firstIsRight) {
    understanding_.tell(key, say("工作表“{name}”：第一个选项是答案。", "name"_a = sheet_.name));
  } else if (keysFromStem_ > 0) {
    understanding_.tell(key, say("工作表“{name}”：答案在题干的括号内。", "name"_a = sheet_.name),
                        say("{n} 题中的 {m} 题", "n"_a = n, "m"_a = keysFromStem_));
  } else if (keysFromRationale_ > 0) {
    understanding_.tell(key, say("工作表“{name}”：答案写在解析的前面。", "name"_a = sheet_.name),
                        say("{n} 题中的 {m} 题", "n"_a = n, "m"_a = keysFromRationale_));
  } else {
    understanding_.tell(key, say("工作表“{name}”没有写答案。", "name"_a = sheet_.name));
  }
}

void SheetReader::closeSheet() {
  const std::string unit = unitName(sheet_);
  const std::string hidden = sheet_.hidden ? say("这是隐藏的工作表。") : std::string();
  const std::string title = sheet_.name;
  if (layout_.form == Form::kEmpty) {
    ledger_.skipped(unit, hidden + layout_.reason);
    understanding_.tell(sheetKey(sheet_), say("工作表“{name}”是空的。", "name"_a = title));
    return;
  }
  if (layout_.form == Form::kNotItems) {
    understanding_.tell(sheetKey(sheet_), say("工作表“{name}”不读：{reason}", "name"_a = title,
                                              "reason"_a = hidden + layout_.reason));
    if (layout_.isSure) {
      ledger_.skipped(unit, hidden + layout_.reason);
    } else {
      ledger_.unclear(unit, hidden + layout_.reason);
    }
    return;
  }
  understanding_.tell(sheetKey(sheet_), hidden + say("工作表“{name}”：读出 {n} 道试题。", "name"_a = title,
                                                     "n"_a = items_.size()));
  const bool said = understanding_.isSaid(levelKey(sheet_));
  if (items_.empty()) {
    ledger_.unclear(unit, hidden + say("没有认出试题。"));
  } else if (layout_.level && file_.options.level && *layout_.level != *file_.options.level && !said) {
    ledger_.unclear(unit, hidden + say("这里写的是{said}，已按指定的{level}导入，请核对。",
                                       "said"_a = translate(layout_.level->name()),
                                       "level"_a = translate(file_.options.level->name())));
  } else if (areBareDigits(marks_) && !understanding_.isSaid(kJudgementKey) &&
             file_.options.judgement == JudgementCode::kUsual) {
    int digits = 0;
    for (const char* mark : {"0", "1"}) digits += marks_.contains(mark) ? marks_.at(mark) : 0;
    ledger_.unclear(
        unit,
        hidden +
            (file_.judgement == JudgementCode::kUsual
                 ? say("{n} 道判断题的答案写作 0 或 1，按 1 为正确读入；如果此处以 0 为正确，请改选判断题的写"
                       "法再导入（命令行：--judgement zero-right）。",
                       "n"_a = digits)
                 : say("{n} 道判断题的答案写作 0 或 1，按这种写法的惯例以 0 为正确读入，请核对。",
                       "n"_a = digits)));
  } else if (sheet_.hidden && !understanding_.isSaid(sheetKey(sheet_))) {
    ledger_.unclear(unit, say("这是隐藏的工作表，其中的试题也读入了，请核对是否需要。"));
  } else if (sheet_.isRecords()) {
    ledger_.imported(unit, say("按各项的名称读入。"));
  } else if (layout_.form == Form::kStacked) {
    ledger_.imported(unit, hidden + say("工作表没有表头，每道题占几行。"));
  } else if (layout_.form == Form::kContent) {
    ledger_.imported(unit, hidden + say("工作表没有表头，按内容认出各列。"));
  } else {
    ledger_.imported(unit, hidden + say("工作表按表头读入。"));
  }
}

}  // namespace tiku::formats::sheets
