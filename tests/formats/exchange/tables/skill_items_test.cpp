// Operational items as institutions write them. Tasks and figures are ours.
#include <catch2/catch.hpp>

#include "doc.h"
#include "formats/base/digest.h"
#include "formats/base/error.h"
#include "formats/exchange/importers.h"

using namespace tiku::formats;
using namespace tiku::formats::test;

namespace {

ImportOptions asItems(std::optional<Level> level = {}) {
  ImportOptions options;
  options.kind = ImportKind::kSkillsItems;
  options.level = level;
  return options;
}

using TableRows = std::vector<std::vector<DocCell>>;

/// A bank with two modules that differ in marks, and one point each.
Bank bankWithModules() {
  Bank bank = emptyBank();
  Blueprint blueprint(kThree);
  SkillModule light{Id::random(), "1.1", "布光", "主光", "操作", Marks::whole(60), 30, 1, {}};
  SkillModule log{Id::random(), "2.1", "记录", "测光记录", "操作", Marks::whole(40), 20, 1, {}};
  blueprint.structure.groups = {{1, {light}, {}}, {1, {log}, {}}};
  const auto scope = [](const char* code, const char* name) {
    Scope made;
    made.id = Id::random();
    made.code = code;
    made.name = name;
    return made;
  };
  Scope lighting = scope("1", "布光");
  Scope main = scope("1", "主光");
  Point set;
  set.id = Id::random();
  set.code = "1";
  set.name = "能按茶席布置主光";
  main.points.push_back(set);
  lighting.scopes.push_back(main);
  blueprint.skills.tops.push_back({Part::kWork, lighting});
  bank.apply(Edit().put(blueprint));
  return bank;
}

struct PaperAndSheet {
  std::string title = "红茶席主光布置";
  std::string code;
  std::string minutes = "30min";
  std::string requirement = "（1）能按茶席布置主光；";
  TableRows scores{words({"细则编号", "配分", "评分细则描述", "规定或\n标称值", "结果或\n实际值", "得分"}),
                   words({"M1", "20", "灯位正确得20分", "图1", "", ""}),
                   words({"M2", "40", "照度正确得40分", "", "", ""}),
                   words({"", "", "每偏差10 lx 扣2分", "", "", ""}),
                   {cell("合计配分"), cell("60"), cell("合计得分", 2), cell(""), cell("")}};
};

void addItem(Doc& doc, const PaperAndSheet& sheet) {
  doc.say("茶艺灯光师（三级）操作技能考核").say("试题单").say("准考证号：");
  doc.say("试题代码：" + sheet.code)
      .say("试题名称：" + sheet.title)
      .say("考核时间：" + sheet.minutes)
      .say("");
  doc.say("1.场地设备要求").say("射灯 2 只、照度计 1 台").say("2.工作任务").say("在茶席上布置主光。");
  doc.table({words({"灯号", "功率"}), words({"A", "5 W"})});
  doc.say("3.技能要求").say(sheet.requirement).say("4.质量指标").say("（1）照度 200 lx。");
  doc.say("茶艺灯光师（三级）操作技能考核")
      .say("试题评分表")
      .say("试题名称：" + sheet.title)
      .say("测量分评分表");
  doc.table(sheet.scores);
}

Doc documentOf(const PaperAndSheet& sheet) {
  Doc doc("操作题.docx");
  doc.say("第5部分").say("操作技能复习题");
  addItem(doc, sheet);
  return doc;
}

}  // namespace

TEST_CASE("a paper and its score sheet become one item, linked to module and point") {
  Bank bank = bankWithModules();
  const Doc doc = documentOf({});
  const ImportResult result = importSkillItems(bank, doc, asItems());
  bank.apply(result.edit);
  CHECK(result.report.count(Verdict::kUnclear) == 0);
  CHECK(result.report.counts.at("skills-items") == 1);
  CHECK(result.report.counts.at("score-rows") == 2);

  const auto items = bank.all<SkillItem>();
  REQUIRE(items.size() == 1);
  const SkillItem& item = *items[0];
  const Blueprint& blueprint = *bank.blueprint(kThree);
  CHECK(item.title == "红茶席主光布置");
  CHECK(item.minutes == 30);
  CHECK(item.marks == Marks::whole(60));
  CHECK(item.scoreTotal() == item.marks);
  CHECK(item.venue.str() == "射灯 2 只、照度计 1 台");
  CHECK(item.task.str() == "在茶席上布置主光。\n灯号\t功率\nA\t5 W");
  CHECK(std::holds_alternative<TextTable>(item.task.blocks().back()));
  CHECK(item.quality.str() == "（1）照度 200 lx。");
  REQUIRE(item.scores.size() == 2);
  CHECK(item.scores[0].nominal == "图1");
  CHECK(item.scores[1].criterion.str() == "照度正确得40分\n每偏差10 lx 扣2分");
  CHECK(item.module == blueprint.structure.groups[0].modules[0].id);
  CHECK(item.points == std::vector<Id>{blueprint.skills.tops[0].scope.scopes[0].points[0].id});
  CHECK(item.source == Source{"操作题.docx", "段 7"});
  CHECK(reasonAt(result.report, "段 7") ==
        "导入：试题“红茶席主光布置”。按技能要求归入模块 1.1 主光。"
        "模块 2.1 测光记录：方案的题库题量是 1，题库现有 0。");
  CHECK(importSkillItems(bank, doc, asItems()).edit.empty());
}

