// What importFile makes of the files that people really choose.
#include "formats/exchange/import.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "formats/base/temp_directory.h"
#include "formats/exchange/convert/office_converter.h"
#include "formats/exchange/sniff.h"
#include "formats/exchange/xlsx/writer.h"
#include "tests/formats/exchange/items/sheet_support.h"
#include "tests/support/corpus.h"
#include "tests/support/docx_builder.h"

using namespace tiku::formats;
using namespace tiku::tests;

namespace {

/// Files with given bytes in a directory that goes with the test.
class Files {
 public:
  std::filesystem::path operator()(const std::string& name, const std::string& bytes) const {
    const std::filesystem::path path = directory_.path() / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  [[nodiscard]] const std::filesystem::path& folder() const { return directory_.path(); }

 private:
  TempDirectory directory_;
};

ImportOptions as(ImportKind kind) {
  ImportOptions options = intoLevel(3);
  options.kind = kind;
  return options;
}

std::string workbookBytes() {
  XlsxSheet page;
  page.addRow({"题干", "选项A", "选项B", "答案"});
  page.addRow({"零线的颜色是（ ）", "蓝色", "黄色", "A"});
  return writeXlsx({"题库", "", {}, {page}});
}

FormatError refusal(const std::filesystem::path& file, ImportKind kind = ImportKind::kItems) {
  return refusalOf([&] { importFile(bankOfTwoLevels(), file, as(kind)); });
}

/// Lets no program be found for a while.
class NoPrograms {
 public:
  NoPrograms() : path_(std::getenv("PATH")) { setenv("PATH", "/nowhere", 1); }
  ~NoPrograms() { setenv("PATH", path_.c_str(), 1); }
  NoPrograms(const NoPrograms&) = delete;
  NoPrograms& operator=(const NoPrograms&) = delete;

 private:
  std::string path_;
};

const std::string kOldWord =
    "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", 24);

}  // namespace

TEST_CASE("an old workbook with a password is called what it is") {
  const auto ole = [](const std::string& records) {
    std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    bytes.resize(512);
    bytes +=
        std::string("\x09\x08\x10\x00\x00\x06\x05\x00\xBB\x0D\xCC\x07\x00\x00\x00\x00\x06\x00\x00\x00", 20) +
        records;
    for (const char c : std::string("Workbook")) bytes += std::string{c, '\0'};
    return bytes;
  };
  CHECK(lookOf(ole(std::string("\x2F\x00\x36\x00", 4))) == FileLook::kEncryptedOffice);
  CHECK(lookOf(ole(std::string("\x86\x00\x00\x00\x2F\x00\x36\x00", 8))) == FileLook::kEncryptedOffice);
  CHECK(lookOf(ole(std::string("\xE1\x00\x02\x00", 4))) == FileLook::kOldExcel);
}

TEST_CASE("the content of a file decides how it is read, its name does not") {
  const Files files;
  const auto items = [&](const std::string& name, const std::string& bytes) {
    const ImportResult result = importFile(bankOfTwoLevels(), files(name, bytes), as(ImportKind::kItems));
    CHECK(result.report.file == name);
    return result.report.counts.at("items");
  };
  CHECK(items("题库.docx", workbookBytes()) == 1);
  CHECK(items("题库.doc", workbookBytes()) == 1);
  CHECK(items("题库.txt", "题干,选项A,选项B,答案\n零线的颜色是（ ）,蓝色,黄色,A\n") == 1);
  CHECK(items("BMS.csv", "BMS 编号,题干,选项A,选项B,答案\n1,画圆的标签在（ ）里,<svg>,<img>,A\n") == 1);
  CHECK(items("题库.xls", "题干\t选项A\t选项B\t答案\n零线的颜色是（ ）\t蓝色\t黄色\tA\n") == 1);
}

