// The standard goes out as its printed document and comes back as it was.
#include "workflows/exchange/standard_pages.h"

#include <fstream>

#include <catch2/catch.hpp>

#include "formats/base/temp_directory.h"
#include "formats/compare/fields.h"
#include "formats/exchange/import.h"
#include "formats/package/package.h"
#include "tests/support/places.h"
#include "workflows/exchange/bank_documents.h"

namespace {

using namespace tiku;
using namespace tiku::formats;

Bank bankWith(Standard standard) {
  Bank bank = loadBank(tiku::tests::sourceRoot() / "samples/liangju").bank;
  bank.apply(Edit("").put(std::move(standard)));
  return bank;
}

ImportResult outAndBack(const Bank& bank, const Bank& into) {
  const auto made =
      workflows::writeBankDocument(bank, validators::Profile::load("tutorial"),
                                   workflows::BankContent::kStandard, workflows::OfficeFormat::kWord, {});
  const TempDirectory folder;
  const auto file = folder.path() / "标准.docx";
  std::ofstream(file, std::ios::binary) << made.bytes;
  ImportOptions options;
  options.kind = ImportKind::kStandard;
  return importFile(into, file, options);
}

void comesBackEqual(const Bank& bank) {
  const ImportResult result = outAndBack(bank, bank);
  for (const Edit::Step& step : result.edit.steps()) {
    for (const Field& field : differingFields(*bank.object(step.id), step.object))
      UNSCOPED_INFO(field.name << ": " << fieldText(step.object, field.name) << "\nwas "
                               << fieldText(*bank.object(step.id), field.name));
  }
  CHECK(result.edit.empty());
  for (const std::string& note : result.report.notes) CHECK(note.find("题库原有") == std::string::npos);
  for (const SourceVerdict& row : result.report.rows) {
    INFO(row.at << " " << row.words << ": " << row.reason);
    CHECK(row.verdict != Verdict::kUnclear);
  }
}

WorkContent content(const std::string& name, std::vector<Requirement> skills,
                    std::vector<std::string> knowledge) {
  WorkContent made{Id::random(), name, std::move(skills), {}, {}};
  for (std::string& text : knowledge) made.knowledge.push_back({Id::random(), std::move(text), false, {}});
  return made;
}

LevelRequirements level(int number, const std::string& word) {
  LevelRequirements made(*Level::of(number));
  for (const std::string& function : {word + "准备", word + "检修", word + "复检"}) {
    Function one{Id::random(), function, {}, {}};
    for (const std::string& part : {std::string("外观"), std::string("零位")}) {
      one.contents.push_back(
          content(function + part,
                  {{Id::random(), "能" + function + part + "并记录 0.02 mm 的误差", false, {}},
                   {Id::random(), "能在" + function + part + "前断开电源", number == 3, {}}},
                  {function + part + "方法", function + part + "的 3 个要点"}));
    }
    made.functions.push_back(std::move(one));
  }
  return made;
}

RichText withTable(const std::string& before) {
  TextTable table;
  table.rows = {{RichText::plain("等级"), RichText::plain("学时")},
                {RichText::plain("五级/初级工"), RichText::plain("120")}};
  std::vector<RichText::Block> blocks = RichText::plain(before).blocks();
  blocks.emplace_back(std::move(table));
  return RichText(std::move(blocks));
}

/// Three levels, ★, a table in chapter 1, numbered paragraphs, an annex, half shares.
Standard wholeStandard() {
  Standard made;
  made.kind = StandardKind::kEnterprise;
  made.title = "量具检修工（长度类）评价办法";
  made.edition = "第 3 版，2030 年修订";
  made.issuer = "某某厂〔2030〕7号";
  made.overview = {
      {"1.1", "职业名称", RichText::plain("量具检校员"), {}},
      {"1.4", "职业技能等级", RichText::plain("五级/初级工、四级/中级工、三级/高级工。"), {}},
      {"1.8", "职业培训要求", withTable("参考学时见下表：\n含实习。"), {}},
      {"1.9", "职业技能评价要求", {}, {}},
      {"1.9.1", "申报条件", RichText::plain("（1）年满 16 周岁。\n（2）从事本职业 1 年。"), {}},
      {"附录A", "常用量具", withTable("游标卡尺"), {}},
  };
  made.basics = {
      {Id::random(), BasicTopic::Part::kEthics, "职业守则", {"爱护量具", "数据真实"}, {}},
      {Id::random(), BasicTopic::Part::kFoundation, "计量基础知识", {"长度单位", "误差"}, {}},
  };
  made.levels = {level(5, "卡尺"), level(4, "卡尺"), level(3, "千分尺")};
  const auto share = [](int tenths) { return Weight::ofHundredths(tenths * 10); };
  const Level five = *Level::of(5);
  const Level four = *Level::of(4);
  const Level three = *Level::of(3);
  const auto all = [&](int tenths) {
    return std::map<Level, Weight>{{five, share(tenths)}, {four, share(tenths)}, {three, share(tenths)}};
  };
  made.theoryWeights = {{WeightRow::Kind::kEthics, "职业道德", all(50), {}},
                        {WeightRow::Kind::kFoundation, "基础知识", all(250), {}}};
  for (const std::string& word : {std::string("卡尺"), std::string("千分尺")}) {
    for (const auto& [name, tenths] :
         {std::pair{"准备", 175}, std::pair{"检修", 325}, std::pair{"复检", 200}}) {
      WeightRow row{WeightRow::Kind::kFunction, word + name, {}, {}};
      if (word == "卡尺") row.weights = {{five, share(tenths)}, {four, share(tenths)}};
      if (word == "千分尺") row.weights = {{three, share(tenths)}};
      made.theoryWeights.push_back(row);
      for (auto& [each, weight] : row.weights) weight = share(tenths == 200 ? 500 : 250);
      made.skillsWeights.push_back(std::move(row));
    }
  }
  return made;
}

}  // namespace

