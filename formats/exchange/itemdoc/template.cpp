#include "formats/exchange/template.h"

#include "formats/exchange/docx/number_format.h"
#include "formats/exchange/itemdoc/item_pages.h"
#include "formats/exchange/written/examples.h"

namespace tiku::formats {
namespace {

using namespace itemdoc;

// Chinese, as all that authors of a Chinese bank fill in.
void addInstructions(DocxWriter& writer) {
  for (const char* line : {"1. "
                           "试题写在相应的题型标题下面，照着示例写：题号、题干、选项、答案各占一行；选项短的"
                           "可以几个写在一行，中间用"
                           "制表符或两个以上空格隔开。",
                           "2. 作答的位置写成（　　）。单选、多选的答案写字母；判断题写 正确 或 "
                           "错误；填空题各空用“；”隔开，同一空有"
                           "几种答案用“/”隔开；主观题在“答案：”后写参考答案，可以分段。",
                           "3. 每道题的最后一行写考评点、难度和一致性，例如：〔考评点 A-B-C-001 ｜ 难度 3 ｜ "
                           "一致性 4〕。难度 1 很简单"
                           "至 5 很难，一致性 1 很低至 5 很高；主观题再写 题分。",
                           "4. 图片、表格、公式（Word 的公式编辑器）、上下标、着重号可以直接插入。",
                           "5. 最后一行写有“示例”的题是示例，导入时跳过；写好后可以删掉。"}) {
    writer.add(line, DocxStyle::kNote);
  }
}

void addPoints(DocxWriter& writer, const written::Names& names, Level level) {
  const std::vector<std::string> points = names.points(level);
  if (points.empty()) return;
  writer.add(std::string(level.name()) + "的考评点", DocxStyle::kCaption);
  DocxTable table;
  table.dense = true;
  table.widths = {1, 1};
  for (std::size_t i = 0; i < points.size(); i += 2) {
    DocxRow& row = table.rows.emplace_back();
    row.cells.emplace_back(points[i], DocxStyle::kDenseLeft);
    row.cells.emplace_back(i + 1 < points.size() ? points[i + 1] : "", DocxStyle::kDenseLeft);
  }
  writer.add(table);
}

void addExamples(DocxWriter& writer, const written::Names& names, Level level) {
  int section = 0;
  for (const TheoryItem& item : written::exampleItems(level)) {
    writer.add(
        formatNumber(++section, "chineseCountingThousand") + "、" + std::string(itemTypeName(item.type)),
        DocxStyle::kHeading2);
    std::vector<itemdoc::Part> parts = linesOf(item, 1, names, {}, {});
    const std::string marks = item.marks ? item.marks->str() : std::string();
    Line tag{Role::kTag, {}, 0};
    written::append(tag.words.pieces, Inline::Kind::kText,
                    tagLine({{tags::kExample, {}},
                             {tags::kPoint, "A-B-C-001"},
                             {tags::kDifficulty, "3"},
                             {tags::kConsistency, "4"},
                             {tags::kMarks, marks}}));
    parts.back() = std::move(tag);
    addItem(writer, parts);
  }
}

}  // namespace

std::string wordTemplate(const Bank& bank, const std::vector<Level>& levels) {
  const written::Names names(bank);
  DocxSetup setup;
  setup.title = "理论知识试题模板";
  setup.wide = true;
  DocxWriter writer(setup);
  writer.add(setup.title, DocxStyle::kTitle);
  addInstructions(writer);
  for (const Level level : levels) {
    if (level != levels.front()) writer.pageBreak();
    writer.add(std::string(level.longName()), DocxStyle::kHeading1);
    addPoints(writer, names, level);
    addExamples(writer, names, level);
  }
  if (levels.empty()) addExamples(writer, names, *Level::of(3));
  return std::move(writer).finish();
}

}  // namespace tiku::formats
