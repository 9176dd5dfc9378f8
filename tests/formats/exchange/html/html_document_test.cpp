// Pages that examination sites give away, as people save them.
#include "formats/exchange/html/html_document.h"

#include <filesystem>
#include <fstream>

#include "formats/exchange/text_encoding.h"
#include "tests/formats/exchange/items/document_support.h"
#include "tests/support/folder.h"

using namespace tiku::formats;
using namespace tiku::tests;

namespace {

constexpr const char* kDot =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const std::string kSite =
    "<!DOCTYPE html>\n<html><head><title>三级作业</title><script>var a='1. 假题';</script></head><body>\n"
    "<nav><ul><li>首页</li></ul></nav><h2>电工三级</h2><div>一. 单选题（共2题,50分）</div>\n"
    "<div><h3>1. <span>(单选题, 25.0 分)</span><span>水是&nbsp;（&nbsp; ）。</span></h3>\n"
    "<ul><li><i>A. </i>红色</li><li><i>B. </i>H<sub>2</sub>O</li></ul>\n"
    "<div><span>我的答案: A:红色;</span> <span><i>正确答案:</i> "
    "B:H2O;</span></div><div>25.0分</div><p>答案解析：化学式。</p></div>\n"
    "<div><h3>2. 如图<img alt=\"图\" src=\"data:image/png;base64," +
    std::string(kDot) +
    "\">是（ ）</h3><ol type=\"A\"><li>甲</li><li>乙</li></ol><p>正确答案：<b>B</b></p></div>\n"
    "<div>二. 多选题</div><p>1. 机床有</p><p>A. 车</p><p>B. 铣</p><p>C. 锤</p><p>正确答案: A:车; "
    "B:铣;</p><div>三. 判断题</div><p>3. 验电要戴手套。<br><input type=radio>A. 对<br>B. "
    "错<br>正确答案：对</p>\n"
    "<button>提交</button><footer>版权所有</footer></body></html>";

Lines lines(const Document& document) {
  Lines all;
  for (const auto& block : document.blocks) {
    if (const auto* paragraph = std::get_if<DocParagraph>(&block)) all.push_back(paragraph->line());
  }
  return all;
}

ImportResult imported(const std::filesystem::path& file) {
  ImportOptions options;
  options.level = Level::of(3);
  return importFile(Bank(), file, options);
}

}  // namespace

TEST_CASE("a page of an examination site is read as items, with its pictures and without its buttons") {
  const DocumentImport import(documentOfHtml(kSite, "作业.html"), {});
  CHECK(import.unclear().empty());
  CHECK(import.told() == Lines{"单选题：水是\xC2\xA0（　）。|红色|H2O：B",
                               "单选题：如图[图]是（　）|甲|乙：B", "多选题：机床有|车|铣|锤：AB",
                               "判断题：验电要戴手套。：√"});
  CHECK(import.items[0].rationale.str() == "化学式。");
  CHECK(import.bank.all<Media>().size() == 1);
}

TEST_CASE("what a page is decides, not its name, and its encoding may be an old one") {
  const tiku::test::Folder folder;
  std::ofstream(folder / "题.txt", std::ios::binary) << kSite;
  const ImportResult text = imported(folder / "题.txt");
  CHECK(text.report.counts.at("items") == 4);
  CHECK(text.report.reading.front().key == "file");
  CHECK(text.report.reading.front().words == "文件是网页（HTML）");

  // 判断题, 1. 量具要轻拿轻放。, 答案：对 in GB 2312, with one byte that is none.
  std::ofstream(folder / "老.htm", std::ios::binary)
      << "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=gb2312\"></head><body><p>"
         "\xC5\xD0\xB6\xCF\xCC\xE2</p><p>1. "
         "\xC1\xBF\xBE\xDF\xD2\xAA\xC7\xE1\xC4\xC3\xC7\xE1\xB7\xC5\xA1\xA3</p><p>"
         "\xB4\xF0\xB0\xB8\xA3\xBA\xB6\xD4</p><!-- \xFF --></body></html>";
  const ImportResult old = imported(folder / "老.htm");
  CHECK(old.report.counts.at("true-false") == 1);
  CHECK(old.report.counts.at("with-key") == 1);
}

