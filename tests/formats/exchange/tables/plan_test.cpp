// 认定方案: paper plan and structure of the operational exam, in both layouts. Figures and names are ours.
#include <catch2/catch.hpp>

#include "doc.h"
#include "formats/base/error.h"
#include "formats/exchange/importers.h"

using namespace tiku::formats;
using namespace tiku::formats::test;

namespace {

ImportOptions asPlan(std::optional<Level> level = {}) {
  ImportOptions options;
  options.kind = ImportKind::kPlan;
  options.level = level;
  return options;
}

Bank bankWithCode() {
  BankInfo info;
  info.packageId = Id::random();
  info.occupationName = "茶艺灯光师";
  info.occupation = OccupationCode::parse("4-03-02-99");
  info.levels = {*Level::of(4), kThree};
  return Bank(info);
}

using TableRows = std::vector<std::vector<DocCell>>;

TableRows paperRows() {
  return {words({"题型", "考试方式", "认定题量", "分值/（分/题）", "配分/分"}),
          {cell("判断题"), cell("闭卷机考"), cell("40"), cell("0.5"), cell("20")},
          {cell("单选题"), merged(), cell("80"), cell("1"), cell("80")},
          words({"小计", "－", "120", "", "100"})};
}

TableRows unitRows() {
  return {{cell("职业（工种）", 2), cell("茶艺灯光师", 3), cell("等级"), cell("三级", 4)},
          {cell("职业代码", 2), cell("4-03-02-99", 3), merged(), merged(4)},
          words({"序号", "项目名称", "单元编号", "单元内容", "考核\n方式", "选考\n方法", "考核时间\n(分钟)",
                 "配分", "题库\n题量", "考核题量"}),
          {cell("1"), cell("布光"), cell("1"), cell("主光"), cell("操作"), cell("抽一"), cell("30"),
           cell("60"), cell("2"), cell("1")},
          {merged(), merged(), cell("2"), cell("侧光"), cell("操作"), merged(), cell("30"), cell("60"),
           cell("2"), merged()},
          words({"2", "记录", "1", "测光记录", "笔试", "必考", "20", "40", "3", "1"}),
          {cell("合计", 6), cell("50"), cell("100"), cell("7"), cell("2")},
          {cell("备注"), cell("", 9)}};
}

Doc plan(TableRows paper, TableRows units) {
  Doc doc("方案.docx");
  doc.say("茶艺灯光师（三级）认定方案").say("理论知识考试方案（考试时间90min）");
  if (!paper.empty()) doc.table(std::move(paper));
  doc.say("三、操作技能考核方案");
  if (!units.empty()) doc.table(std::move(units));
  return doc;
}

}  // namespace

TEST_CASE("a plan gives the paper plan with its time and the structure with its groups") {
  Bank bank = bankWithCode();
  const ImportResult result = importPlan(bank, plan(paperRows(), unitRows()), asPlan());
  bank.apply(result.edit);
  CHECK(result.report.count(Verdict::kUnclear) == 0);
  CHECK(result.report.counts.at("plan-sections") == 2);
  CHECK(result.report.counts.at("modules") == 3);
  CHECK(result.report.rows.size() == 3 + 4 + 8);

  const Blueprint& blueprint = *bank.blueprint(kThree);
  CHECK(blueprint.plan.minutes == 90);
  CHECK(blueprint.plan.sections ==
        std::vector<PlanSection>{{ItemType::kTrueFalse, 40, Marks::ofHundredths(50)},
                                 {ItemType::kSingleChoice, 80, Marks::whole(1)}});
  REQUIRE(blueprint.structure.groups.size() == 2);
  CHECK(blueprint.structure.groups[0].take == 1);
  REQUIRE(blueprint.structure.groups[0].modules.size() == 2);
  const SkillModule& side = blueprint.structure.groups[0].modules[1];
  CHECK(side.code == "1.2");
  CHECK(side.function == "布光");
  CHECK(side.name == "侧光");
  CHECK(side.bankItems == 2);
  CHECK(blueprint.structure.groups[1].modules[0].form == "笔试");
  CHECK(blueprint.structure.total() == Marks::whole(100));
  CHECK(blueprint.structure.minutes() == 50);

  const ImportResult again = importPlan(bank, plan(paperRows(), unitRows()), asPlan(kThree));
  CHECK(again.edit.empty());
  CHECK(again.report.counts.at("unchanged") == 5);
}

TEST_CASE("a plan whose sums are wrong is taken, and the wrong rows are named") {
  TableRows paper = paperRows();
  paper[2][4] = cell("70");
  paper[3][2] = cell("130");
  TableRows units = unitRows();
  units[5][6] = cell("25");
  units[5][9] = cell("2");
  units[6] = {cell("合计", 6), cell("50"), cell("90"), cell("7"), cell("2")};
  const ImportResult result = importPlan(bankWithCode(), plan(paper, units), asPlan());
  const auto at = [&](const std::string& where) { return reasonAt(result.report, where); };
  CHECK(at("表 1 行 3") ==
        "存疑：单选题 80 题，每题 1 分，应为 80 分，写作 70 分；题量和分值已导入，请核对。");
  CHECK(at("表 1 行 4") == "存疑：合计写作 130 题 100 分，各行之和是 120 题 100 分；各行已导入，请核对。");
  CHECK(at("表 2 行 6") == "存疑：考核题量写作 2，选考方法是抽 1；按选考方法导入，请核对。");
  CHECK(at("表 2 行 7") ==
        "存疑：合计与各单元不符：配分写作 90，算得 100；考核时间写作 50，算得 55；各单元已导入，请核对。");
}

