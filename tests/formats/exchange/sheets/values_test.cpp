// Options and keys as Excel shows them, through a real workbook.
#include "tests/formats/exchange/items/sheet_support.h"
#include "tests/support/xlsx_builder.h"

using namespace tiku::formats;
using namespace tiku::tests;

TEST_CASE("an option is what Excel shows, and what Excel made of it is asked about") {
  XlsxBuilder builder;
  builder.styles =
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"m&quot;月&quot;d&quot;日&quot;\"/></numFmts>"
      "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf numFmtId=\"12\"/><xf numFmtId=\"164\"/>"
      "<xf numFmtId=\"20\"/></cellXfs>";
  builder.pages = {
      {"题库",
       XlsxBuilder::data(
           "<row>" + XlsxBuilder::words("A1", "题干") + XlsxBuilder::words("B1", "A") +
           XlsxBuilder::words("C1", "B") + XlsxBuilder::words("D1", "C") + XlsxBuilder::words("E1", "D") +
           XlsxBuilder::words("F1", "答案") + "</row><row>" +
           XlsxBuilder::words("A2", "增值税的税率是（ ）") + XlsxBuilder::value("B2", "0.16", "s=\"1\"") +
           XlsxBuilder::value("C2", "0.75", "s=\"2\"") + XlsxBuilder::value("D2", "45355", "s=\"3\"") +
           XlsxBuilder::value("E2", "0.0430555555555556", "s=\"4\"") + XlsxBuilder::words("F2", "a ") +
           "</row><row>" + XlsxBuilder::words("A3", "条例自哪一天起施行（ ）") +
           XlsxBuilder::value("B3", "43101") + XlsxBuilder::words("C3", "2018年3月1日") +
           XlsxBuilder::value("D3", "0.0430555555555556") + XlsxBuilder::value("E3", "12") +
           XlsxBuilder::words("F3", "Ｂ") + "</row>"),
       {},
       {}}};
  const ImportResult result = readBook(readXlsxBytes(builder.bytes(), "题库.xlsx"));
  const auto items = itemsOf(result.edit);
  REQUIRE(items.size() == 2);
  CHECK(optionsOf(items[0]) == "<16%><3/4><3月4日><1:02>");
  CHECK(keysOf(items) == std::vector<std::string>{"A", "B"});
  CHECK(verdict(result.report, "题库!D2") ==
        "? 选项 C：Excel 把这一格当作日期或时间，显示为“3月4日”，请核对原文。");
  CHECK(verdict(result.report, "题库!E2") ==
        "? 选项 D：Excel 把这一格当作日期或时间，显示为“1:02”，请核对原文。");
  CHECK(verdict(result.report, "题库!B3") ==
        "? 选项 A：这里的数 43101 像是 Excel 把日期变成的序号，原文已不可知，请核对。");
  CHECK(verdict(result.report, "题库!D3").find("像是 Excel 把时间或比变成的小数") != std::string::npos);
  CHECK(result.report.count(Verdict::kUnclear) == 4);
}

TEST_CASE("raised and lowered signs stay in options that are taken out of one cell") {
  Workbook workbook = book({{"题干", "选项", "答案"}, {"水的分子式是（ ）", "A.H2O B.CO2", "A"}});
  SheetCell& cell = workbook.sheets[0].rows[1][1];
  cell.pieces = {{Inline::Kind::kText, "A.H", {}},
                 {Inline::Kind::kSubscript, "2", {}},
                 {Inline::Kind::kText, "O B.CO", {}},
                 {Inline::Kind::kSubscript, "2", {}}};
  const auto items = itemsOf(readBook(workbook).edit);
  REQUIRE(items.size() == 1);
  REQUIRE(items[0].options.size() == 2);
  const auto& pieces = std::get<Paragraph>(items[0].options[0].blocks().at(0)).pieces;
  REQUIRE(pieces.size() == 3);
  CHECK(pieces[1] == Inline{Inline::Kind::kSubscript, "2", {}});
  CHECK(items[0].options[1].str() == "CO2");
}
