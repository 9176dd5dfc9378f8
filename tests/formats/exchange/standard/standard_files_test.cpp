// Standards as files: Word documents with the manners of Word, texts, pages, and what is no standard at all.
#include <fstream>

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "formats/base/temp_directory.h"
#include "formats/exchange/import.h"
#include "tests/formats/exchange/standard/gauges.h"
#include "tests/support/docx_builder.h"

using namespace tiku::formats;
using namespace tiku::formats::test;
using tiku::tests::DocxBuilder;

namespace {

ImportResult importBytes(const std::string& bytes, const std::string& name, const Bank& bank = gaugesBank()) {
  const TempDirectory folder;
  std::ofstream(folder.path() / name, std::ios::binary) << bytes;
  return importFile(bank, folder.path() / name, asStandard());
}

FormatError refused(const std::string& bytes, const std::string& name) {
  try {
    importBytes(bytes, name);
  } catch (const FormatError& error) {
    return error;
  }
  FAIL("It was read.");
  return FormatError(ErrorCode::kIo, "");
}

Standard taken(const ImportResult& result) {
  Bank bank = gaugesBank();
  bank.apply(result.edit);
  REQUIRE(bank.standard() != nullptr);
  return *bank.standard();
}

std::string tc(const std::string& paragraphs, const std::string& properties = {}) {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraphs + "</w:tc>";
}
std::string tr(const std::string& cells, const std::string& properties = {}) {
  return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}
std::string tbl(const std::string& rows) {
  return "<w:tbl>" + rows + "</w:tbl>";
}
const std::string kRestart = "<w:vMerge w:val=\"restart\"/>";
const std::string kGoesOn = "<w:vMerge/>";

std::string headRow() {
  std::string cells;
  for (const char* word : {"职业功能", "工作内容", "技能要求", "相关知识要求"})
    cells += tc(DocxBuilder::p(word));
  return tr(cells, "<w:tblHeader/>");
}

/// Word numbers the headings (list 1) and everything in the cells: functions, contents and skills are levels
/// of list 2, the knowledge beside them of list 3, whose upper levels stand hidden in the same cells' style.
DocxBuilder wordDocument() {
  const auto p = [](const std::string& text) { return DocxBuilder::p(text); };
  const auto n = [](const std::string& text, int list, int level = 0) {
    return DocxBuilder::numbered(text, list, level);
  };
  DocxBuilder docx;
  docx.numbering = DocxBuilder::abstract(1, DocxBuilder::level(0, "decimal", "%1") +
                                                DocxBuilder::level(1, "decimal", "%1.%2") +
                                                DocxBuilder::level(2, "decimal", "%1.%2.%3")) +
                   DocxBuilder::abstract(2, DocxBuilder::level(0, "decimal", "%1.") +
                                                DocxBuilder::level(1, "decimal", "%1.%2") +
                                                DocxBuilder::level(2, "decimal", "%1.%2.%3")) +
                   DocxBuilder::abstract(3, DocxBuilder::level(0, "decimal", "（%1）")) +
                   DocxBuilder::num(1, 1) + DocxBuilder::num(2, 2) + DocxBuilder::num(3, 3);
  docx.body = p("中华人民共和国") + p("国家职业技能标准") + p("量 具 检 修 工") + p("（2019 年版）") +
              p("目 录") + p("1 职业概况\t1") + p("1.1 职业名称\t1") + p("3 工作要求\t4") + n("职业概况", 1) +
              n("职业名称", 1, 1) + p("量具检修工①") + n("职业技能等级", 1, 1) +
              p("共设一个等级：五级/初级工。") + n("基本要求", 1) + n("职业道德", 1, 1) +
              n("职业守则", 1, 2) + n("爱护量具。", 3) + n("数据真实。", 3) + n("工作要求", 1) +
              n("五级/初级工", 1, 1);
  docx.body += tbl(headRow() +
                   tr(tc(n("准备", 2), kRestart) + tc(n("场地准备", 2, 1)) +
                      tc(n("能检查温度", 2, 2) + n("能断开电源★", 2, 2)) +
                      tc(p("1.1.1 环境条件知识 1.1.2 用电安全知识"))) +
                   tr(tc(p(""), kGoesOn) + tc(n("器具准备", 2, 1)) + tc(n("能选用量块", 2, 2)) +
                      tc(p("1.2.1 量块") + p("知识"))));
  docx.body += tbl(headRow() + tr(tc(n("检修", 2)) + tc(n("外观检修", 2, 1)) + tc(n("能修磨量爪", 2, 2)) +
                                  tc(p("２．１．１　量爪修磨方法"))));
  docx.body += n("权重表", 1) + n("理论知识权重表", 1, 1) +
               tbl(tr(tc(p("技能等级") + p("项目"), "<w:gridSpan w:val=\"2\"/>") +
                      tc(p("五级/") + p("初级工") + p("（%）"))) +
                   tr(tc(p("基本") + p("要求")) + tc(p("职业道德")) + tc(p("5%"))) +
                   tr(tc(p("相关知识要求"), kRestart) + tc(p("准备")) + tc(p("45%"))) +
                   tr(tc(p(""), kGoesOn) + tc(p("检修")) + tc(p("50%"))) +
                   tr(tc(p("合 计"), "<w:gridSpan w:val=\"2\"/>") + tc(p("100%"))));
  docx.body += n("技能要求权重表", 1, 1) +
               tbl(tr(tc(p("项目"), "<w:gridSpan w:val=\"2\"/>") + tc(p("五级/初级工(%)"))) +
                   tr(tc(p("技能要求"), kRestart) + tc(p("准备")) + tc(p("40"))) +
                   tr(tc(p(""), kGoesOn) + tc(p("检修")) + tc(p("60")))) +
               p("附录A 常用量具") + p("游标卡尺、千分尺。");
  return docx;
}

const std::string kText =
    "量具检修工国家职业标准（2023年版）\n"
    "1 职业概况\n1.1 职业名称：量具检修工\n1.2 职业技能等级\n五级/初级工。\n"
    "2 基本要求\n2.1 职业道德\n2.1.1 职业守则\n（1）爱护量具，不带\n病使用。（2）数据真实。\n"
    "3 工作要求\n3.1 五级/初级工\n职业功能\t工作内容\t技能要求\t相关知识要求\n"
    "1. 准备\t1.1 场地准备\t1.1.1 能检查温度\t1.1.1 环境条件知识\n"
    "1.1.2 ★能断开电源\t1.1.2 用电安全知识\n"
    "- 3 -\n职业编码：6-99-99-02\n1.2 器具准备\n技能要求\n1.2.1 能选用量块\n相关知识要求\n1.2.1 量块\n知识\n"
    "2. 检修\n2.1 外观检修\n2.1.1 能修磨量爪 2.1.2 能调整尺框\n2.1.1 量爪修磨方法\n"
    "4 权重表\n4.1 理论知识权重表\n项目\t五级/初级工（%）\n"
    "基本要求\t职业道德\t5\n相关知识要求\t准备\t45\n检修\t50\n合计\t100\n"
    "4.2 技能要求权重表\n项目 五级/初级工（%）\n准备 40\n检修 60\n合计 100\n";

}  // namespace