TEST_CASE("the sample's standard reads back from its printed document as it was") {
  comesBackEqual(loadBank(tiku::tests::sourceRoot() / "samples/liangju").bank);
}

TEST_CASE("a standard of three levels with stars, tables, an annex and half shares reads back as it was") {
  comesBackEqual(bankWith(wholeStandard()));
}

TEST_CASE("a norm of a special ability has its own form, and reads back as it was") {
  Standard norm;
  norm.kind = StandardKind::kSpecial;
  norm.title = "量具清洗专项职业能力考核规范";
  norm.edition = "2030年版";
  norm.overview = {{"一", "定义", RichText::plain("清洗量具并防锈的能力。"), {}},
                   {"二", "能力标准与鉴定内容", {}, {}},
                   {"三", "鉴定要求", {}, {}},
                   {"（一）", "申报条件", RichText::plain("达到法定劳动年龄。"), {}}};
  norm.levels.emplace_back(*Level::of(3));
  for (const std::string& task : {std::string("清洗"), std::string("防锈")}) {
    norm.levels[0].functions.push_back(
        {Id::random(),
         task,
         {content(task, {{Id::random(), "能断开电源", true, {}}, {Id::random(), "能" + task, false, {}}},
                  {task + "知识"})},
         {}});
    norm.skillsWeights.push_back(
        {WeightRow::Kind::kFunction, task, {{*Level::of(3), Weight::whole(50)}}, {}});
  }
  comesBackEqual(bankWith(norm));
}

TEST_CASE("a printed standard read into another bank says the same under new ids") {
  Bank other;
  BankInfo info;
  info.packageId = Id::random();
  info.occupationName = "量具检校员";
  other.apply(Edit("").put(info));
  other.apply(outAndBack(bankWith(wholeStandard()), other).edit);
  REQUIRE(other.standard() != nullptr);
  Standard read = *other.standard();
  const Standard whole = wholeStandard();
  CHECK(read.kind == whole.kind);
  CHECK(read.title == whole.title);
  CHECK(read.edition == whole.edition);
  CHECK(read.issuer == whole.issuer);
  CHECK(read.overview == whole.overview);
  CHECK(read.theoryWeights == whole.theoryWeights);
  CHECK(read.skillsWeights == whole.skillsWeights);
  REQUIRE(read.levels.size() == 3);
  CHECK(read.levels[2].functions[0].contents[1].skills[1].critical);
  CHECK(read.levels[2].functions[0].contents[1].skills[1].text == "能在千分尺准备零位前断开电源");
}
