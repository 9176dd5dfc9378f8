#include <string>

#include <catch2/catch.hpp>

#include "formats/base/digest.h"
#include "formats/base/error.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/xlsx/number_format.h"
#include "formats/exchange/xlsx/writer.h"
#include "tests/support/xlsx_builder.h"

using namespace tiku::formats;
using tiku::tests::XlsxBuilder;

namespace {

Workbook read(const XlsxBuilder& builder) {
  return readXlsxBytes(builder.bytes(), "题库.xlsx");
}

Sheet sheetOf(const std::string& content, const std::string& strings = {}, const std::string& styles = {},
              const std::string& settings = {}) {
  XlsxBuilder builder;
  builder.pages = {{"Sheet1", content, {}, {}}};
  builder.strings = strings;
  builder.styles = styles;
  builder.settings = settings;
  return read(builder).sheets.at(0);
}

FormatError refused(const std::string& bytes) {
  try {
    readXlsxBytes(bytes, "题库.xlsx");
  } catch (const FormatError& error) {
    return error;
  }
  FAIL("was read");
  throw std::logic_error("not reached");
}

ErrorCode refusal(const std::string& content) {
  XlsxBuilder builder;
  builder.pages = {{"Sheet1", content, {}, {}}};
  return refused(builder.bytes()).code();
}

}  // namespace

TEST_CASE(
    "cells are read as Excel shows them: numbers without binary noise, percents, dates, times, errors") {
  const std::string styles =
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"0.00_);[Red]\\(0.00\\)\"/>"
      "<numFmt numFmtId=\"165\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
      "<numFmt numFmtId=\"166\" formatCode=\"[$-804]m/d/yyyy\"/>"
      "<numFmt numFmtId=\"167\" formatCode=\"#,##0.##&quot; 分&quot;\"/></numFmts>"
      "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf numFmtId=\"14\"/><xf numFmtId=\"20\"/>"
      "<xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"167\"/></cellXfs>";
  const auto shown = [&styles](const std::string& value, int style, const std::string& settings = {}) {
    const Sheet sheet = sheetOf(
        XlsxBuilder::data("<row>" + XlsxBuilder::value("A1", value, "s=\"" + std::to_string(style) + "\"") +
                          "</row>"),
        {}, styles, settings);
    return sheet.rows.at(0).at(0);
  };
  CHECK(shown("0.30000000000000004", 0).text == "0.3");
  CHECK(shown("1E-3", 0).text == "0.001");
  CHECK(shown("12", 0).text == "12");
  CHECK(shown("100000000000", 0).text == "100000000000");
  CHECK(shown("0.16", 1).text == "16%");
  CHECK(shown("0.16", 1).kind == SheetCell::Kind::kPercent);
  CHECK(shown("2.5", 4).text == "2.50");
  CHECK(shown("1.005", 4).text == "1.01");
  CHECK(shown("1234.5", 7).text == "1,234.5 分");
  CHECK(shown("35612", 2).text == "1997-07-01");
  CHECK(shown("35612", 5).text == "1997年7月1日");
  CHECK(shown("35612", 6).text == "1997-07-01");
  CHECK(shown("35612", 2).kind == SheetCell::Kind::kDate);
  CHECK(shown("60", 2).text == "1900-02-29");  // Excel's calendar has it.
  CHECK(shown("61", 2).text == "1900-03-01");
  CHECK(shown("34150", 2, "<workbookPr date1904=\"1\"/>").text == "1997-07-01");
  CHECK(shown("0.0430555555555556", 3).text == "1:02");
  CHECK(shown("0.0430555555555556", 3).kind == SheetCell::Kind::kTime);

  const Sheet others = sheetOf(XlsxBuilder::data(
      "<row>" + XlsxBuilder::value("A1", "1", "t=\"b\"") + XlsxBuilder::value("B1", "#N/A", "t=\"e\"") +
      "<c r=\"C1\" t=\"str\"><f>A1&amp;B1</f><v>合计</v></c>" +
      XlsxBuilder::value("D1", "2021-03-05T00:00:00", "t=\"d\"") + "</row>"));
  CHECK(others.rows[0][0].text == "TRUE");
  CHECK(others.rows[0][1].text == "#N/A");
  CHECK(others.rows[0][2].text == "合计");
  CHECK(others.rows[0][3].text == "2021-03-05");
}