TEST_CASE("a Word document with computed numbers, merged cells and a table in two pieces") {
  const ImportResult result = importBytes(wordDocument().bytes(), "标准.docx");
  CHECK(doubtsOf(result.report) == "");
  CHECK(result.report.reading[0].key == "file");
  CHECK(result.report.reading[1].words == "标准：量具检修工国家职业技能标准（2019年版）");
  const Standard standard = taken(result);
  CHECK(outline(standard, 5) ==
        "准备>场地准备: 能检查温度, 能断开电源★ / 环境条件知识, 用电安全知识\n"
        "准备>器具准备: 能选用量块 / 量块知识\n检修>外观检修: 能修磨量爪 / 量爪修磨方法\n");
  CHECK(outline(standard.theoryWeights) == "*职业道德 五级5\n准备 五级45\n检修 五级50\n");
  CHECK(outline(standard.skillsWeights) == "准备 五级40\n检修 五级60\n");
  REQUIRE(standard.basics.size() == 1);
  CHECK(standard.basics[0].entries == std::vector<std::string>{"爱护量具。", "数据真实。"});
  REQUIRE(standard.overview.size() == 3);
  CHECK(standard.overview[0].number == "1.1");
  CHECK(standard.overview[2].number == "附录A");
  CHECK(standard.overview[2].text.str() == "游标卡尺、千分尺。");
}

TEST_CASE("a text without tables is told by its numbers, with tabs, labels and lines that go on") {
  const ImportResult result = importBytes(kText, "标准.txt");
  CHECK(doubtsOf(result.report) == "");
  const Standard standard = taken(result);
  CHECK(standard.title == "量具检修工国家职业标准");
  CHECK(standard.edition == "2023年版");
  CHECK(standard.overview[0].title == "职业名称");
  CHECK(standard.overview[0].text.str() == "量具检修工");
  CHECK(standard.basics[0].entries == std::vector<std::string>{"爱护量具，不带病使用。", "数据真实。"});
  CHECK(outline(standard, 5) ==
        "准备>场地准备: 能检查温度, 能断开电源★ / 环境条件知识, 用电安全知识\n"
        "准备>器具准备: 能选用量块 / 量块知识\n"
        "检修>外观检修: 能修磨量爪, 能调整尺框 / 量爪修磨方法\n");
  CHECK(outline(standard.theoryWeights) == "*职业道德 五级5\n准备 五级45\n检修 五级50\n");
  CHECK(outline(standard.skillsWeights) == "准备 五级40\n检修 五级60\n");
}