TEST_CASE("a corrected file changes its item and keeps what people set by hand") {
  Bank bank = bankWithModules();
  bank.apply(importSkillItems(bank, documentOf({}), asItems()).edit);
  SkillItem item = *bank.all<SkillItem>()[0];
  item.points.clear();
  item.difficulty = 4;
  item.status = ItemStatus::kReviewed;
  item.module = bank.blueprint(kThree)->structure.groups[1].modules[0].id;
  bank.apply(Edit().put(item));

  PaperAndSheet sheet;
  sheet.scores[1] = words({"M1", "20", "灯位与图一致得20分", "图1", "", ""});
  const ImportResult result = importSkillItems(bank, documentOf(sheet), asItems());
  bank.apply(result.edit);
  REQUIRE(bank.all<SkillItem>().size() == 1);
  const SkillItem& after = *bank.all<SkillItem>()[0];
  CHECK(after.scores[0].criterion.str() == "灯位与图一致得20分");
  CHECK(after.difficulty == 4);
  CHECK(after.status == ItemStatus::kReviewed);
  CHECK(after.module == item.module);
  CHECK(result.report.counts.at("changed") == 1);
}

TEST_CASE("the same title with another task is a second item, and the report asks") {
  Bank bank = bankWithModules();
  bank.apply(importSkillItems(bank, documentOf({}), asItems()).edit);
  PaperAndSheet sheet;
  sheet.scores[1] = words({"M1", "20", "换了一条细则", "", "", ""});
  Doc doc("别处.docx");
  addItem(doc, sheet);
  const ImportResult result = importSkillItems(bank, doc, asItems());
  bank.apply(result.edit);
  CHECK(bank.all<SkillItem>().size() == 2);
  CHECK(reasonAt(result.report, "段 5").starts_with("存疑：题库已有同名而内容不同的试题"));
}

TEST_CASE("an item that no module of the plan agrees with, and a sheet that does not add up, are named") {
  PaperAndSheet sheet;
  sheet.requirement = "（1）能修理照度计。";
  sheet.scores[1] = words({"M1", "15", "灯位正确得15分", "", "", ""});
  sheet.minutes = "25min";
  const ImportResult result = importSkillItems(bankWithModules(), documentOf(sheet), asItems());
  CHECK(reasonAt(result.report, "段 7") ==
        "存疑：方案中没有 60 分、25 分钟的模块；试题已导入，没有归入模块，请核对。"
        "没有找到对应的考评点；试题已导入，请选择考评点。");
  CHECK(reasonAt(result.report, "表 2 行 5") ==
        "存疑：合计配分写作 60，各行之和是 55；评分表已导入，请核对配分。");
  CHECK(result.report.counts.at("without-module") == 1);

  sheet.code = "1.1.7";  // The code says the module; then its minutes are what is wrong.
  const ImportResult coded = importSkillItems(bankWithModules(), documentOf(sheet), asItems());
  CHECK(reasonAt(coded.report, "段 7").find("方案中模块 1.1 主光 是 60 分、30 分钟，试题是 60 分、25 分钟") !=
        std::string::npos);
}

TEST_CASE("papers first and score sheets behind them find each other by title") {
  Doc doc("操作题.docx");
  doc.say("茶艺灯光师（三级）操作技能考核");
  for (const char* title : {"甲席布光", "乙席布光"}) {
    doc.say("试题单")
        .say(std::string("试题名称：") + title)
        .say("考核时间：30分钟")
        .say("2.工作任务")
        .say(title);
  }
  for (const char* title : {"甲席布光", "乙席布光"}) {
    PaperAndSheet sheet;
    sheet.scores[1][2] = cell(title);
    doc.say("试题评分表").say(std::string("试题名称：") + title).table(sheet.scores);
  }
  Bank bank = bankWithModules();
  bank.apply(importSkillItems(bank, doc, asItems()).edit);
  REQUIRE(bank.all<SkillItem>().size() == 2);
  for (const auto& item : bank.all<SkillItem>()) CHECK(item->scores[0].criterion.str() == item->title);
}