TEST_CASE("fractions, exponents, signs and words around numbers are shown as Excel shows them") {
  const auto shown = [](const std::string& code, double value) {
    return NumberFormat(code).show(value, false).text;
  };
  CHECK(shown("# ?/?", 0.75) == "3/4");
  CHECK(shown("# ?/?", 1.5) == "1 1/2");
  CHECK(shown("# ?/?", 2) == "2");
  CHECK(shown("#\\ ?"
              "?/?"
              "?",
              0.3125) == "5/16");
  CHECK(shown("?/?", 1.5) == "3/2");
  CHECK(shown("# ?/8", 0.5) == "4/8");
  CHECK(shown("# ?/?", -0.25) == "-1/4");
  CHECK(shown("# ?/?", 0.999) == "1");
  CHECK(NumberFormat::builtIn(12).show(0.5, false).text == "1/2");
  CHECK(shown("0.00E+00", 123456) == "1.23E+05");
  CHECK(shown("0.0E+0", 123456) == "1.2E+5");
  CHECK(shown("0.00_);[Red]\\(0.00\\)", -2.5) == "(2.50)");
  CHECK(shown("0;-0;\"零\"", 0) == "零");
  CHECK(shown("0;-0;;@", 0).empty());
  CHECK(shown("0;-0;;@", -7) == "-7");
  CHECK(shown("General\"元\"", 12.5) == "12.5元");
  CHECK(shown("\"第\"0\"题\"", 3) == "第3题");
  CHECK(shown("[>=60]\"及格\";\"不及格\"", 70) == "及格");
  CHECK(shown("[>=60]\"及格\";\"不及格\"", 50) == "不及格");
}

TEST_CASE("runs of one text join, raised and lowered ones keep their place, readings are left out") {
  const Sheet sheet = sheetOf(
      XlsxBuilder::data("<row>" + XlsxBuilder::value("A1", "0", "t=\"s\"") +
                        XlsxBuilder::value("B1", "1", "t=\"s\"") + "</row>"),
      "<si><r><t>H</t></r><r><rPr><vertAlign val=\"subscript\"/></rPr><t>2</t></r><r><t>O 的</t></r></si>"
      "<si><t>第一行_x000D_\n第二行</t><rPh sb=\"0\" eb=\"1\"><t>ディー</t></rPh></si>");
  const SheetCell& water = sheet.rows[0][0];
  CHECK(water.text == "H2O 的");
  REQUIRE(water.pieces.size() == 3);
  CHECK(water.pieces[1] == Inline{Inline::Kind::kSubscript, "2", {}});
  CHECK(water.rich().blocks().size() == 1);
  CHECK(sheet.rows[0][1].text == "第一行\n第二行");
  CHECK(sheet.rows[0][1].rich() == RichText::plain("第一行\n第二行"));
}

TEST_CASE("a merged range shows its first cell everywhere, and only where the sheet has rows") {
  const Sheet sheet = sheetOf("<dimension ref=\"A1:XFD1048576\"/>" +
                              XlsxBuilder::rows({{"单选题", "", "甲"}, {"", "", "乙"}}) +
                              "<mergeCells><mergeCell ref=\"A1:A1048576\"/></mergeCells>");
  REQUIRE(sheet.rows.size() == 2);
  CHECK(sheet.rows[1][0].text == "单选题");
  CHECK(sheet.rows[1][0].merged);
  CHECK_FALSE(sheet.rows[0][0].merged);
  CHECK(sheet.merges == std::vector<MergedRange>{{0, 0, 1'048'575, 0}});
}

TEST_CASE("pictures are found at their cells, both as drawings and as WPS embeds them") {
  const std::string png = "\x89PNG\r\n\x1A\n0123";
  const std::string xdr =
      "xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" "
      "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
  const std::string picture =
      "<xdr:pic><xdr:nvPicPr><xdr:cNvPr name=\"ID_7\"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed=\"i1\"/>"
      "</xdr:blipFill></xdr:pic>";
  XlsxBuilder builder;
  builder.pages = {{"Sheet1",
                    XlsxBuilder::rows({{"题干"}, {"", "=DISPIMG(\"ID_7\",1)"}}) + "<drawing r:id=\"d\"/>",
                    {},
                    builder.link("d", "drawing", "../drawings/drawing1.xml")}};
  builder.files = {
      {"xl/drawings/drawing1.xml",
       "<xdr:wsDr " + xdr +
           "><xdr:oneCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:row>6</xdr:row></xdr:from>" + picture +
           "</xdr:oneCellAnchor></xdr:wsDr>"},
      {"xl/drawings/_rels/drawing1.xml.rels",
       XlsxBuilder::links(builder.link("i1", "image", "../media/image1.png"))},
      {"xl/cellimages.xml", "<e:cellImages xmlns:e=\"urn:wps\" " + xdr + "><e:cellImage>" + picture +
                                "</e:cellImage></e:cellImages>"},
      {"xl/_rels/cellimages.xml.rels", XlsxBuilder::links(builder.link("i1", "image", "media/image1.png"))},
      {"xl/media/image1.png", png}};
  const Workbook book = read(builder);
  const std::string media = sha256(png) + ".png";
  CHECK(book.media.at(media) == png);
  CHECK(book.sheets[0].pictures ==
        std::map<std::string, std::vector<std::string>>{{"B2", {media}}, {"C7", {media}}});
  CHECK(book.sheets[0].rows[1][1].text.empty());
}