TEST_CASE("what holds no items is called by its name, with what to do next") {
  const Files files;
  const auto says = [&](const std::string& name, const std::string& bytes) {
    const FormatError error = refusal(files(name, bytes));
    CHECK(error.code() == ErrorCode::kNotUnderstood);
    CHECK(error.place().file == name);
    CHECK_FALSE(error.advice().empty());
    return std::string(error.what());
  };
  CHECK(says("空.xlsx", "").find("空文件") != std::string::npos);
  CHECK(says("题.pdf", "%PDF-1.7\n").find("PDF") != std::string::npos);
  CHECK(says("题.doc", "\x89PNG\r\n\x1A\n....") == "这是图片。");
  CHECK(says("题.zip", zipOf({{"题库.xlsx", "x"}})) == "这是压缩包。");
  CHECK(says("题.rar", "Rar!\x1A\x07") == "这是压缩包。");
  CHECK(says("库.tiku", zipOf({{"mimetype", "application/vnd.tiku+zip"}})) ==
        "这是题库包，不是要导入的文件。");
  CHECK(says("~$题库.docx", "x").find("临时文件") != std::string::npos);
  CHECK(says("题.bin", std::string("\x01\x02\x00\x03", 4)).find("二进制") != std::string::npos);
  CHECK(says("说明.txt", "这里没有表格。\n只有两句话。\n") == "文件里没有认出理论知识试题。");
}

TEST_CASE("a missing file and a folder are a matter of reading") {
  const Files files;
  CHECK(refusal(files.folder() / "没有.xlsx").code() == ErrorCode::kIo);
  CHECK(refusal(files.folder()).code() == ErrorCode::kIo);
}

TEST_CASE("kind and source must fit") {
  const Files files;
  const FormatError skills = refusal(files("操作题.xlsx", workbookBytes()), ImportKind::kSkillsItems);
  CHECK(skills.code() == ErrorCode::kNotUnderstood);
  CHECK(skills.advice().find(".docx") != std::string::npos);

  DocxBuilder document;
  document.body = DocxBuilder::p("一、单项选择题");
  ImportOptions options = as(ImportKind::kItems);
  options.columns = {{"stem", "A"}};
  const auto file = files("题.docx", document.bytes());
  CHECK(refusalOf([&] { importFile(bankOfTwoLevels(), file, options); }).code() == ErrorCode::kUsage);
}

TEST_CASE("a reading is corrected only where there is one") {
  const Files files;
  const auto moodle = files("试题.xml",
                            "<?xml version=\"1.0\"?><quiz><question type=\"truefalse\"><name><text>一</text>"
                            "</name><questiontext><text>零线是蓝色的。</text></questiontext>"
                            "<answer fraction=\"100\"><text>true</text></answer></question></quiz>");
  ImportOptions options = as(ImportKind::kItems);
  CHECK(importFile(bankOfTwoLevels(), moodle, options).items.size() == 1);
  options.corrections["judgement"] = "tick";
  const FormatError error = refusalOf([&] { importFile(bankOfTwoLevels(), moodle, options); });
  CHECK(error.code() == ErrorCode::kUsage);
  CHECK(std::string(error.what()) == "这份文件的读法不是推断出来的，没有可以更正的项目。");
  CHECK(error.place().file == "试题.xml");
}

TEST_CASE("an element table in Excel is imported with its own rows named") {
  XlsxSheet page;
  page.name = "Sheet1";
  page.columns.resize(6);
  page.addTitle("卡尺修理工三级理论知识认定要素细目表");
  page.addRow({"序号", "章", "节", "目", "点", "名称"});
  page.addRow({"", "0", "", "", "", "基本要求"});
  page.addRow({"", "0", "1", "", "", "职业道德"});
  page.addRow({"", "0", "1", "1", "", "道德"});
  page.addRow({"1", "0", "1", "1", "1", "道德的概念"});
  const Files files;
  const ImportResult result =
      importFile(bankOfTwoLevels(), files("细目表.xlsx", writeXlsx({"", "", {}, {page}})),
                 as(ImportKind::kElementTable));
  CHECK(result.report.counts.at("points") == 1);
  CHECK(verdict(result.report, "Sheet1!6").starts_with("+ "));
  CHECK(verdict(result.report, "Sheet1!2").starts_with("- "));
}

