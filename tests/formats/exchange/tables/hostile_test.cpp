// Whatever happens to the cells of a file, an importer answers with verdicts or a FormatError.
#include <functional>
#include <random>

#include <catch2/catch.hpp>

#include "doc.h"
#include "formats/base/error.h"
#include "formats/exchange/importers.h"

using namespace tiku::formats;
using namespace tiku::formats::test;

namespace {

using Importer = ImportResult (*)(const Bank&, const Document&, const ImportOptions&);
using TableRows = std::vector<std::vector<DocCell>>;

Document soundDocument() {
  Doc doc("混乱.docx");
  doc.say("第一部分（三级）理论知识考核方案（考试时间90min）")
      .table({words({"题型", "题量", "分值", "配分"}), words({"单选题", "80", "1", "80"}),
              words({"判断题", "20", "1", "20"}), words({"合计", "100", "", "100"})})
      .table({words({"序号", "项目名称", "单元编号", "单元内容", "选考方法", "考核时间", "配分", "题库题量"}),
              words({"1", "布光", "1", "主光", "抽一", "30", "60", "2"}),
              {merged(), merged(), cell("2"), cell("侧光"), merged(), cell("30"), cell("60"), cell("2")},
              words({"2", "记录", "1", "测光", "必考", "20", "40", "1"}),
              words({"合计", "", "", "", "", "50", "100", "5"})})
      .table({{cell("级别", 2), cell("布光"), cell("测光"), cell("合计")},
              {cell("高级"), cell("选考方式"), cell("必考"), cell("必考"), cell("2项")},
              {merged(), cell("鉴定比重"), cell("40"), cell("60"), cell("100")},
              {merged(), cell("考试时间"), cell("20"), cell("30"), cell("50")}})
      .say("理论知识鉴定要素细目表")
      .table({words({"序号", "章", "节", "目", "点", "名称·内容", "分数系数"}),
              words({"", "0", "", "", "", "基本要求", "100"}),
              words({"", "0", "1", "", "", "职业道德", "100"}), words({"", "0", "1", "1", "", "守信", "100"}),
              words({"1", "0", "1", "1", "1", "守信的含义", "0.5"})})
      .table({{cell("一级", 4), cell("二级", 4), cell("鉴定点", 3)},
              words({"名称", "代码", "重要程度比例", "鉴定比重", "名称", "代码", "重要程度比例", "鉴定比重",
                     "代码", "名称", "重要程度"}),
              words({"基本要求", "A", "(01:01:00)", "100", "守信", "A", "(01:01:00)", "100", "001", "含义",
                     "X"}),
              {merged(), merged(), merged(), merged(), merged(), merged(), merged(), merged(), cell("002"),
               cell("后果"), cell("Y")}})
      .say("茶艺灯光师（三级）操作技能考核")
      .say("试题单")
      .say("试题名称：主光布置")
      .say("考核时间：30min")
      .say("1.场地设备要求")
      .table({words({"名称", "规格", "数量"}), words({"射灯", "5 W", "2"})})
      .say("2.工作任务")
      .say("布置主光。")
      .say("3.技能要求")
      .say("（1）能布光；\n（2）能测光。")
      .say("试题评分表")
      .table({words({"序号", "配分", "评分标准"}), words({"M1", "60", "正确"}), words({"合计", "60", ""})})
      .say("参考答案")
      .say("略");
  return doc;
}

std::vector<DocCell*> cellsOf(Document& document) {
  std::vector<DocCell*> cells;
  for (auto& block : document.blocks) {
    if (auto* table = std::get_if<DocTable>(&block)) {
      for (auto& row : table->rows) {
        for (DocCell& one : row) cells.push_back(&one);
      }
    }
  }
  return cells;
}

std::vector<DocParagraph*> paragraphsOf(Document& document) {
  std::vector<DocParagraph*> found;
  for (auto& block : document.blocks) {
    if (auto* paragraph = std::get_if<DocParagraph>(&block)) found.push_back(paragraph);
  }
  return found;
}

/// One thing that goes wrong in an office, or in an attack.
void corrupt(Document& document, std::mt19937& random) {
  const auto pick = [&random](std::size_t size) { return static_cast<std::size_t>(random() % size); };
  static const std::vector<std::string> kJunk{"",
                                              "合计",
                                              "A-B-C-001",
                                              "99999999999999999999",
                                              "-1",
                                              "0.001",
                                              "(05:02:00)",
                                              "0.2097",
                                              "试题单",
                                              "章",
                                              "备注",
                                              "\xFF\xFE\x80",
                                              "（三级）",
                                              "１２３",
                                              "等级",
                                              "三选二",
                                              "参考答案",
                                              "试题1、",
                                              std::string(3000, '9'),
                                              "1.1.1.1.1.1.1.1.1",
                                              "：",
                                              "准备通知单",
                                              "\n\n",
                                              "高级技师"};
  const auto cells = cellsOf(document);
  const auto paragraphs = paragraphsOf(document);
  DocCell& one = *cells[pick(cells.size())];
  switch (random() % 8) {
    case 0:
      std::swap(one.paragraphs, cells[pick(cells.size())]->paragraphs);
      return;
    case 1:
      one.paragraphs = {line(kJunk[pick(kJunk.size())])};
      return;
    case 2:
      one.continued = !one.continued;
      return;
    case 3:
      one.column = static_cast<int>(random() % 2000) - 5;
      return;
    case 4:
      one.columnSpan = static_cast<int>(random() % 5000) - 5;
      return;
    case 5:
      one.paragraphs.clear();
      return;
    case 6:
      paragraphs[pick(paragraphs.size())]->text = RichText::plain(kJunk[pick(kJunk.size())]);
      return;
    default:
      if (auto* table = std::get_if<DocTable>(&document.blocks[pick(document.blocks.size())])) {
        if (table->rows.size() > 1)
          table->rows.erase(table->rows.begin() + static_cast<long>(pick(table->rows.size())));
        if (table->rows.size() > 1) std::swap(table->rows.front(), table->rows[pick(table->rows.size())]);
      }
  }
}

std::size_t unitsOf(const Document& document) {
  std::size_t units = 0;
  for (const auto& block : document.blocks) {
    const auto* table = std::get_if<DocTable>(&block);
    units += table == nullptr ? 1 : table->rows.size();
  }
  return units;
}

}  // namespace

