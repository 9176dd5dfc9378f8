#include "formats/exchange/docx/writer.h"

#include <catch2/catch.hpp>

#include "formats/exchange/docx/picture_size.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/zip_parts.h"

using namespace tiku::formats;

namespace {

DocxRun words(const std::string& text) {
  DocxRun run;
  run.text = text;
  return run;
}

DocxSetup setup(const std::string& draftMark = {}) {
  DocxSetup made;
  made.title = "维护工（三级）细目表";
  made.footer = "题库版本 abc";
  made.draftMark = draftMark;
  made.draftNote = "仅供内部核对";
  return made;
}

std::string finished(const std::vector<DocxBlock>& blocks, const DocxWriter::MediaSource& media = {}) {
  DocxWriter writer(setup(), media);
  writer.add(blocks);
  return std::move(writer).finish();
}

/// A bitmap's head is all that a document needs of it.
std::string bmpHead(char width, char height) {
  return "BM" + std::string(16, '\0') + width + std::string(3, '\0') + height + std::string(3, '\0');
}

const DocParagraph& paragraph(const Document& document, std::size_t at) {
  return std::get<DocParagraph>(document.blocks.at(at));
}

}  // namespace

TEST_CASE("a written document is read back with its words, scripts and merged cells", "[docx]") {
  DocxParagraph formula({words("H"), words("2"), words("O 的含量")}, DocxStyle::kBody);
  formula.runs[1].script = DocxRun::Script::kSub;
  DocxTable table;
  table.widths = {1, 2, 1};
  DocxCell tall("职业道德", DocxStyle::kCellLeft);
  tall.merge = DocxCell::Merge::kStart;
  DocxCell covered("");
  covered.merge = DocxCell::Merge::kContinued;
  table.rows = {
      {{DocxCell("范围", DocxStyle::kCellHead), DocxCell("考评点", DocxStyle::kCellHead, 2)}, true, 0, false},
      {{tall, DocxCell("001"), DocxCell("道德的概念")}, false, 0, false},
      {{covered, DocxCell("002"), DocxCell("职业守则")}, false, 0, false}};
  const Document read =
      readDocxBytes(finished({DocxParagraph("要素细目表", DocxStyle::kTitle), formula, table}), "demo.docx");

  CHECK(paragraph(read, 0).style == "Title");
  CHECK(paragraph(read, 0).text == RichText::plain("要素细目表"));
  CHECK(paragraph(read, 1).text == RichText({Paragraph{{{Inline::Kind::kText, "H", ""},
                                                        {Inline::Kind::kSubscript, "2", ""},
                                                        {Inline::Kind::kText, "O 的含量", ""}}}}));
  const auto& rows = std::get<DocTable>(read.blocks.at(2)).rows;
  REQUIRE(rows.size() == 3);
  CHECK(rows[0][1].columnSpan == 2);
  CHECK(rows[2][0].continued);
  CHECK(std::get<DocTable>(read.blocks.at(2)).at(2, 0)->str() == "职业道德");
  CHECK(rows[2][2].str() == "职业守则");
}

TEST_CASE("every part of a written document is well-formed, whatever the words are", "[docx]") {
  const std::string awkward = "<a & b> \"引号\" \x01\x0B控制符 \xFF坏字节 𠮷 " + std::string(5000, 'w');
  DocxTable table;
  table.widths = {1, 1};
  for (int i = 0; i < 1000; ++i) {
    table.rows.push_back(
        {{DocxCell(std::to_string(i)), DocxCell(i % 100 == 0 ? awkward : "字")}, i == 0, 0, false});
  }
  DocxSetup odd = setup("草稿");
  odd.title = awkward.substr(0, 40);
  DocxWriter writer(odd);
  writer.add(awkward + "\n第二行\t跳格", DocxStyle::kBody);
  writer.add(table);
  const std::string bytes = std::move(writer).finish();

  const ZipParts parts = ZipParts::open(bytes, "odd.docx");
  for (const std::string& part : parts.list()) {
    INFO(part);
    CHECK_NOTHROW(parts.readXml(part));
  }
  const Document read = readDocxBytes(bytes, "odd.docx");
  const std::string line = paragraph(read, 0).text.str();
  CHECK(line.find("<a & b> \"引号\" \xEF\xBF\xBD\xEF\xBF\xBD控制符 \xEF\xBF\xBD坏字节 𠮷") == 0);
  CHECK(std::get<DocTable>(read.blocks.at(1)).rows.size() == 1000);
}