TEST_CASE("a weight table that a word processor saved as text has a cell on each line") {
  const std::string text =
      "3 工作要求\n3.2 四级/中级工\n1. 准备\n1.1 场地\n1.1.1 能检查\n1.1.1 知识\n3.3 三级/高级工\n"
      "1. 准备\n1.1 场地\n1.1.1 能安排\n1.1.1 方法\n第 5 页　共 6 页\n4 权重表\n4.1 理论知识权重表\n"
      "项目\n四级/中级工（%）\n三级/高级工（%）\n基本要求\n职业道德\n5\n5\n\n基础知识\n25\n—\n"
      "相关知识要求\n准备\n70\n95\n合计\n100\n100\n第 6 页　共 6 页\n";
  const ImportResult result = importBytes(text, "标准.txt");
  CHECK(doubtsOf(result.report) == "");
  CHECK(outline(taken(result).theoryWeights) ==
        "*职业道德 四级5 三级5\n*基础知识 四级25\n准备 四级70 三级95\n");
}

TEST_CASE("a web page with its tables is read like a document") {
  const std::string page =
      "<html><body><h1>量具检修工国家职业标准</h1><p>1 职业概况</p><p>1.1 职业名称</p><p>量具检修工</p>"
      "<p>3 工作要求</p><p>3.1 五级/初级工</p><table><tr><th>职业功能</th><th>工作内容</th><th>技能要求</th>"
      "<th>相关知识要求</th></tr><tr><td rowspan=\"2\">1. 准备</td><td>1.1 场地</td><td>1.1.1 "
      "能检查<br>1.1.2 能断电"
      "</td><td>1.1.1 环境知识</td></tr><tr><td>1.2 器具</td><td>1.2.1 能选用</td><td>1.2.1 "
      "量块知识</td></tr>"
      "</table></body></html>";
  CHECK(outline(taken(importBytes(page, "标准.html")), 5) ==
        "准备>场地: 能检查, 能断电 / 环境知识\n准备>器具: 能选用 / 量块知识\n");
}

TEST_CASE("what is no standard is refused with a sentence and an advice") {
  DocxBuilder items;
  items.body = DocxBuilder::p("一、单项选择题") + DocxBuilder::p("1. 游标卡尺的读数是（  ）。");
  const FormatError error = refused(items.bytes(), "试题.docx");
  CHECK(error.code() == ErrorCode::kNotUnderstood);
  CHECK(error.place().file == "试题.docx");
  CHECK(std::string(error.what()).find("这不像职业标准") != std::string::npos);
  CHECK(error.full().find("职业功能、工作内容、技能要求、相关知识要求") != std::string::npos);
  CHECK(refused("", "空.docx").code() == ErrorCode::kNotUnderstood);
  CHECK(refused("1 职业概况\n", "标准.txt").code() == ErrorCode::kNotUnderstood);
}

TEST_CASE("a file cut anywhere is read or refused, and nothing else happens") {
  const std::string whole = wordDocument().bytes();
  for (std::size_t length = 0; length < whole.size(); length += 97) {
    try {
      importBytes(whole.substr(0, length), "标准.docx");
    } catch (const FormatError&) {
    }
  }
  for (std::size_t length = 0; length < kText.size(); length += 7) {
    try {
      importBytes(kText.substr(0, length), "标准.txt");
    } catch (const FormatError&) {
    }
  }
  SUCCEED();
}

TEST_CASE("a document of a hundred thousand rows is told from a standard in no time") {
  std::string text = "3 工作要求\n3.1 五级/初级工\n1. 准备\n1.1 场地\n1.1.1 能检查\n";
  for (int i = 0; i < 100'000; ++i) text += "没有编号的一行文字\n";
  const ImportResult wrapped = importBytes(text, "标准.txt");
  CHECK(wrapped.report.count(Verdict::kUnclear) > 90'000);

  text = "3 工作要求\n3.1 五级/初级工\n1. 准备\n1.1 场地\n";
  for (int i = 0; i < 100'000; ++i) text += "1.1." + std::to_string(i % 90 + 1) + " 能检查\n";
  CHECK(refused(text, "标准.txt").code() == ErrorCode::kOverLimit);
}