TEST_CASE("what the reader of the file had to leave out is part of every report") {
  const auto importer =
      GENERATE(Importer{importElementTable}, Importer{importPlan}, Importer{importSkillItems});
  Document document = soundDocument();
  document.notes = {"页眉、页脚没有读入：页眉 1。"};
  CHECK(importer(Bank(), document, {}).report.notes == document.notes);
}

TEST_CASE("whatever happens to its cells, a file ends in one verdict per unit or in a plain refusal") {
  const auto importer =
      GENERATE(Importer{importElementTable}, Importer{importPlan}, Importer{importSkillItems});
  std::mt19937 random(20260301);
  int taken = 0;
  for (int round = 0; round < 400; ++round) {
    Document document = soundDocument();
    for (unsigned faults = random() % 12; faults > 0; --faults) corrupt(document, random);
    Bank bank;
    try {
      const ImportResult result = importer(bank, document, {});
      CHECK(result.report.rows.size() == unitsOf(document));
      for (const SourceVerdict& row : result.report.rows) CHECK(!row.reason.empty());
      bank.apply(result.edit);
      // What a file says twice changes nothing the second time, however odd the file.
      CHECK(importer(bank, document, {}).edit.empty());
      ++taken;
    } catch (const FormatError& error) {
      CHECK(!std::string(error.what()).empty());
    }
  }
  CHECK(taken > 100);
}