TEST_CASE("words about tags are no page, and questions in GIFT may hold tags") {
  const tiku::test::Folder folder;
  std::ofstream(folder / "网页题.txt")
      << "一、单选题\n1. 表格用（ ）。\nA.<table></table> B.<td></td>\n答案：A\n";
  const ImportResult words = imported(folder / "网页题.txt");
  REQUIRE(words.report.counts.at("items") == 1);
  CHECK(words.report.reading.front().words == "文件是纯文本");
  std::ofstream(folder / "g.txt") << "::q1:: [html]<p>零线的颜色是<br></p><div>哪种</div> {=蓝 ~红}\n";
  CHECK(imported(folder / "g.txt").report.counts.at("items") == 1);
}

TEST_CASE("lists have the numbers and letters that a browser prints") {
  CHECK(lines(documentOfHtml(
            "<ol start=3><li>甲</li><li value=7>乙<ol type=a><li>丙</li></ol></li><li>丁</li></ol>"
            "<ol style='list-style-type: upper-alpha'><li>戊</li></ol><ol type=i><li>己</li><li>庚</li></ol>"
            "<ul><li>辛</li></ul><ol style='list-style-type:none'><li>壬</li></ol>",
            "x.html")) == Lines{"3. 甲", "7. 乙", "a. 丙", "8. 丁", "A. 戊", "i. 己", "ii. 庚", "辛", "壬"});
}

TEST_CASE("tables keep their columns where cells span several, and items in them are items") {
  const std::string page =
      "<p>三级题库</p><table><tr><th>序号</th><th>题型</th><th>题干</th><th>A</th><th>B</th><th>答案</th></"
      "tr>"
      "<tr><td colspan=6>一、单选题</td></tr><tr><td>1</td><td rowspan=2>单选题</td><td>甲是（ "
      "）</td><td>车</td><td>铣</td>"
      "<td>A</td></tr><tr><td>2</td><td>乙是（ ）</td><td>车</td><td>铣</td><td>B</td></tr></table>";
  const DocumentImport import(documentOfHtml(page, "表.html"), {});
  CHECK(import.unclear().empty());
  CHECK(import.told() == Lines{"单选题：甲是（　）|车|铣：A", "单选题：乙是（　）|车|铣：B"});

  const tiku::test::Folder folder;
  std::ofstream(folder / "导出.xls") << page;
  const ImportResult sheet = imported(folder / "导出.xls");
  CHECK(sheet.report.counts.at("items") == 2);
  CHECK(sheet.report.rows.back().at == "导出!5");
}

TEST_CASE("pictures come from the folder saved beside the page and from nowhere else") {
  const tiku::test::Folder folder;
  std::filesystem::create_directory(folder / "题_files");
  std::filesystem::create_directory(folder / "别处");
  for (const char* place : {"题_files/图 1.png", "别处/2.png", "3.png"})
    std::ofstream(folder / place, std::ios::binary) << "\x89PNG\r\n\x1A\n" << place;
  std::filesystem::create_symlink("../别处/2.png", folder / "题_files/4.png");
  const auto pictures = [&](const std::string& address) {
    return documentOfHtml("<p>甲<img src=\"" + address + "\">乙</p>", "题.html", folder / "").media.size();
  };
  CHECK(pictures("题_files/%E5%9B%BE%201.png") == 1);
  CHECK(pictures("./题_files/图 1.png?v=2") == 1);
  CHECK(pictures("题_files/../别处/2.png") == 0);
  CHECK(pictures("题_files/4.png") == 0);
  CHECK(pictures("别处/2.png") == 0);
  CHECK(pictures("3.png") == 0);
  CHECK(pictures("/etc/passwd") == 0);
  CHECK(pictures("file:///etc/passwd") == 0);
  CHECK(pictures("https://example.com/x_files/a.png") == 0);
  const Document page = documentOfHtml("<img src='3.png' alt='电路图'>", "题.html", folder / "");
  CHECK(page.notes == Lines{"图片“3.png”不在文件里，没有收入。"});
  CHECK(lines(page) == Lines{"电路图"});
}

TEST_CASE("a hostile page ends soon") {
  std::string page = "<table>";
  for (int i = 0; i < 3000; ++i) page += "<tr><td rowspan=60000 colspan=60000>x";
  for (int i = 0; i < 5000; ++i) page += "<div><ol><li>";
  CHECK_FALSE(documentOfHtml(page, "x.html").blocks.empty());
}
