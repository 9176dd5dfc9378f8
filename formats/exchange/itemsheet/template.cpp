#include "formats/exchange/template.h"

#include "formats/exchange/itemsheet/columns.h"
#include "formats/exchange/written/examples.h"

namespace tiku::formats {
namespace {

using namespace itemsheet;

constexpr int kTemplateOptions = 5;
constexpr int kTemplateRows = 1000;  // With lists to choose from.

// Chinese, as all that authors of a Chinese bank fill in.
XlsxSheet instructionSheet() {
  XlsxSheet sheet;
  sheet.name = "填写说明";
  sheet.columns = {{16, XlsxAlign::kLeft, {}, {}}, {92, XlsxAlign::kLeft, {}, {}}};
  sheet.addTitle("理论知识试题填写说明");
  sheet.addHead({"栏目", "怎样填写"});
  for (const auto& [column, words] : std::initializer_list<std::pair<const char*, const char*>>{
           {"题号", "可以不填。写“示例”开头的行是示例，导入时跳过；填写后可以删掉。"},
           {"等级", "从列表中选；工作表名就是等级时可以不填。"},
           {"题型", "从列表中选：单选题、多选题、判断题、填空题、简答题等。"},
           {"考评点", "从列表中选，或者写考评点的代码；列表来自题库的要素细目表。"},
           {"材料",
            "几道题共用的题干或资料，写在第一题，以下各题写“同上”；共用备选答案的，第一题写“（共用备选答案）”"
            "。"},
           {"题干", "作答的位置写成（　　）。一个单元格里可以换行（Alt+Enter），一行是一段。"},
           {"选项 A、B……",
            "不写 A、B 字样，一格一个选项。判断题不写选项。选项多于五个时，可以在后面加列“选项 F”。"},
           {"答案",
            "单选 B；多选 ABD；判断写 正确 或 错误；填空各空用“；”隔开，同一空有几种答案用“/”隔开；"
            "主观题写参考答案。"},
           {"难度", "1 很简单，2 简单，3 中等，4 困难，5 很难。"},
           {"一致性", "1 很低，2 低，3 中等，4 高，5 很高。"},
           {"题分", "主观题的分值；客观题的分值由组卷方案决定，不填。"},
           {"评分要点", "主观题填写，一行一条：2 分：说明要点"},
           {"解析、出处", "可以不填。"},
           {"公式、上下标",
            "公式写成 $\\frac{1}{2}$ 这样的 LaTeX；上下标用 Excel 的字体设置；着重的字写成 **不**。"},
           {"图片", "插入到“图片”一列，题干里写 [图1]、[图2] 指明位置。"},
           {"表格", "题干里的表格一行写成 | 甲 | 乙 |。"},
           {"版本、标识", "由题库填写，新题留空；修改题库写出的试题时不要改动。"}}) {
    sheet.addRow({column, words});
  }
  return sheet;
}

XlsxSheet templateSheet(const std::string& name, const std::optional<Level>& level,
                        const written::Names& names, const std::string& points) {
  const SheetColumns columns{kTemplateOptions};
  XlsxSheet sheet = emptySheet(name, columns, points);
  sheet.moreRows = kTemplateRows;
  int number = 0;
  for (const TheoryItem& item : written::exampleItems(level.value_or(*Level::of(3)))) {
    bool cut = false;
    ItemRow row = rowOf(item, names, {}, cut);
    row.at(Column::kCode) = {{Inline::Kind::kText, "示例" + std::to_string(++number), {}}};
    row.at(Column::kId).clear();
    row.at(Column::kStatus).clear();
    sheet.addRow(cellsOf(row, columns));
  }
  return sheet;
}

}  // namespace

std::string excelTemplate(const Bank& bank, const std::vector<Level>& levels) {
  const written::Names names(bank);
  XlsxBook book;
  book.title = "理论知识试题模板";
  book.sheets.push_back(instructionSheet());
  std::vector<XlsxSheet> lists;
  for (const Level level : levels) {
    PointSheet points = pointSheet(names, level);
    book.sheets.push_back(templateSheet(std::string(level.name()), level, names, points.formula));
    if (!points.formula.empty()) lists.push_back(std::move(points.sheet));
  }
  if (levels.empty()) book.sheets.push_back(templateSheet("试题", std::nullopt, names, {}));
  for (XlsxSheet& list : lists) book.sheets.push_back(std::move(list));
  return writeXlsx(book);
}

}  // namespace tiku::formats