TEST_CASE("the three-part form: notice with materials, paper with veto items, record sheet") {
  Doc doc("三件.docx");
  doc.say("茶艺灯光师高级工操作技能考核准备通知单").say("一、考场准备");
  doc.table(
      {words({"序号", "名称", "规格", "单位", "数量", "备注"}), words({"1", "射灯", "5 W", "只", "2", ""})});
  doc.say("二、考生准备")
      .table({words({"序号", "名称", "规格", "数量"}), words({"1", "手套", "棉", "1 副"})});
  doc.say("茶艺灯光师高级工操作技能考核试卷").say("试题1、红茶席主光布置").say("（1）本题分值：60分");
  doc.say("（2）考核时间：0.5小时").say("（3）考核形式：实操").say("（4）具体考核要求：按图布置主光。");
  doc.say("（5）否定项说明：若打碎灯具，则本题零分。")
      .say("操作技能考核评分记录表")
      .say("试题1、红茶席主光布置");
  doc.table({words({"序号", "考核内容", "考核要点", "配分", "评分标准", "扣分", "得分"}),
             words({"1", "布置", "灯位", "20", "错一处扣5分", "", ""}),
             {cell("2"), merged(), cell("照度"), cell("40"), cell("偏差扣10分"), cell(""), cell("")},
             {cell("合计", 3), cell("60"), cell(""), cell(""), cell("")},
             words({"否定项：高空作业不系安全带，本题零分", "", "", "", "", "", ""}),
             words({"考评员：", "", "", "核分人：", "", "", ""})});
  Bank bank = bankWithModules();
  const ImportResult result = importSkillItems(bank, doc, asItems());
  bank.apply(result.edit);
  REQUIRE(bank.all<SkillItem>().size() == 1);
  const SkillItem& item = *bank.all<SkillItem>()[0];
  CHECK(item.title == "红茶席主光布置");
  CHECK(item.minutes == 30);
  CHECK(item.marks == Marks::whole(60));
  REQUIRE(item.materials.size() == 2);
  CHECK(item.materials[0].quantity == "2 只");
  CHECK(item.materials[1].provider == Material::Provider::kCandidate);
  CHECK(item.requirements.str() == "按图布置主光。");
  CHECK(item.vetoes ==
        std::vector<std::string>{"若打碎灯具，则本题零分。", "否定项：高空作业不系安全带，本题零分"});
  REQUIRE(item.scores.size() == 2);
  CHECK(item.scores[1].content.str() == "布置\n照度");
  CHECK(reasonAt(result.report, "表 3 行 6") == "略过：签字栏。");
}

TEST_CASE("an item laid out as a form of labels and values") {
  Doc doc("表单.docx");
  doc.say("技能考核试题（三级）")
      .table({{cell("编号"), cell("SS-1-1-3-01"), cell("职业等级"), cell("三级")},
              {cell("考试时限"), cell("30分钟"), cell("题分"), cell("60")},
              {cell("试题名称"), cell("主光布置", 3)},
              {cell("试题正文"), cell("在茶席上布置主光。", 3)},
              {cell("工具、设备、场地"), cell("射灯", 3)},
              {cell("考核要求"), cell("照度均匀。", 3)}})
      .say("评分标准")
      .table({words({"序号", "考核项目", "要求", "配分", "评分标准", "备注"}),
              words({"1", "布置", "均匀", "60", "不均匀扣20分", ""}),
              words({"2", "超时", "30 分钟", "", "每超1分钟扣1分", ""}),
              {cell("合计", 3), cell("60"), cell(""), cell("")}});
  Bank bank = bankWithModules();
  const ImportResult result = importSkillItems(bank, doc, asItems());
  bank.apply(result.edit);
  REQUIRE(bank.all<SkillItem>().size() == 1);
  const SkillItem& item = *bank.all<SkillItem>()[0];
  CHECK(item.code == "SS-1-1-3-01");
  CHECK(item.task.str() == "在茶席上布置主光。");
  CHECK(item.venue.str() == "射灯");
  CHECK(item.scores.size() == 2);
  CHECK(item.marks == Marks::whole(60));
}

TEST_CASE("pictures of a task come along, those of the answer do not") {
  const std::string bytes = "not really a picture";
  const std::string name = sha256(bytes) + ".png";
  Doc doc = documentOf({});
  for (auto& block : doc.document().blocks) {
    auto* paragraph = std::get_if<DocParagraph>(&block);
    if (paragraph == nullptr || paragraph->line() != "在茶席上布置主光。") continue;
    paragraph->text =
        RichText({Paragraph{{{Inline::Kind::kText, "见图", {}}, {Inline::Kind::kImage, "图", name}}}});
  }
  doc.document().media[name] = bytes;
  doc.document().media[sha256("answer") + ".png"] = "answer";
  doc.say("参考答案").say("略");
  Bank bank = bankWithModules();
  const ImportResult result = importSkillItems(bank, doc, asItems());
  bank.apply(result.edit);
  CHECK(bank.all<Media>().size() == 1);
  CHECK(bank.find<Media>(*Id::ofDigest(sha256(bytes)))->bytes == bytes);
  CHECK(reasonAt(result.report, "段 23") == "略过：参考答案的正文，见段 22。");
}

TEST_CASE("a file without operational items is refused") {
  Doc doc("别的.docx");
  doc.say("通知（三级）").say("明天开会。");
  CHECK_THROWS_AS(importSkillItems(bankWithModules(), doc, asItems()), FormatError);
}
