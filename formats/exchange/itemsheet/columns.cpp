#include "formats/exchange/itemsheet/columns.h"

namespace tiku::formats::itemsheet {
namespace {

struct Look {
  double width;
  XlsxAlign align;
  XlsxLook look;
};

// In the order of Column.
constexpr std::array<Look, kColumns> kLooks{
    {{18, XlsxAlign::kLeft, XlsxLook::kBody},   {6, XlsxAlign::kCentre, XlsxLook::kBody},
     {9, XlsxAlign::kCentre, XlsxLook::kBody},  {26, XlsxAlign::kLeft, XlsxLook::kBody},
     {30, XlsxAlign::kLeft, XlsxLook::kBody},   {52, XlsxAlign::kLeft, XlsxLook::kBody},
     {22, XlsxAlign::kLeft, XlsxLook::kBody},   {18, XlsxAlign::kLeft, XlsxLook::kBody},
     {6, XlsxAlign::kCentre, XlsxLook::kBody},  {8, XlsxAlign::kCentre, XlsxLook::kBody},
     {6, XlsxAlign::kCentre, XlsxLook::kBody},  {26, XlsxAlign::kLeft, XlsxLook::kBody},
     {30, XlsxAlign::kLeft, XlsxLook::kBody},   {20, XlsxAlign::kLeft, XlsxLook::kBody},
     {6, XlsxAlign::kLeft, XlsxLook::kBody},    {9, XlsxAlign::kCentre, XlsxLook::kBody},
     {10, XlsxAlign::kCentre, XlsxLook::kBody}, {10, XlsxAlign::kLeft, XlsxLook::kFaint},
     {8, XlsxAlign::kLeft, XlsxLook::kFaint},   {6, XlsxAlign::kLeft, XlsxLook::kFaint},
     {6, XlsxAlign::kLeft, XlsxLook::kFaint},   {6, XlsxAlign::kLeft, XlsxLook::kFaint}}};

constexpr std::array<std::string_view, 5> kScale{"1", "2", "3", "4", "5"};

std::vector<std::string> choicesOf(Column column) {
  std::vector<std::string> choices;
  if (column == Column::kType) {
    for (const ItemType type : kItemTypes) choices.emplace_back(itemTypeName(type));
  } else if (column == Column::kLevel) {
    constexpr int kLowest = 5;
    for (int number = kLowest; number >= 1; --number) choices.emplace_back(Level::of(number)->name());
  } else if (column == Column::kDifficulty || column == Column::kConsistency) {
    choices.assign(kScale.begin(), kScale.end());
  } else if (column == Column::kStatus) {
    for (const ItemStatus status :
         {ItemStatus::kDraft, ItemStatus::kWritten, ItemStatus::kReviewed, ItemStatus::kRetired})
      choices.emplace_back(itemStatusName(status));
  }
  return choices;
}

// Chinese, as the sheet.
std::string hintOf(Column column) {
  switch (column) {
    case Column::kStem:
      return "作答的位置写成（　　）。";
    case Column::kMaterial:
      return "几道题共用的题干或资料：写在第一题，以下各题写“同上”。不共用的留空。";
    case Column::kKey:
      return "单选 B；多选 ABD；判断 正确 或 错误；填空各空用“；”隔开，一空有几种答案用“/”隔开。";
    case Column::kDifficulty:
      return "1 很简单，2 简单，3 中等，4 困难，5 很难。";
    case Column::kConsistency:
      return "1 很低，2 低，3 中等，4 高，5 很高。";
    case Column::kScoring:
      return "一行一条：2 分：说明要点";
    case Column::kSet:
    case Column::kPrint:
    case Column::kId:
      return "由题库填写，请不要改动；新增的试题留空。";
    default:
      return {};
  }
}

XlsxCell cellOf(const Words& words) {
  XlsxCell cell(plainWords(words));
  if (words.size() < 2) return cell;
  for (const Inline& run : words) {
    const auto script = run.kind == Inline::Kind::kSubscript     ? XlsxRun::Script::kSub
                        : run.kind == Inline::Kind::kSuperscript ? XlsxRun::Script::kSuper
                                                                 : XlsxRun::Script::kNormal;
    cell.runs.push_back({run.text, script});
  }
  return cell;
}

}  // namespace

XlsxSheet emptySheet(const std::string& name, const SheetColumns& columns, const std::string& pointsFrom) {
  XlsxSheet sheet;
  sheet.name = name;
  sheet.landscape = true;
  sheet.filter = true;
  sheet.freezeColumns = static_cast<int>(Column::kPoint);
  sheet.printColumns = columns.at(Column::kPictures) + 1;
  std::vector<XlsxCell> head;
  for (int i = 0; i < kColumns; ++i) {
    const auto column = static_cast<Column>(i);
    const Look& look = kLooks.at(static_cast<std::size_t>(i));
    XlsxColumn made{look.width, look.align, {}, choicesOf(column), {}, hintOf(column)};
    if (column == Column::kPoint) made.choicesFrom = pointsFrom;
    const int times = column == Column::kOption ? columns.options : 1;
    for (int k = 0; k < times; ++k) {
      sheet.columns.push_back(made);
      std::string words(columnName(column));
      if (column == Column::kOption) words += " " + std::string(1, static_cast<char>('A' + k));
      head.emplace_back(std::move(words));
    }
  }
  sheet.addHead(std::move(head));
  return sheet;
}

std::vector<XlsxCell> cellsOf(const ItemRow& row, const SheetColumns& columns) {
  std::vector<XlsxCell> cells;
  for (int i = 0; i < kColumns; ++i) {
    const auto column = static_cast<Column>(i);
    if (column == Column::kOption) {
      for (int k = 0; k < columns.options; ++k) {
        const auto option = static_cast<std::size_t>(k);
        cells.push_back(option < row.options.size() ? cellOf(row.options[option]) : XlsxCell());
      }
      continue;
    }
    XlsxCell cell = cellOf(row.at(column));
    const bool figure =
        column == Column::kDifficulty || column == Column::kConsistency || column == Column::kMarks;
    if (figure) cell.number = cell.text;
    if (kLooks.at(static_cast<std::size_t>(i)).look == XlsxLook::kFaint) cell.look = XlsxLook::kFaint;
    cells.push_back(std::move(cell));
  }
  return cells;
}

PointSheet pointSheet(const written::Names& names, Level level) {
  PointSheet made;
  made.sheet.name = std::string(level.name()) + "考评点";
  made.sheet.columns = {{60, XlsxAlign::kLeft, {}, {}}};
  made.sheet.addHead({"考评点代码和名称"});
  for (const std::string& point : names.points(level)) made.sheet.addRow({point});
  if (made.sheet.rows.size() > 1)
    made.formula = "='" + made.sheet.name + "'!$A$2:$A$" + std::to_string(made.sheet.rows.size());
  return made;
}

}  // namespace tiku::formats::itemsheet
