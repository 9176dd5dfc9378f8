#include <catch2/catch.hpp>

#include "formats/exchange/importers.h"
#include "tests/support/docx_builder.h"

using namespace tiku::formats;
using tiku::tests::DocxBuilder;
using B = DocxBuilder;

namespace {

/// The paragraphs outside tables.
std::vector<DocParagraph> paragraphs(const Document& document) {
  std::vector<DocParagraph> found;
  for (const auto& block : document.blocks) {
    if (const auto* paragraph = std::get_if<DocParagraph>(&block)) found.push_back(*paragraph);
  }
  return found;
}

Document read(const DocxBuilder& docx) {
  return readDocxBytes(docx.bytes(), "试题.docx");
}

std::vector<std::string> lines(const DocxBuilder& docx) {
  std::vector<std::string> found;
  for (const DocParagraph& paragraph : paragraphs(read(docx))) found.push_back(paragraph.line());
  return found;
}

Document ofBody(const std::string& body) {
  DocxBuilder docx;
  docx.body = body;
  return read(docx);
}

std::vector<Inline> pieces(const Document& document, std::size_t paragraph = 0) {
  return std::get<Paragraph>(paragraphs(document).at(paragraph).text.blocks().front()).pieces;
}

using Lines = std::vector<std::string>;
using Kind = Inline::Kind;

}  // namespace

TEST_CASE("Word's own numbers are worked out as Word prints them") {
  DocxBuilder docx;
  docx.numbering = B::abstract(0, B::level(0, "chineseCounting", "%1、") + B::level(1, "decimal", "%2．") +
                                      B::level(2, "upperLetter", "%3、")) +
                   B::num(1, 0);
  docx.body = B::numbered("单选题", 1) + B::numbered("切削三要素是（ ）。", 1, 1) +
              B::numbered("转速", 1, 2) + B::numbered("进给", 1, 2) + B::numbered("刀具是（ ）。", 1, 1) +
              B::numbered("车刀", 1, 2) + B::p("没有编号") + B::numbered("多选题", 1) +
              B::numbered("量具有（ ）。", 1, 1);
  CHECK(lines(docx) == Lines{"一、单选题", "1．切削三要素是（ ）。", "A、转速", "B、进给", "2．刀具是（ ）。",
                             "A、车刀", "没有编号", "二、多选题", "1．量具有（ ）。"});
}

TEST_CASE("a list of a list shows the numbers above it, and a start value begins there") {
  DocxBuilder docx;
  docx.numbering =
      B::abstract(0, B::level(0, "decimal", "第%1章", 3) + B::level(1, "lowerRoman", "%1.%2")) + B::num(1, 0);
  docx.body = B::numbered("甲", 1) + B::numbered("乙", 1, 1) + B::numbered("丙", 1, 1) +
              B::numbered("丁", 1) + B::numbered("戊", 1, 1);
  CHECK(lines(docx) == Lines{"第3章甲", "3.i乙", "3.ii丙", "第4章丁", "4.i戊"});
}

TEST_CASE("two lists of one definition count on, unless the second one overrides its start") {
  DocxBuilder docx;
  const std::string restart = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>";
  docx.numbering =
      B::abstract(0, B::level(0, "decimal", "%1.")) + B::num(1, 0) + B::num(2, 0) + B::num(3, 0, restart);
  docx.body = B::numbered("一", 1) + B::numbered("二", 2) + B::numbered("三", 3) + B::numbered("四", 3) +
              B::numbered("五", 1);
  CHECK(lines(docx) == Lines{"1.一", "2.二", "1.三", "2.四", "3.五"});
}

TEST_CASE("a level can be kept from restarting, and a number can replace a whole level") {
  DocxBuilder docx;
  const std::string running =
      "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
      "<w:lvlText w:val=\"%2.\"/><w:lvlRestart w:val=\"0\"/></w:lvl>";
  const std::string other =
      "<w:lvlOverride w:ilvl=\"0\">" + B::level(0, "decimalEnclosedCircle", "%1") + "</w:lvlOverride>";
  docx.numbering = B::abstract(0, B::level(0, "upperRoman", "%1、") + running) + B::num(1, 0) +
                   B::abstract(1, B::level(0, "decimal", "%1)")) + B::num(2, 1, other);
  docx.body = B::numbered("判断题", 1) + B::numbered("甲", 1, 1) + B::numbered("单选题", 1) +
              B::numbered("乙", 1, 1) + B::numbered("丙", 2);
  CHECK(lines(docx) == Lines{"I、判断题", "1.甲", "II、单选题", "2.乙", "①丙"});
}

