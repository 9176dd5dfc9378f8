// An occupational standard as its issuer publishes it becomes the bank's standard.
#include <catch2/catch.hpp>

#include "formats/base/digest.h"
#include "formats/base/error.h"
#include "formats/exchange/importers.h"
#include "formats/model/pictures.h"
#include "tests/formats/exchange/standard/gauges.h"

using namespace tiku::formats;
using namespace tiku::formats::test;

namespace {

Standard read(const Document& document, Bank bank = gaugesBank()) {
  bank.apply(importStandard(bank, document, asStandard()).edit);
  REQUIRE(bank.standard() != nullptr);
  return *bank.standard();
}

const std::string kFour =
    "检修准备>场地准备: 能检查温度, 能断开电源★ / 环境条件知识, 用电安全知识\n"
    "检修准备>器具准备: 能选用量块, 能清洗量具 / 量块知识\n"
    "卡尺检修>外观检修: 能修磨量爪, 能调整尺框 / 量爪修磨方法, 尺框调整方法\n";

}  // namespace

TEST_CASE("a standard of two levels is read whole, with a verdict on every line and no doubt") {
  const Bank bank = gaugesBank();
  const ImportResult result = importStandard(bank, gauges(), asStandard());
  CHECK(doubtsOf(result.report) == "");
  CHECK(result.report.notes.empty());
  const auto& counts = result.report.counts;
  CHECK(counts.at("sections") == 4);
  CHECK(counts.at("topics") == 2);
  CHECK(counts.at("levels") == 2);
  CHECK(counts.at("functions") == 3);
  CHECK(counts.at("contents") == 4);
  CHECK(counts.at("skills") == 8);
  CHECK(counts.at("knowledge") == 7);
  CHECK(counts.at("critical") == 1);
  CHECK(counts.at("added") == 2 + 3 + 4 + 8 + 7);
  CHECK(reasonAt(result.report, "段 3") == "略过：封面。");
  CHECK(reasonAt(result.report, "段 7") == "略过：说明、前言：题库不存。");
  CHECK(reasonAt(result.report, "表 1 行 2") ==
        "导入：四级/中级工工作要求：技能要求 2 条，相关知识要求 2 条。");
  CHECK(reasonAt(result.report, "表 3 行 7") == "略过：合计；题库总是重新计算，只用来核对。");

  const Standard standard = read(gauges());
  CHECK(standard.title == "量具检修工国家职业标准");
  CHECK(standard.edition == "2023年版");
  CHECK(standard.issuer == "某某部");
  CHECK(standard.kind == StandardKind::kNational);
  REQUIRE(standard.overview.size() == 4);
  CHECK(standard.overview[3].number == "1.3.1");
  CHECK(standard.overview[3].title == "申报条件");
  CHECK(standard.overview[3].text.str() ==
        "——具备以下条件之一者，可申报四级/中级工：\n（1）从事本职业满 5 年。");
  REQUIRE(standard.basics.size() == 2);
  CHECK(standard.basics[0].part == BasicTopic::Part::kEthics);
  CHECK(standard.basics[0].title == "职业守则");
  CHECK(standard.basics[0].entries == std::vector<std::string>{"爱护量具。", "数据真实。"});
  CHECK(standard.basics[1].part == BasicTopic::Part::kFoundation);
  CHECK(outline(standard, 4) == kFour);
  CHECK(outline(standard, 3) == "千分尺检修>零位检修: 能校对零位, 能更换测头 / 零位校对方法, 测头更换方法\n");
  CHECK(outline(standard.theoryWeights) ==
        "*职业道德 四级5 三级5\n*基础知识 四级25 三级15\n检修准备 四级30\n卡尺检修 四级40\n千分尺检修 "
        "三级80\n");
  CHECK(outline(standard.skillsWeights) == "检修准备 四级40\n卡尺检修 四级60\n千分尺检修 三级100\n");
}