TEST_CASE("the same content gives the same bytes", "[docx]") {
  const std::vector<DocxBlock> blocks{DocxParagraph("一"), DocxTable{{1}, {{{DocxCell("格")}}}}};
  CHECK(finished(blocks) == finished(blocks));
}

TEST_CASE("a picture is shown in its proportions and never wider than the page", "[docx]") {
  const std::string large = bmpHead(120, 40);
  DocxRun shown;
  shown.kind = DocxRun::Kind::kImage;
  shown.text = "传动简图";
  shown.target = "large.bmp";
  DocxRun lost = shown;
  lost.target = "lost.png";
  const std::string bytes =
      finished({DocxParagraph({shown, shown, lost}, DocxStyle::kItem)},
               [&](const std::string& name) { return name == "large.bmp" ? &large : nullptr; });
  const ZipParts parts = ZipParts::open(bytes, "p.docx");
  CHECK(parts.read("word/media/image1.bmp") == large);
  CHECK_FALSE(parts.has("word/media/image2.bmp"));
  const std::string xml = parts.read("word/document.xml");
  CHECK(xml.find(R"(<wp:extent cx="1143000" cy="381000"/>)") != std::string::npos);
  CHECK(xml.find("［图：传动简图］") != std::string::npos);
}

TEST_CASE("the draft mark stands in the head of the page and across it", "[docx]") {
  const auto head = [](const std::string& mark) {
    DocxWriter writer(setup(mark));
    writer.add("正文", DocxStyle::kBody);
    return ZipParts::open(std::move(writer).finish(), "d.docx").read("word/header1.xml");
  };
  CHECK(head("草稿").find(">草稿</w:t>") != std::string::npos);
  CHECK(head("草稿").find("string=\"草稿\"") != std::string::npos);
  CHECK(head("").find("v:shape") == std::string::npos);
}

TEST_CASE("a table row that does not fit its grid is the caller's mistake", "[docx]") {
  CHECK_THROWS_AS(finished({DocxTable{{1, 1}, {{{DocxCell("一格")}}}}}), std::logic_error);
  CHECK_THROWS_AS(finished({DocxTable{{1}, {{{DocxCell("一"), DocxCell("二")}}}}}), std::logic_error);
}

TEST_CASE("tables that follow each other stay apart, and a page break brings no empty page", "[docx]") {
  DocxWriter writer(setup());
  writer.pageBreak();
  writer.add("第一页", DocxStyle::kBody);
  writer.add(DocxTable{{1}, {{{DocxCell("甲")}}}});
  writer.add(DocxTable{{1}, {{{DocxCell("乙")}}}});
  writer.pageBreak();
  writer.pageBreak();
  writer.add("第二页", DocxStyle::kBody);
  const Document read = readDocxBytes(std::move(writer).finish(), "t.docx");
  REQUIRE(read.blocks.size() == 5);
  CHECK_FALSE(paragraph(read, 0).pageBreakBefore);
  CHECK(std::holds_alternative<DocTable>(read.blocks[1]));
  CHECK(std::holds_alternative<DocTable>(read.blocks[3]));
  CHECK(paragraph(read, 4).text.str() == "第二页");
  CHECK(paragraph(read, 4).pageBreakBefore);
}

TEST_CASE("the size of a picture is read from its own head, and nothing from a broken one", "[docx]") {
  const auto size = [](const std::string& bytes) {
    const auto info = pictureInfo(bytes);
    return info ? std::string(info->extension) + " " + std::to_string(info->width) + "x" +
                      std::to_string(info->height)
                : std::string("none");
  };
  using namespace std::string_literals;
  CHECK(size("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x40\0\0\0\x78"s) == "png 320x120");
  CHECK(size("GIF89a\x10\0\x20\0"s) == "gif 16x32");
  CHECK(size("\xFF\xD8\xFF\xE0\0\x04\0\0\xFF\xC0\0\x11\x08\0\x20\0\x40\x03"s) == "jpeg 64x32");
  CHECK(size(bmpHead(3, 4)) == "bmp 3x4");
  CHECK(size("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"s) == "none");
  CHECK(size("\xFF\xD8\xFF\xE0\xFF\xFF\0\0"s) == "none");
  CHECK(size("GIF89a\0\0\0\0"s) == "none");
  CHECK(size("<svg/>") == "none");
}