TEST_CASE("a renumbered module keeps its identity, and one with items does not vanish") {
  Bank bank = bankWithCode();
  bank.apply(importPlan(bank, plan({}, unitRows()), asPlan()).edit);
  const SkillStructure before = bank.blueprint(kThree)->structure;
  const Id side = before.groups[0].modules[1].id;
  SkillItem item(Id::random(), kThree);
  item.title = "侧光布置";
  item.module = before.groups[0].modules[0].id;
  bank.apply(Edit().put(item));

  TableRows units = unitRows();
  units.erase(units.begin() + 3);
  units[3] = words({"1", "布光", "1", "侧光", "操作", "必考", "30", "60", "2", "1"});
  const ImportResult result = importPlan(bank, plan({}, units), asPlan());
  bank.apply(result.edit);
  const SkillStructure after = bank.blueprint(kThree)->structure;
  REQUIRE(after.groups.size() == 3);
  CHECK(after.groups[0].modules[0].id == side);
  CHECK(after.groups[0].modules[0].code == "1.1");
  CHECK(after.groups[2].modules[0].id == *item.module);
  CHECK(reasonAt(result.report, "表 1 行 1") ==
        "存疑：来源中已没有模块“1.1 主光”，但有 1 道试题挂在它上面，已保留；请改挂试题后删除。");
  CHECK(importPlan(bank, plan({}, units), asPlan()).edit.empty());
}

TEST_CASE("the national structure table gives each level of the bank its own structure") {
  Doc doc("结构表.docx");
  doc.say("茶艺灯光师操作技能考核内容结构表")
      .table({{cell("级别", 2), cell("鉴定范围", 4), cell("合计")},
              {merged(2), cell("布光"), cell("测光"), cell("修理"), cell("培训"), merged()},
              {cell("中级"), cell("选考方式"), cell("必考"), cell("必考"), cell("—"), cell("—"), cell("2项")},
              {merged(), cell("鉴定比重(%)"), cell("40"), cell("60"), cell("—"), cell("—"), cell("100")},
              {merged(), cell("考试时间(min)"), cell("20"), cell("30"), cell("—"), cell("—"), cell("50")},
              {merged(), cell("考核形式"), cell("实操"), cell("实操"), cell("—"), cell("—"), cell("—")},
              {cell("高级"), cell("选考方式"), cell("必考"), cell("二选一", 2), cell("必考"), cell("3项")},
              {merged(), cell("鉴定比重(%)"), cell("30"), cell("50"), cell("50"), cell("20"), cell("100")},
              {merged(), cell("考试时间(min)"), cell("20"), cell("40"), cell("40"), cell("15"), cell("80")},
              {merged(), cell("考核形式"), cell("实操"), cell("实操"), cell("实操"), cell("笔试"), cell("—")},
              {cell("技师"), cell("选考方式"), cell("—"), cell("—"), cell("—"), cell("必考"), cell("1项")},
              {merged(), cell("鉴定比重(%)"), cell("—"), cell("—"), cell("—"), cell("100"), cell("100")}});
  Bank bank = bankWithCode();
  const ImportResult result = importPlan(bank, doc, asPlan());
  bank.apply(result.edit);
  REQUIRE(bank.blueprint(*Level::of(4)) != nullptr);
  const SkillStructure& four = bank.blueprint(*Level::of(4))->structure;
  const SkillStructure& three = bank.blueprint(kThree)->structure;
  CHECK(bank.blueprint(*Level::of(2)) == nullptr);
  CHECK(four.groups.size() == 2);
  REQUIRE(three.groups.size() == 3);
  CHECK(three.groups[1].modules.size() == 2);
  CHECK(three.groups[1].modules[1].function == "修理");
  CHECK(three.groups[2].modules[0].form == "笔试");
  CHECK(three.total() == Marks::whole(100));
  CHECK(reasonAt(result.report, "表 1 行 9") ==
        "存疑：合计与各单元不符：考核时间写作 80，算得 75；各单元已导入，请核对。");
  CHECK(reasonAt(result.report, "表 1 行 11") == "略过：其他等级的内容，这次不导入。");
  CHECK(result.report.count(Verdict::kUnclear) == 1);
}

TEST_CASE("a file without plan or structure is refused with what would be needed") {
  Doc doc("别的.docx");
  doc.say("通讯录（三级）").table({words({"姓名", "电话"}), words({"张三", "123"})});
  try {
    importPlan(bankWithCode(), doc, asPlan());
    FAIL("was imported");
  } catch (const FormatError& error) {
    CHECK(error.code() == ErrorCode::kNotUnderstood);
    CHECK(std::string(error.what()) == "没有找到组卷方案或考核项目表。");
  }
}