TEST_CASE("tables go on over pages: repeated heads, cells that the break emptied, entries that it cut") {
  Doc doc("标准.docx");
  gaugesBegin(doc)
      .say("3.1 四级/中级工")
      .table({workHead(),
              words({"1.检修准备", "1.1场地准备", "1.1.1 能检查温度\n1.1.2 ★能断开",
                     "1.1.1 环境条件知识\n1.1.2 用电安全知识"}),
              workHead(), words({"", "", "电源", ""}),
              words({"", "1.2器具准备", "1.2.1 能选用量块", "1.2.1 量块知识"})});
  doc.say("续表").table({{cell("四级/中级工", 4)},
                         words({"1.检修准备", "1.2器具准备", "1.2.2 能清洗量具", ""}),
                         {cell("注：★为关键技能。", 4)},
                         words({"2.卡尺检修", "2.1外观检修", "2.1.1能修磨量爪2.1.2能调整尺框",
                                "2.1.1 量爪修磨方法\n2.1.2 尺框调整方法"})});
  gaugesThree(doc);
  gaugesWeights(doc);
  const ImportResult result = importStandard(gaugesBank(), doc, asStandard());
  CHECK(doubtsOf(result.report) == "");
  CHECK(reasonAt(result.report, "表 1 行 3") == "略过：表头。");
  CHECK(outline(read(doc), 4) == kFour);
}

TEST_CASE("what does not add up is told where it stands, and is taken all the same") {
  Doc doc("标准.docx");
  gaugesBegin(doc)
      .say("3.1 四级/中级工")
      .table(
          {workHead(),
           words({"1. 检修准备", "1.1 场地准备", "1.1.1 能检查温度\n1.1.3 能断开电源", "1.1.1 环境条件知识"}),
           words({"3. 卡尺检修", "3.1 外观检修", "3.1.1 能修磨量爪\n3.1.2 能修磨量爪", ""}),
           words({"4. 表面处理", "", "", ""})});
  gaugesWeights(doc, "10");
  const ImportResult result = importStandard(gaugesBank(), doc, asStandard());
  const ImportReport& report = result.report;
  CHECK(reasonAt(report, "段 11") == "存疑：这里写有三级/高级工，第 3 章却没有它的工作要求。");
  CHECK(reasonAt(report, "表 1 行 2") ==
        "存疑：技能要求的编号 1.1.3 应为 1.1.2；内容已收入，请核对有无缺漏或重复。");
  CHECK(reasonAt(report, "表 1 行 3") ==
        "存疑：职业功能的编号 3 应为 2；内容已收入，请核对有无缺漏或重复。"
        "技能要求“能修磨量爪”在同一工作内容里出现两次；都已收入，请删去一个。"
        "工作内容“外观检修”没有相关知识要求。");
  CHECK(reasonAt(report, "表 1 行 4") == "存疑：职业功能“表面处理”没有工作内容。");
  CHECK(reasonAt(report, "表 2 行 1") ==
        "存疑：理论知识权重表里没有四级/中级工职业功能“表面处理”的权重。"
        "理论知识权重表有三级/高级工，第 3 章却没有它的工作要求。");
  CHECK(reasonAt(report, "表 2 行 7") ==
        "存疑：理论知识权重表：四级/中级工各项相加是 105，不是 100；内容已收入，请核对。"
        "四级/中级工的合计写的是 100，各项相加是 105；请核对。");
  CHECK(outline(read(doc), 4) ==
        "检修准备>场地准备: 能检查温度, 能断开电源 / 环境条件知识\n"
        "卡尺检修>外观检修: 能修磨量爪, 能修磨量爪 / \n表面处理>\n");
}

TEST_CASE("of several directions one is taken, the others are told, and a person may choose another") {
  Doc doc("标准.docx");
  gaugesBegin(doc)
      .say("3.1 四级/中级工")
      .say("3.1.1 卡尺方向")
      .table({workHead(), words({"1. 卡尺检修", "1.1 外观", "1.1.1 能修磨量爪", "1.1.1 修磨方法"})})
      .say("3.1.2 千分尺方向")
      .table({workHead(), words({"1. 千分尺检修", "1.1 零位", "1.1.1 能校对零位", "1.1.1 校对方法"})});
  gaugesThree(doc);
  ImportOptions options = asStandard();
  const ImportResult first = importStandard(gaugesBank(), doc, options);
  CHECK(outline(read(doc), 4) == "卡尺检修>外观: 能修磨量爪 / 修磨方法\n");
  CHECK(reasonAt(first.report, "表 2 行 2") ==
        "存疑：“千分尺方向”的内容没有收入：题库的标准只存一个方向（工种），这次取“卡尺方向”。");
  REQUIRE(first.report.reading.size() == 3);
  CHECK(first.report.reading[2].key == "variant");
  CHECK(first.report.reading[2].choices.size() == 2);

  options.corrections["variant"] = "千分尺方向";
  Bank bank = gaugesBank();
  bank.apply(importStandard(bank, doc, options).edit);
  CHECK(outline(*bank.standard(), 4) == "千分尺检修>零位: 能校对零位 / 校对方法\n");
  CHECK(outline(*bank.standard(), 3).starts_with("千分尺检修>零位检修"));  // Of all directions.
  options.corrections["variant"] = "百分表方向";
  CHECK_THROWS_AS(importStandard(bank, doc, options), FormatError);
  options.corrections = {{"numbers", "in-text"}};
  CHECK_THROWS_AS(importStandard(bank, doc, options), FormatError);
}