TEST_CASE("every verdict shows what stands there in the file, whatever kind of file it is") {
  const Files files;
  const auto words = [](const ImportResult& result, const std::string& at) {
    const auto row = std::ranges::find(result.report.rows, at, &SourceVerdict::at);
    return row == result.report.rows.end() ? std::string("no such place") : row->words;
  };
  XlsxSheet page;
  page.name = "题";
  page.addRow({"题干", "选项A", "选项B", "答案"});
  page.addRow({"零线的颜色是（ ）", "蓝色", "黄色", "甲"});
  const ImportResult sheet = importFile(bankOfTwoLevels(), files("题.xlsx", writeXlsx({"", "", {}, {page}})),
                                        as(ImportKind::kItems));
  CHECK(words(sheet, "题!2") == "零线的颜色是（ ） | 蓝色 | 黄色 | 甲");
  CHECK(words(sheet, "题") == "题");

  const ImportResult text = importFile(
      bankOfTwoLevels(), files("题.txt", "一、判断题\n1. 零线是蓝色的。\n答案：对\n二、说说看\n谁知道呢\n"),
      as(ImportKind::kItems));
  CHECK(words(text, "段 2") == "1. 零线是蓝色的。");
  CHECK(words(text, "段 5") == "谁知道呢");

  DocxBuilder document;
  document.body = DocxBuilder::p("一、判断题") + DocxBuilder::p("1. 零线是蓝色的。（√）");
  const ImportResult word =
      importFile(bankOfTwoLevels(), files("题.docx", document.bytes()), as(ImportKind::kItems));
  CHECK(words(word, "段 2") == "1. 零线是蓝色的。（√）");
}

TEST_CASE("an import tells how far it is, and is ended by what the listener throws") {
  const Files files;
  const auto file = files("题库.xlsx", workbookBytes());
  ImportOptions options = as(ImportKind::kItems);
  std::vector<double> shares;
  options.progress = [&shares](double share) { shares.push_back(share); };
  importFile(bankOfTwoLevels(), file, options);
  REQUIRE(shares.size() > 2);
  CHECK(std::ranges::is_sorted(shares));
  CHECK(shares.back() == 1);
  struct Enough {};
  options.progress = [](double share) {
    if (share > 0) throw Enough();
  };
  CHECK_THROWS_AS(importFile(bankOfTwoLevels(), file, options), Enough);
}

TEST_CASE("an old format without LibreOffice is refused with advice") {
  const Files files;
  const auto file = files("题库.doc", kOldWord);
  const NoPrograms none;
  const FormatError error = refusal(file);
  CHECK(error.code() == ErrorCode::kNotUnderstood);
  CHECK(std::string(error.what()).find("LibreOffice") != std::string::npos);
  CHECK(error.advice().find(".docx") != std::string::npos);
}

TEST_CASE("corpus: the plan as .doc and as .docx makes the same plan") {
  const auto doc = corpus("ai-trainer-l3/第1部分_人工智能训练师_3级_认定方案.doc");
  const auto docx = corpus("ai-trainer-l3/第1部分_人工智能训练师_3级_认定方案.docx");
  if (!OfficeConverter::find()) WARN("not tested: LibreOffice is not installed");
  if (!doc || !docx || !OfficeConverter::find()) return;
  const ImportResult old = importFile(bankOfTwoLevels(), *doc, as(ImportKind::kPlan));
  const ImportResult current = importFile(bankOfTwoLevels(), *docx, as(ImportKind::kPlan));
  CHECK(old.report.counts == current.report.counts);
  CHECK(old.report.file.ends_with(".doc"));
}