TEST_CASE("hidden sheets are read and marked, charts, comments, macros and unsaved formulas are noted") {
  XlsxBuilder builder;
  builder.pages = {{"题目",
                    XlsxBuilder::data("<row><c r=\"A1\"><f>1+1</f></c></row>"),
                    {},
                    builder.link("c", "comments", "../comments1.xml")},
                   {"图", "", {}, {}, "chartsheet"},
                   {"旧题", XlsxBuilder::rows({{"甲"}}), "state=\"veryHidden\"", {}}};
  builder.files = {{"xl/vbaProject.bin", "x"}};
  const Workbook book = read(builder);
  REQUIRE(book.sheets.size() == 2);
  CHECK_FALSE(book.sheets[0].hidden);
  CHECK(book.sheets[1].name == "旧题");
  CHECK(book.sheets[1].hidden);
  CHECK(book.notes ==
        std::vector<std::string>{
            "工作表“题目”有 1 个公式没有保存结果（首个在 A1），读作空白；请在 Excel 中打开并保存一次。",
            "工作表“题目”的批注未导入。", "“图”不是表格而是图表或宏表，已跳过。",
            "文件带有宏，未读取，也不会运行。"});
}

TEST_CASE("the strict form of the standard reads like the usual one") {
  XlsxBuilder builder;
  builder.space = "http://purl.oclc.org/ooxml/spreadsheetml/main";
  builder.linkSpace = "http://purl.oclc.org/ooxml/officeDocument/relationships";
  builder.pages = {
      {"Sheet1", XlsxBuilder::data("<row>" + XlsxBuilder::value("A1", "0", "t=\"s\"") + "</row>"), {}, {}}};
  builder.strings = "<si><t>电压</t></si>";
  CHECK(read(builder).sheets[0].rows[0][0].text == "电压");
}

TEST_CASE("what is no workbook is called by its name, with advice") {
  CHECK(refused("").code() == ErrorCode::kNotUnderstood);
  const FormatError old = refused("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" +
                                  std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32));
  CHECK(old.code() == ErrorCode::kNotUnderstood);
  CHECK(old.advice().find("密码") != std::string::npos);
  CHECK(refused(tiku::tests::zipOf({{"a.txt", "x"}})).code() == ErrorCode::kNotUnderstood);
  const std::string whole =
      writeXlsx({"t", "", {}, {XlsxSheet{"s", {{}}, {{{"甲"}, XlsxLook::kBody, 0}}, 0, 0, false, {}, {}}}});
  CHECK(readXlsxBytes(whole, "a.xlsx").sheets[0].rows[0][0].text == "甲");
  CHECK(refused(whole.substr(0, whole.size() / 2)).code() == ErrorCode::kNotUnderstood);
}

TEST_CASE("a sheet that lies about its size or its content is stopped with the cell named") {
  std::string rows;
  for (int r = 1; r <= 200; ++r)
    rows += "<row>" + XlsxBuilder::words("XFD" + std::to_string(r), "x") + "</row>";
  CHECK(refusal(XlsxBuilder::data(rows)) == ErrorCode::kOverLimit);
  CHECK(refusal(XlsxBuilder::data("<row r=\"1048577\"><c><v>1</v></c></row>")) == ErrorCode::kOverLimit);
  CHECK(refusal(XlsxBuilder::data("<row r=\"-5\"><c><v>1</v></c></row>")) == ErrorCode::kOverLimit);
  CHECK(refusal(XlsxBuilder::data("<row><c r=\"7C\"><v>1</v></c></row>")) == ErrorCode::kNotUnderstood);
  CHECK(refusal(XlsxBuilder::data("<row><c r=\"A1\" t=\"s\"><v>5</v></c></row>")) ==
        ErrorCode::kNotUnderstood);
  CHECK(refusal(XlsxBuilder::data("<row><c r=\"A1\"><v>12x</v></c></row>")) == ErrorCode::kNotUnderstood);
  CHECK(refusal(XlsxBuilder::data("<row><c r=\"A1\"><v>1</v></c>")) == ErrorCode::kNotUnderstood);
  XlsxBuilder wrong;
  wrong.pages = {{"Sheet1", XlsxBuilder::data("<row><c r=\"C7\"><v>12x</v></c></row>"), {}, {}}};
  CHECK(refused(wrong.bytes()).place().object == "Sheet1!C7");
}
