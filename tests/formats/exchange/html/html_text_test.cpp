#include "formats/exchange/html/html_text.h"

#include <catch2/catch.hpp>

#include "tests/support/random_bank.h"

namespace {

using namespace tiku::formats;
using Kind = Inline::Kind;

const PictureAddress kByName = [](const std::string& media) { return "pictures/" + media; };

HtmlReading readingOwnPictures() {
  HtmlReading reading;
  reading.picture = [](const std::string& address) {
    constexpr std::string_view kFolder = "pictures/";
    return address.starts_with(kFolder) ? address.substr(kFolder.size()) : std::string();
  };
  return reading;
}

RichText read(std::string_view html) {
  HtmlReading reading;
  return fromHtml(html, "试题.html", reading);
}

RichText paragraph(std::vector<Inline> pieces) {
  return RichText({Paragraph{std::move(pieces)}});
}

}  // namespace

TEST_CASE("a text goes through HTML and comes back as it was") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Bank bank = tiku::test::randomBank(seed);
    for (const auto& item : bank.all<TheoryItem>()) {
      HtmlReading reading = readingOwnPictures();
      const std::string html = toHtml(item->stem, kByName);
      INFO("seed " << seed << "\n" << html);
      REQUIRE(fromHtml(html, "题.html", reading) == item->stem);
      REQUIRE(reading.losses.empty());
    }
  }
}

TEST_CASE("a stem as a question system writes it says what a reader sees") {
  CHECK(
      read("<p>水的化学式是 H<sub>2</sub>O，面积单位是\n   m<sup>2</sup>，<b>不</b>包括 &nbsp;体积。</p>") ==
      paragraph({{Kind::kText, "水的化学式是 H", {}},
                 {Kind::kSubscript, "2", {}},
                 {Kind::kText, "O，面积单位是 m", {}},
                 {Kind::kSuperscript, "2", {}},
                 {Kind::kText, "，", {}},
                 {Kind::kEmphasis, "不", {}},
                 {Kind::kText, "包括 \xC2\xA0体积。", {}}}));
  CHECK(read("第一行<br>第二行") ==
        paragraph({{Kind::kText, "第一行", {}}, {Kind::kLineBreak, {}, {}}, {Kind::kText, "第二行", {}}}));
  CHECK(read("<div>甲</div><div>乙</div><ol><li>丙</li><li>丁</li></ol>") ==
        RichText::plain("甲\n乙\n1. 丙\n2. 丁"));
  CHECK(read(R"(当 \(a &lt; b\) 时，)") ==
        paragraph({{Kind::kText, "当 ", {}}, {Kind::kMath, "a < b", {}}, {Kind::kText, " 时，", {}}}));
}

TEST_CASE("a table keeps its cells, and what is no text of an item is told as lost") {
  HtmlReading reading;
  const RichText text = fromHtml(
      "<p>见表：</p><table><tbody><tr><td>量程</td><td>精度</td></tr><tr><td>0～150</td>"
      "<td>0.02</td></tr></tbody></table><script>alert(1)</script><video src='a.mp4'></video>"
      "<img src='https://example.org/a.png' alt='游标卡尺'>",
      "题.html", reading);
  const TextTable table{{{RichText::plain("量程"), RichText::plain("精度")},
                         {RichText::plain("0～150"), RichText::plain("0.02")}}};
  CHECK(text == RichText({Paragraph{{{Kind::kText, "见表：", {}}}}, table,
                          Paragraph{{{Kind::kText, "游标卡尺", {}}}}}));
  CHECK(reading.losses == std::set<std::string>{"图片“https://example.org/a.png”不在文件里，没有收入。",
                                                "页面里的 <video> 不能收进题库。"});
}

TEST_CASE("a page that is broken, empty or a thousand elements deep is read as far as it goes") {
  CHECK(read("").blocks().empty());
  CHECK(read("<p>没有<b>关上") == paragraph({{Kind::kText, "没有", {}}, {Kind::kEmphasis, "关上", {}}}));
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "<div>";
  HtmlReading reading;
  (void)fromHtml(deep + "底", "题.html", reading);
  CHECK(reading.losses == std::set<std::string>{"网页的层次太深，深处的内容没有读。"});
}