TEST_CASE("a new edition keeps the ids of what it says again, and the second import changes nothing") {
  Bank bank = gaugesBank();
  bank.apply(importStandard(bank, gauges(), asStandard()).edit);
  const Standard before = *bank.standard();
  CHECK(importStandard(bank, gauges(), asStandard()).edit.empty());

  Doc doc("新标准.docx");
  gaugesBegin(doc, "2031年版")
      .say("3.1 四级/中级工")
      .table({workHead(), words({"1. 检修准备", "1.1 场地准备",
                                 "1.1.1 能挂警示牌\n1.1.2 能检查温度\n1.1.3 能断开电源和气源",
                                 "1.1.1 环境条件知识\n1.1.2 用电安全知识"})});
  gaugesThree(doc);
  const ImportResult next = importStandard(bank, doc, asStandard());
  CHECK(next.report.counts.at("added") == 1);
  CHECK(next.report.counts.at("changed") == 1);
  CHECK(next.report.counts.at("removed") == 10);
  REQUIRE(next.report.notes.size() == 2);
  CHECK(next.report.notes[0] == "文件里没有理论知识权重表，题库原有的保留。");
  const Edit undo = bank.apply(next.edit);
  const Standard& now = *bank.standard();
  CHECK(now.edition == "2031年版");
  CHECK(now.theoryWeights == before.theoryWeights);
  const WorkContent& then = before.at(*Level::of(4))->functions[0].contents[0];
  const WorkContent& same = now.at(*Level::of(4))->functions[0].contents[0];
  CHECK(same.id == then.id);
  CHECK(same.skills[1].id == then.skills[0].id);  // 能检查温度, with another number
  CHECK(same.skills[2].id == then.skills[1].id);  // 能断开电源, reworded
  CHECK(same.skills[0].id != then.skills[0].id);
  CHECK(now.at(*Level::of(3))->functions == before.at(*Level::of(3))->functions);
  bank.apply(undo);
  CHECK(*bank.standard() == before);
}

TEST_CASE("what a file does not speak of stays as the bank has it, but for a level that 1.2 takes away") {
  Bank bank = gaugesBank();
  bank.apply(importStandard(bank, gauges(), asStandard()).edit);
  Doc table("工作要求.docx");
  gaugesThree(table);
  const ImportResult result = importStandard(bank, table, asStandard());
  CHECK(result.edit.empty());
  CHECK(result.report.notes.size() == 8);
  CHECK(result.report.notes[5] ==
        "文件里没有四级/中级工的工作要求，题库原有的保留；确已取消的，请在题库里删去。");

  Doc fewer("标准.docx");
  fewer.say("1 职业概况").say("1.1 职业技能等级").say("本职业只设三级/高级工。").say("3 工作要求");
  gaugesThree(fewer);
  bank.apply(importStandard(bank, fewer, asStandard()).edit);
  CHECK(bank.standard()->levels.size() == 1);
}

TEST_CASE("a file of tables alone, without chapters, gives what it has") {
  Doc doc("表.docx");
  gaugesFour(doc);
  doc.say("理论知识权重表")
      .table({words({"项目", "四级/中级工（%）"}), words({"职业道德", "10"}), words({"检修准备", "50"}),
              words({"卡尺检修", "40"})});
  const ImportResult result = importStandard(gaugesBank(), doc, asStandard());
  CHECK(doubtsOf(result.report) == "");
  CHECK(outline(read(doc), 4) == kFour);
  CHECK(outline(read(doc).theoryWeights) == "*职业道德 四级10\n检修准备 四级50\n卡尺检修 四级40\n");
}

