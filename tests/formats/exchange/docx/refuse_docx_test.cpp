// What is no Word file, or a hostile one, is refused with what it is and what to do.
#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/zip_parts.h"
#include "tests/support/corpus.h"
#include "tests/support/docx_builder.h"

using namespace tiku::formats;
using tiku::tests::corpus;
using tiku::tests::DocxBuilder;
using tiku::tests::zipOf;

namespace {

FormatError refusal(const std::string& bytes) {
  try {
    readDocxBytes(bytes, "题库.docx");
  } catch (const FormatError& error) {
    return error;
  }
  return {ErrorCode::kUsage, "not refused"};
}

std::string wide(const std::string& word) {
  std::string bytes;
  for (const char c : word) bytes += {c, '\0'};
  return bytes;
}

std::string withBody(const std::string& body) {
  DocxBuilder docx;
  docx.body = body;
  return docx.bytes();
}

const std::string kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

}  // namespace

TEST_CASE("a file that is named .docx and is something else is called by its name") {
  CHECK(refusal(kOle + wide("WordDocument")).full() ==
        "题库.docx: 这不是 .docx 文件，而是旧版 Word 文档（.doc）。 请在 Word、WPS 或 Excel 中打开它，另存为 "
        ".docx 后再导入。");
  CHECK(std::string(refusal(kOle + wide("EncryptedPackage")).what()) ==
        "这不是 .docx 文件，而是设有打开密码的 Office 文件。");
  CHECK(std::string(refusal("<html><body>1. x</body></html>").what()) ==
        "这不是 .docx 文件，而是网页（HTML）。");
  CHECK(std::string(refusal("{\\rtf1 x}").what()) == "这不是 .docx 文件，而是RTF 文档。");
  CHECK(std::string(refusal("%PDF-1.7").what()) == "这不是 .docx 文件，而是PDF 文件。");
  CHECK(std::string(refusal("一、单选题").what()) == "这不是 .docx 文件，而是纯文本。");
  CHECK(std::string(refusal("").what()) == "这不是 .docx 文件，而是空文件。");
  CHECK(std::string(refusal(zipOf({{"xl/workbook.xml", "<x/>"}})).what()) ==
        "这不是 .docx 文件，而是Excel 工作簿（.xlsx）。");
  CHECK(refusal(zipOf({{"a.txt", "x"}})).code() == ErrorCode::kNotUnderstood);
}

TEST_CASE("a truncated or damaged file names the damage") {
  const std::string whole = withBody(DocxBuilder::p("题干"));
  for (std::size_t size = 30; size < whole.size(); size += 61) {
    const FormatError error = refusal(whole.substr(0, size));
    CHECK(error.code() == ErrorCode::kNotUnderstood);
    CHECK_FALSE(error.advice().empty());
  }
  const FormatError broken =
      refusal(zipOf({{"word/document.xml", "<w:document\n xmlns:w=\"http://x\"><w:body>"}}));
  CHECK(broken.code() == ErrorCode::kNotUnderstood);
  CHECK(broken.place().file == "题库.docx!word/document.xml");
  CHECK(broken.place().line == 2);
}

TEST_CASE("traps in the XML are refused before they cost anything") {
  const auto document = [](const std::string& xml) { return zipOf({{"word/document.xml", xml}}); };
  CHECK(std::string(refusal(document("<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>")).what()) ==
        "文件含有文档类型声明（DOCTYPE），出于安全不予读取。");
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<a>";
  CHECK(refusal(document(deep)).code() == ErrorCode::kOverLimit);
  std::string wideElement = "<a";
  for (int i = 0; i < 300; ++i) wideElement += " a" + std::to_string(i) + "=\"\"";
  CHECK(refusal(document(wideElement + "/>")).code() == ErrorCode::kOverLimit);
  CHECK(refusal(document("<?xml version=\"1.0\" encoding=\"UTF-7\"?><x/>")).code() ==
        ErrorCode::kNotUnderstood);
}

TEST_CASE("traps in the zip are refused") {
  CHECK(refusal(zipOf({{"../word/document.xml", "<x/>"}})).code() == ErrorCode::kNotUnderstood);
  CHECK(refusal(zipOf({{"/etc/passwd", "x"}})).code() == ErrorCode::kNotUnderstood);
  CHECK(refusal(zipOf({{"a", "1"}, {"A", "2"}})).code() == ErrorCode::kNotUnderstood);
  Limits limits;
  limits.compressionRatio = 50;
  const std::string bomb = zipOf({{"word/document.xml", std::string(4U << 20U, ' ')}});
  CHECK_THROWS_AS(ZipParts::open(bomb, "x", limits), FormatError);
  limits = {};
  limits.fileCount = 1;
  CHECK_THROWS_AS(ZipParts::open(withBody(""), "x", limits), FormatError);
}

TEST_CASE("the hostile collections are read or refused, never more", "[corpus]") {
  const auto folder = corpus("hostile");
  if (!folder) return;
  int read = 0;
  int refused = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(*folder)) {
    if (!entry.is_regular_file()) continue;
    INFO(entry.path().string());
    try {
      readDocx(entry.path());
      ++read;
    } catch (const FormatError& error) {
      CHECK_FALSE(std::string(error.what()).empty());
      ++refused;
    }
  }
  CHECK(read == 17);
  CHECK(refused > 30);
}

TEST_CASE("odd but honest Word files give their words", "[corpus]") {
  const auto folder = corpus("hostile/docx-mammoth/test-data");
  if (!folder) return;
  const auto text = [&](const std::string& name) {
    std::string all;
    for (const auto& block : readDocx(*folder / name).blocks) {
      const auto* paragraph = std::get_if<DocParagraph>(&block);
      if (paragraph != nullptr && !paragraph->line().empty()) all += paragraph->line() + "|";
    }
    return all;
  };
  CHECK(text("simple-list.docx") == "•Apple|•Banana|");
  CHECK(text("strict-format.docx") == "Test|");
  CHECK(text("utf8-bom.docx") == "This XML has a byte order mark.|");
  CHECK(text("text-box.docx") == "Datum plane|");
  CHECK(readDocx(*folder / "tiny-picture.docx").media.size() == 1);
  CHECK(readDocx(*folder / "tiny-picture-target-base-relative.docx").media.size() == 1);
  const Document external = readDocx(*folder / "external-picture.docx");
  CHECK(external.media.empty());
  CHECK(external.notes.size() == 1);
}
