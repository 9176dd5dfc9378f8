#include <fstream>

#include <catch2/catch.hpp>

#include "formats/exchange/experts/expert_words.h"
#include "formats/exchange/importers.h"
#include "tests/formats/exchange/items/sheet_support.h"
#include "tests/support/folder.h"
#include "tests/support/xlsx_builder.h"

using namespace tiku::formats;
using namespace tiku::tests;

namespace {

const Rows kList{
    {"贵州省职业技能评价专家名单"},
    {"序号", "姓名", "专家类别", "工作单位", "职称", "职业技能等级", "专业（职业）", "聘任日期", "聘期截止",
     "回避单位", "备注"},
    {"1", "张三", "试题内容专家", "黔南电力职业技术学院", "高级讲师", "", "6-31-01-02、维修电工",
     "2025-03-01", "2028年2月29日", "黔中电力公司", "党员"},
    {"2", "李四", "命题方法", "省职业技能鉴定指导中心", "", "二级/技师", "", "2025/3/1", "", "", ""},
    {"3", "王五", "外语", "某厂", "", "", "", "", "", "", ""},
    {"4", "", "内容", "某厂", "", "", "", "", "", "", ""},
    {"5", "赵六", "内容", "某厂", "", "", "", "今年春天", "", "", ""}};

const Experts& poolOf(const ImportResult& result) {
  return *as<Experts>(result.edit.steps().front().object);
}

}  // namespace

TEST_CASE("a list of experts comes in with kind, title, level, fields, term and what each keeps out of") {
  const ImportResult result = importExperts(bankOfTwoLevels(), book(kList));
  const Experts& pool = poolOf(result);
  REQUIRE(pool.experts.size() == 2);
  const Expert& zhang = pool.experts[0];
  CHECK(zhang.name == "张三");
  CHECK(zhang.kind == Expert::Kind::kContent);
  CHECK(zhang.institution == "黔南电力职业技术学院");
  CHECK(zhang.title == ExpertTitle::kAssociate);
  CHECK_FALSE(zhang.level.has_value());
  CHECK(zhang.fields == std::vector<std::string>{"6-31-01-02", "维修电工"});
  CHECK(zhang.appointed == Date::parse("2025-03-01"));
  CHECK(zhang.until == Date::parse("2028-02-29"));
  CHECK(zhang.avoidances == std::vector<Avoidance>{{"黔中电力公司", {}, {}}});
  const Expert& li = pool.experts[1];
  CHECK(li.kind == Expert::Kind::kMethod);
  CHECK(li.level == Level::of(2));
  CHECK(li.qualification == "二级/技师");
  CHECK(result.report.counts.at("added") == 2);
}

TEST_CASE("every row of the list has its verdict, and a column that is not used is named") {
  const ImportResult result = importExperts(bankOfTwoLevels(), book(kList));
  std::vector<std::string> verdicts;
  for (const SourceVerdict& row : result.report.rows) verdicts.push_back(row.at + " " + row.reason);
  CHECK(verdicts == std::vector<std::string>{
                        "Sheet1!1 表头之前的文字。", "Sheet1!2 表头。", "Sheet1!3 新的专家张三。",
                        "Sheet1!4 新的专家李四。", "Sheet1!5 类别“外语”看不懂；请写“内容”或“方法”。",
                        "Sheet1!6 没有姓名。", "Sheet1!7 日期“今年春天”看不懂；请写作 2026年3月1日。"});
  CHECK(result.report.count(Verdict::kUnclear) == 3);
  CHECK(result.report.notes == std::vector<std::string>{"Sheet1!K2：没有用到“备注”这一列。"});
}

TEST_CASE("the same list a second time changes nothing, a newer one only what it says") {
  Bank bank = bankOfTwoLevels();
  bank.apply(importExperts(bank, book(kList)).edit);
  CHECK(importExperts(bank, book(kList)).edit.empty());
  Experts pool = *bank.find<Experts>(Experts::kId);
  pool.experts[0].works.push_back({Date::parse("2025-06-01"), "评审", "好", {}});
  bank.apply(Edit().put(pool));
  const ImportResult result = importExperts(
      bank, book({{"姓名", "类别", "单位", "职称"}, {"张三", "内容", "黔南电力职业技术学院", "教授"}}));
  const Expert& zhang = poolOf(result).experts.front();
  CHECK(zhang.id == pool.experts[0].id);
  CHECK(zhang.title == ExpertTitle::kSenior);
  CHECK(zhang.works == pool.experts[0].works);
  CHECK(zhang.until == pool.experts[0].until);
  CHECK(result.report.counts.at("changed") == 1);
}

TEST_CASE("a workbook on the disk is imported by kind, and columns cannot be named there") {
  const tiku::test::Folder folder;
  XlsxBuilder builder;
  builder.pages.push_back({"专家", XlsxBuilder::rows(kList), {}, {}});
  std::ofstream(folder / "experts.xlsx", std::ios::binary) << builder.bytes();
  ImportOptions options;
  options.kind = ImportKind::kExperts;
  const ImportResult result = importFile(bankOfTwoLevels(), folder / "experts.xlsx", options);
  CHECK(poolOf(result).experts.size() == 2);
  CHECK(result.report.kind == ImportKind::kExperts);
  options.columns["stem"] = "B";
  CHECK_THROWS_AS(importFile(bankOfTwoLevels(), folder / "experts.xlsx", options), FormatError);
}

TEST_CASE("a sheet without the head of such a list is refused with what the head must be") {
  try {
    importExperts(bankOfTwoLevels(), book({{"姓名", "电话"}, {"张三", "1"}}));
    FAIL("imported");
  } catch (const FormatError& error) {
    CHECK(error.code() == ErrorCode::kNotUnderstood);
    CHECK(std::string(error.what()) == "没有找到专家名单的表头。");
    CHECK(error.advice() == "表头要有“姓名”“类别”“工作单位”三列；类别写“内容”或“方法”。");
  }
}

TEST_CASE("titles are worth what the ladders of 职称 say") {
  using experts::titleOf;
  for (const char* senior : {"教授", "正高级工程师", "研究员", "正高级讲师", "教授级高工"}) {
    INFO(senior);
    CHECK(titleOf(senior) == ExpertTitle::kSenior);
  }
  for (const char* associate :
       {"副教授", "高级工程师", "高级讲师", "高级实习指导教师", "副研究员", "副高级"}) {
    INFO(associate);
    CHECK(titleOf(associate) == ExpertTitle::kAssociate);
  }
  for (const char* middle : {"工程师", "讲师", "一级实习指导教师", "中级", "经济师"}) {
    INFO(middle);
    CHECK(titleOf(middle) == ExpertTitle::kIntermediate);
  }
  for (const char* junior : {"助理工程师", "助理讲师", "技术员", "二级实习指导教师"}) {
    INFO(junior);
    CHECK(titleOf(junior) == ExpertTitle::kJunior);
  }
  for (const char* none : {"高级技师", "高级工", "处长", ""}) {
    INFO(none);
    CHECK_FALSE(titleOf(none).has_value());
  }
  CHECK(experts::levelOf("高级技师") == Level::of(1));
  CHECK(experts::levelOf("电工（二级）") == Level::of(2));
  CHECK_FALSE(experts::levelOf("高级工程师").has_value());
  CHECK_FALSE(experts::levelOf("一级实习指导教师").has_value());
}