TEST_CASE("pictures and tables of chapter 1 and of an annex come along") {
  const std::string bytes = "\x89PNG\r\n\x1A\n";
  const std::string name = sha256(bytes) + ".png";
  Doc doc("标准.docx");
  doc.say("1 职业概况").say("1.1 职业名称").say("量具检修工").say("1.8 职业培训要求");
  doc.table({words({"等级", "学时"}), words({"四级/中级工", "120"})});
  doc.say("1.9 职业技能评价要求").say("见图。").say("3 工作要求");
  gaugesFour(doc).say("附录A 常用量具").say("游标卡尺。");
  for (auto& block : doc.document().blocks) {
    auto* paragraph = std::get_if<DocParagraph>(&block);
    if (paragraph == nullptr || paragraph->line() != "见图。") continue;
    Paragraph shown{{{Inline::Kind::kText, "见图。", {}}, {Inline::Kind::kImage, "考场", name}}};
    paragraph->text = RichText(std::vector<RichText::Block>{shown});
  }
  doc.document().media[name] = bytes;
  Bank bank = gaugesBank();
  bank.apply(importStandard(bank, doc, asStandard()).edit);
  const Standard& standard = *bank.standard();
  REQUIRE(standard.overview.size() == 4);
  CHECK(standard.overview[1].text.str() == "等级\t学时\n四级/中级工\t120");
  CHECK(standard.overview[2].text.images() == std::vector<std::string>{name});
  CHECK(standard.overview[3].number == "附录A");
  CHECK(standard.overview[3].title == "常用量具");
  REQUIRE(mediaNamed(bank, name) != nullptr);
  CHECK(importStandard(bank, doc, asStandard()).edit.empty());
}

TEST_CASE("a line of prose that begins with a figure begins no section") {
  Doc doc("标准.docx");
  doc.say("1 职业概况").say("1.1 职业名称").say("量具检修工").say("1.4 职业环境条件").say("室内。");
  doc.say("1.2 米以上的工作台。").say("1.5 职业能力特征").say("手指灵活。").say("3 工作要求");
  gaugesFour(doc);
  const Standard standard = read(doc);
  REQUIRE(standard.overview.size() == 3);
  CHECK(standard.overview[1].text.str() == "室内。\n1.2 米以上的工作台。");
}

TEST_CASE("the standard of another occupation is taken for what it is") {
  const Bank bank = emptyBank({kThree}, "茶艺灯光师");
  const ImportResult result = importStandard(bank, gauges(), asStandard());
  CHECK(reasonAt(result.report, "段 9") ==
        "存疑：文件的职业是“量具检修工”，题库的是“茶艺灯光师”；请核对文件是否拿错。");
}

TEST_CASE("a norm of a special ability has its tasks, their rules, knowledge and shares in one table") {
  Doc doc("规范.docx");
  doc.say("量具清洗专项职业能力考核规范")
      .say("一、定义")
      .say("清洗量具并防锈的能力。")
      .say("二、适用对象")
      .say("愿意从事这项工作的人员。")
      .say("三、能力标准与鉴定内容")
      .table({{cell("能力名称：量具清洗", 2), cell("职业领域：量具检修工", 2)},
              words({"工作任务", "操作规范", "相关知识", "考核比重"}),
              words({"（一）清洗", "1．能选用清洗剂\n2．能擦拭", "1．清洗剂知识", "60%"}),
              words({"（二）防锈", "1．能涂油", "1．防锈油知识", "40%"})})
      .say("四、鉴定要求")
      .say("（一）申报条件")
      .say("（1）达到法定劳动年龄；")
      .say("（2）有防护用品");
  Bank bank = emptyBank({*Level::of(5)}, "量具检修工");
  const ImportResult result = importStandard(bank, doc, asStandard());
  CHECK(doubtsOf(result.report) == "");
  bank.apply(result.edit);
  const Standard& standard = *bank.standard();
  CHECK(standard.kind == StandardKind::kSpecial);
  CHECK(standard.title == "量具清洗专项职业能力考核规范");
  CHECK(outline(standard, 5) ==
        "清洗>清洗: 能选用清洗剂, 能擦拭 / 清洗剂知识\n防锈>防锈: 能涂油 / 防锈油知识\n");
  CHECK(outline(standard.skillsWeights) == "清洗 五级60\n防锈 五级40\n");
  REQUIRE(standard.overview.size() == 5);
  CHECK(standard.overview[0].number == "一");
  CHECK(standard.overview[0].title == "定义");
  CHECK(standard.overview[4].text.str() == "（1）达到法定劳动年龄；\n（2）有防护用品");
}