TEST_CASE("a paragraph takes its number from its style and from what that is based on") {
  DocxBuilder docx;
  docx.numbering =
      B::abstract(0, B::level(0, "decimal", "%1、") +
                         "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperLetter\"/>"
                         "<w:pStyle w:val=\"option\"/><w:lvlText w:val=\"%2.\"/></w:lvl>") +
      B::num(1, 0);
  docx.styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"stem\"><w:name w:val=\"题干\"/><w:pPr><w:numPr><w:numId "
      "w:val=\"1\"/>"
      "</w:numPr></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"hard\"><w:name w:val=\"难题\"/><w:basedOn "
      "w:val=\"stem\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"option\"><w:name w:val=\"选项\"/><w:pPr><w:numPr><w:numId "
      "w:val=\"1\"/>"
      "</w:numPr></w:pPr></w:style>";
  const auto styled = [](const std::string& text, const std::string& style, const std::string& more = {}) {
    return B::p(text, "<w:pStyle w:val=\"" + style + "\"/>" + more);
  };
  docx.body = styled("甲", "hard") + styled("子", "option") + styled("丑", "option") + styled("乙", "stem") +
              styled("丙", "stem", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>");
  CHECK(lines(docx) == Lines{"1、甲", "A.子", "B.丑", "2、乙", "丙"});
  CHECK(paragraphs(read(docx))[0].style == "难题");
}

TEST_CASE("a definition that only points at a numbering style uses that style's levels") {
  DocxBuilder docx;
  docx.numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"list\"/></w:abstractNum>" +
      B::abstract(1, "<w:styleLink w:val=\"list\"/>" + B::level(0, "chineseCountingThousand", "（%1）")) +
      B::num(1, 0) + B::num(2, 1);
  docx.styles =
      "<w:style w:type=\"numbering\" w:styleId=\"list\"><w:pPr><w:numPr><w:numId "
      "w:val=\"2\"/></w:numPr></w:pPr>"
      "</w:style>";
  docx.body = B::numbered("甲", 1) + B::numbered("乙", 1);
  CHECK(lines(docx) == Lines{"（一）甲", "（二）乙"});
}

TEST_CASE("bullets are bullets, and numbers of lists that are not defined are none") {
  DocxBuilder docx;
  docx.numbering = B::abstract(0, B::level(0, "bullet", "\xEF\x82\xB7")) + B::num(1, 0);
  docx.body = B::numbered("甲", 1) + B::numbered("乙", 7);
  CHECK(lines(docx) == Lines{"•甲", "乙"});
}

TEST_CASE("empty paragraphs and those in tables do not shift the paragraph numbers that a report names") {
  const Document document = ofBody(B::p("甲") + "<w:p/>" + "<w:tbl><w:tr><w:tc>" + B::p("格") +
                                   "</w:tc></w:tr></w:tbl>" + B::p("乙"));
  const auto all = paragraphs(document);
  REQUIRE(all.size() == 3);
  CHECK(all[1].number == 2);
  CHECK(all[1].text.empty());
  CHECK(all[2].number == 3);
  CHECK(std::get<DocTable>(document.blocks[2]).rows[0][0].paragraphs[0].number == 0);
}

TEST_CASE("what stands in a run arrives as what it means") {
  const Document document = ofBody(
      "<w:p><w:r><w:t>面积为10cm</w:t></w:r><w:r><w:rPr><w:vertAlign "
      "w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r>"
      "<w:r><w:t xml:space=\"preserve\">，</w:t><w:tab/><w:t>H</w:t></w:r>"
      "<w:r><w:rPr><w:vertAlign "
      "w:val=\"subscript\"/></w:rPr><w:t>2</w:t></w:r><w:r><w:t>O</w:t><w:noBreakHyphen/><w:br/>"
      "<w:t>第二行</w:t><w:softHyphen/><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:sym w:font=\"Symbol\" "
      "w:char=\"F061\"/></w:r></w:p>");
  CHECK(pieces(document) == std::vector<Inline>{{Kind::kText, "面积为10cm", {}},
                                                {Kind::kSuperscript, "2", {}},
                                                {Kind::kText, "，\tH", {}},
                                                {Kind::kSubscript, "2", {}},
                                                {Kind::kText, "O-", {}},
                                                {Kind::kLineBreak, {}, {}},
                                                {Kind::kText, "第二行√α", {}}});
}

TEST_CASE("bold is emphasis where the rest of the line is not bold, and emphasis dots always are") {
  const std::string bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>不</w:t></w:r>";
  const std::string dots = "<w:r><w:rPr><w:em w:val=\"dot\"/></w:rPr><w:t>错误</w:t></w:r>";
  const std::string plain = "<w:r><w:t>正确的是</w:t></w:r>";
  CHECK(pieces(ofBody("<w:p>" + bold + plain + dots + "</w:p>")) ==
        std::vector<Inline>{
            {Kind::kEmphasis, "不", {}}, {Kind::kText, "正确的是", {}}, {Kind::kEmphasis, "错误", {}}});
  CHECK(pieces(ofBody("<w:p>" + bold + bold + "</w:p>")) == std::vector<Inline>{{Kind::kText, "不不", {}}});
}

TEST_CASE("underlined spaces are a line to write on") {
  const Document document = ofBody(
      "<w:p><w:r><w:t>分为</w:t></w:r><w:r><w:rPr><w:u w:val=\"single\"/></w:rPr>"
      "<w:t xml:space=\"preserve\">      </w:t></w:r><w:r><w:t>两种</w:t></w:r></w:p>");
  CHECK(paragraphs(document)[0].text.str() == "分为______两种");
}

TEST_CASE("of a field the result is read, of a revision what was inserted, and what was left out is told") {
  const Document document = ofBody(
      "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGEREF x</w:instrText></w:r>"
      "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar "
      "w:fldCharType=\"end\"/></w:r>"
      "<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:ins><w:r><w:t>新</w:t></w:r></w:ins>"
      "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:smartTag><w:r><w:t>标</w:t></w:r></w:smartTag>"
      "<w:sdt><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt></w:p>");
  CHECK(paragraphs(document)[0].text.str() == "12链接新标控件");
  CHECK(document.notes == Lines{"修订中已删除的文字没有读入：段 1。"});
}

TEST_CASE("a paragraph whose end was deleted is one with the next") {
  const Document document =
      ofBody("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>" + B::p("后半"));
  REQUIRE(paragraphs(document).size() == 1);
  CHECK(paragraphs(document)[0].text.str() == "前半后半");
}

TEST_CASE("comments and footnotes are told with their words") {
  DocxBuilder docx;
  docx.body =
      "<w:p><w:r><w:t>题干</w:t><w:footnoteReference w:id=\"2\"/><w:commentReference "
      "w:id=\"0\"/></w:r></w:p>";
  docx.files = {{"word/footnotes.xml",
                 docx.root("footnotes", "<w:footnote w:id=\"2\">" + B::p("出自教材") + "</w:footnote>")},
                {"word/comments.xml",
                 docx.root("comments", "<w:comment w:id=\"0\">" + B::p("答案待定") + "</w:comment>")}};
  docx.links = {{"f", "footnotes", "footnotes.xml"}, {"c", "comments", "comments.xml"}};
  const Document document = read(docx);
  CHECK(paragraphs(document)[0].text.str() == "题干");
  CHECK(document.notes ==
        Lines{"批注没有读入：段 1“答案待定”。", "脚注或尾注没有读入正文：段 1“出自教材”。"});
}

TEST_CASE("a text box is read once, as paragraphs of its own behind the one that holds it") {
  const std::string box = "<w:txbxContent>" + B::p("框里的字") + "</w:txbxContent>";
  const Document document = ofBody(
      "<w:p><w:r><w:t>正文</w:t><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>" +
      box + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box +
      "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>" + B::p("后文"));
  const auto all = paragraphs(document);
  REQUIRE(all.size() == 3);
  CHECK(all[1].text.str() == "框里的字");
  CHECK(all[1].number == 2);
  CHECK(all[2].number == 3);
  CHECK(document.notes == Lines{"文本框里的文字已作为单独的段落读入，位置请核对：段 1。"});
}

TEST_CASE(
    "pictures are named by their content, whatever the file calls them, and links outside are not followed") {
  const std::string png = "\x89PNG\r\n\x1A\n...";
  const auto picture = [](const std::string& attribute) {
    return "<w:drawing><wp:inline><wp:docPr id=\"1\" name=\"x\" descr=\"一台车床\"/><a:graphic><a:blip " +
           attribute + "/></a:graphic></wp:inline></w:drawing>";
  };
  DocxBuilder docx;
  docx.body = "<w:p><w:r>" + picture("r:embed=\"i\"") + "</w:r></w:p><w:p><w:r>" + picture("r:link=\"o\"") +
              "</w:r></w:p><w:p><w:r>" + picture("r:embed=\"t\"") + "</w:r></w:p>";
  docx.files = {{"word/media/image1.jpeg", png}, {"word/media/image2.png", "no picture at all"}};
  docx.links = {{"i", "image", "media/image1.jpeg"},
                {"o", "image", "http://example.com/a.png", true},
                {"t", "image", "media/image2.png"}};
  const Document document = read(docx);
  REQUIRE(document.media.size() == 1);
  const std::string name = document.media.begin()->first;
  CHECK(name.size() == 64 + 4);
  CHECK(name.ends_with(".png"));
  CHECK(document.media.begin()->second == png);
  CHECK(pieces(document, 0) == std::vector<Inline>{{Kind::kImage, "一台车床", name}});
  CHECK(pieces(document, 1) == std::vector<Inline>{{Kind::kText, "[图]", {}}});
  CHECK(document.notes ==
        Lines{"图片不在文件里，只有外部链接，没有读取：段 2。", "图片缺失或格式无法识别，没有读入：段 3。"});
}

TEST_CASE("equations become formulas") {
  const auto run = [](const std::string& text) { return "<m:r><m:t>" + text + "</m:t></m:r>"; };
  const Document document =
      ofBody("<w:p><m:oMath><m:f><m:num>" + run("a") + "</m:num><m:den>" + run("b") + "</m:den></m:f>" +
             run("=") + "<m:rad><m:deg/><m:e><m:sSup><m:e>" + run("x") + "</m:e><m:sup>" + run("2") +
             "</m:sup></m:sSup></m:e></m:rad></m:oMath></w:p>"
             "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText> EQ \\f(1,\\r(2)) "
             "</w:instrText><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>");
  CHECK(pieces(document, 0) == std::vector<Inline>{{Kind::kMath, "\\frac{a}{b}=\\sqrt{{x}^{2}}", {}}});
  CHECK(pieces(document, 1) == std::vector<Inline>{{Kind::kMath, "\\frac{1}{\\sqrt{2}}", {}}});
}

TEST_CASE("merged cells are where Word shows them") {
  const auto cell = [](const std::string& text, const std::string& properties = {}) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + B::p(text) + "</w:tc>";
  };
  const Document document =
      ofBody("<w:tbl><w:tr>" + cell("职业功能", "<w:vMerge w:val=\"restart\"/>") +
             cell("权重", "<w:gridSpan w:val=\"2\"/>") + "</w:tr><w:tr>" + cell("", "<w:vMerge/>") +
             cell("五级") + cell("四级") + "</w:tr><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" +
             cell("20") + cell("25") + "</w:tr></w:tbl>");
  const auto& table = std::get<DocTable>(document.blocks[0]);
  CHECK(table.number == 1);
  REQUIRE(table.rows.size() == 3);
  CHECK(table.at(1, 0)->str() == "职业功能");
  CHECK(table.at(0, 2)->str() == "权重");
  CHECK(table.at(1, 2)->str() == "四级");
  CHECK(table.at(2, 0) == nullptr);
  CHECK(table.at(2, 1)->str() == "20");
}

TEST_CASE("a table in a cell becomes lines of the cell") {
  const Document document =
      ofBody("<w:tbl><w:tr><w:tc>" + B::p("外") + "<w:tbl><w:tr><w:tc>" + B::p("甲") + "</w:tc><w:tc>" +
             B::p("乙") + "</w:tc></w:tr></w:tbl>" + B::p("") + "</w:tc></w:tr></w:tbl>");
  CHECK(std::get<DocTable>(document.blocks[0]).rows[0][0].str() == "外\n甲\t乙\n");
  CHECK(document.notes == Lines{"表格中嵌套的表格已按行读成文字：表 1 行 1。"});
}

TEST_CASE("the strict form of the format and a byte order mark are read as well") {
  DocxBuilder docx;
  docx.wordSpace = "http://purl.oclc.org/ooxml/wordprocessingml/main";
  docx.body = B::p("严格");
  CHECK(lines(docx) == Lines{"严格"});
}
