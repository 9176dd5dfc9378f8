#include "workflows/filing/documents/form.h"

#include <catch2/catch.hpp>

#include "demo_bank.h"
#include "formats/base/error.h"
#include "formats/base/resources.h"
#include "formats/exchange/importers.h"

using namespace tiku::formats;
using namespace tiku::workflows;
using namespace tiku::tests;

namespace {

Form formWith(const std::string& section) {
  return parseForm("<form>\n<section title=\"甲\">\n" + section + "\n</section>\n</form>", "form.xml");
}

std::string errorOf(const std::string& section) {
  try {
    formWith(section);
  } catch (const FormatError& error) {
    return std::to_string(error.place().line) + " " + error.what();
  }
  return "none";
}

std::string firstRow(const DocTable& table, std::size_t row) {
  std::string text;
  for (const DocCell& cell : table.rows.at(row)) text += cell.str() + "|";
  return text;
}

}  // namespace

TEST_CASE("an institution's own form takes the bank's data, the dossier's fields, and leaves the rest blank",
          "[documents]") {
  const Bank bank = demoBank();
  const auto profile = demoProfile();
  const Sample sample = demoSample(bank);
  FilingContext context{bank, profile, sample, "2026-03-01", false, {}};
  context.forms["application"] =
      "<form><section title=\"概况\">"
      "<row><field label=\"单位\" id=\"a\" data=\"institution/name\" width=\"12\"/>"
      "<field label=\"起止\" id=\"development-period\" width=\"12\"/></row>"
      "<row><field label=\"等级\" id=\"b\" data=\"bank/levels\" choices=\"五级/初级工|三级/高级工\"/></row>"
      "<row><field label=\"备注\" id=\"remark\"/></row>"
      "<levels><column label=\"点\" figure=\"points\" width=\"22\"/></levels>"
      "</section><note>注：样张。</note></form>";
  const DocumentFile file = makeDocuments(context).front();
  const Document read = readDocxBytes(file.bytes, file.path);
  const DocTable* table = nullptr;
  for (const auto& block : read.blocks) {
    if (const auto* found = std::get_if<DocTable>(&block)) table = found;
  }
  REQUIRE(table != nullptr);
  CHECK(firstRow(*table, 0) == "概况|单位|云岭机具职业技能评价中心|起止|2025年9月至2026年2月|");
  CHECK(firstRow(*table, 1) == "|等级|□ 五级/初级工　☑ 三级/高级工|");
  CHECK(firstRow(*table, 2) == "|备注||");
  CHECK(firstRow(*table, 6) == "|合计|64|");
  CHECK(file.figures == Figures{{"level-3/points", "32"}, {"level-4/points", "32"}, {"total/points", "64"}});
}

TEST_CASE("a broken form template is refused with its line and what is wrong", "[documents]") {
  CHECK(errorOf(R"(<row><field label="一" id="a" width="10"/></row>)") ==
        "3 这一行各栏宽度之和应是 24，却是 10。");
  CHECK(errorOf(R"(<row><field label="一" id="a" data="bank/secret"/></row>)") ==
        "3 没有名为“bank/secret”的数据。");
  CHECK(errorOf(R"(<levels><column label="一" figure="sold" width="22"/></levels>)") ==
        "3 没有名为“sold”的数据。");
  CHECK(errorOf(R"(<row><field id="a"/></row>)") == "3 缺少属性“label”。");
  CHECK(errorOf(R"(<people rows="many"><column label="姓名" value="name" width="24"/></people>)") ==
        "3 属性“rows”应是 0 到 100 的整数，却是“many”。");
  CHECK(errorOf("<picture/>") == "3 表格模板里不能有元素“picture”。");
  CHECK(errorOf("") == "2 表格的这一部分是空的。");
  CHECK_THROWS_AS(parseForm("<form>", "form.xml"), FormatError);
}

TEST_CASE("the form that ships with the program is a valid template", "[documents]") {
  const Form form = parseForm(resource("schemas/forms/application.xml"), "application.xml");
  CHECK(form.sections.size() == 9);
  REQUIRE(form.notes.size() == 1);
  CHECK(form.notes.front().find("非官方样式，可按主管部门要求调整") != std::string::npos);
}

TEST_CASE("a document that nobody can make is refused by name", "[documents]") {
  const auto profile = tiku::validators::Profile::parse(
      R"(<profile id="p" version="1.0" point-word="考评点"><title>甲</title><regulation>乙</regulation><rules/>
<bundle><document number="1" id="horoscope" title="星座"/></bundle></profile>)",
      "p.xml");
  const Bank bank;
  const Sample sample;
  try {
    makeDocuments({bank, profile, sample, "", false, {}});
    FAIL("made a document from nothing");
  } catch (const FormatError& error) {
    CHECK(error.code() == ErrorCode::kUsage);
    CHECK(std::string(error.what()) == "规则包要求的报备材料“horoscope”没有对应的生成方法，也没有表格模板。");
  }
}
