// Files as other systems write them.
#include <fstream>

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "formats/base/temp_directory.h"
#include "formats/exchange/export.h"
#include "formats/exchange/import.h"

namespace {

using namespace tiku::formats;

ImportResult read(const std::string& bytes, const std::string& name, const Bank& bank = Bank()) {
  const TempDirectory folder;
  const auto file = folder.path() / name;
  std::ofstream(file, std::ios::binary) << bytes;
  ImportOptions options;
  options.level = Level::of(3);
  return importFile(bank, file, options);
}

std::vector<TheoryItem> itemsOf(const ImportResult& result) {
  std::vector<TheoryItem> items;
  for (const Edit::Step& step : result.edit.steps()) {
    if (const auto* item = as<TheoryItem>(step.object)) items.push_back(*item);
  }
  return items;
}

std::vector<std::string> optionsOf(const TheoryItem& item) {
  std::vector<std::string> words;
  for (const RichText& option : item.options) words.push_back(option.str());
  return words;
}

TheoryItem choice(std::vector<int> right, ItemType type = ItemType::kSingleChoice) {
  TheoryItem item(Id::wellKnown(500), *Level::of(3), type);
  item.stem = RichText::plain("游标卡尺用完后应（　）。");
  item.options = {RichText::plain("擦净放入盒内"), RichText::plain("挂在墙上"),
                  RichText::plain("上油后放入盒内")};
  item.key = ChoiceKey{std::move(right)};
  return item;
}

ExportResult exported(const TheoryItem& item, const ExportOptions& options) {
  Bank bank;
  bank.apply(Edit("").put(item));
  return exportItems(bank, bank.all<TheoryItem>(), options);
}

}  // namespace

TEST_CASE("a question bank of a Moodle course is taken in, and what a bank has no type for is told") {
  const ImportResult result = read(R"(<?xml version="1.0" encoding="UTF-8"?>
<quiz>
 <question type="category"><category><text>$course$/top/量具</text></category></question>
 <question type="multichoice">
  <name><text>卡尺</text></name>
  <questiontext format="html"><text><![CDATA[<p>游标卡尺读数时，视线应（ ）尺面。</p>]]></text></questiontext>
  <generalfeedback format="html"><text>斜看有视差。</text></generalfeedback>
  <single>true</single>
  <answer fraction="100" format="html"><text>垂直于</text><feedback format="html"><text>对</text></feedback></answer>
  <answer fraction="0" format="html"><text>平行于</text></answer>
 </question>
 <question type="multichoice">
  <questiontext format="html"><text>属于量具的有</text></questiontext>
  <single>false</single>
  <answer fraction="50"><text>千分尺</text></answer>
  <answer fraction="50"><text>百分表</text></answer>
  <answer fraction="-100"><text>台虎钳</text></answer>
 </question>
 <question type="truefalse">
  <questiontext format="html"><text>千分尺可以当卡规用。</text></questiontext>
  <answer fraction="0"><text>true</text></answer><answer fraction="100"><text>false</text></answer>
 </question>
 <question type="cloze">
  <questiontext format="html"><text>1 m = {1:SHORTANSWER:=1000~=一千} mm。</text></questiontext>
 </question>
 <question type="matching"><questiontext format="html"><text>连线</text></questiontext></question>
</quiz>)",
                                   "course.xml");
  const std::vector<TheoryItem> items = itemsOf(result);
  REQUIRE(items.size() == 4);
  CHECK(items[0].stem.str() == "游标卡尺读数时，视线应（　）尺面。");
  CHECK(optionsOf(items[0]) == std::vector<std::string>{"垂直于", "平行于"});
  CHECK(items[0].key == Key(ChoiceKey{{0}}));
  CHECK(items[0].rationale.str() == "斜看有视差。");
  CHECK(items[1].type == ItemType::kMultipleChoice);
  CHECK(items[1].key == Key(ChoiceKey{{0, 1}}));
  CHECK(items[2].key == Key(JudgementKey{false}));
  CHECK(items[3].stem.str() == "1 m = （　） mm。");
  CHECK(items[3].key == Key(FillInKey{{{"1000", "一千"}}}));
  REQUIRE(result.report.rows.size() == 5);
  CHECK(result.report.rows[0].reason == "单选题，已导入：选项各自的反馈没有收入。");
  CHECK(result.report.rows[4].verdict == Verdict::kUnclear);
  CHECK(result.report.rows[4].reason == "Moodle 的题型“matching”题库里没有，没有导入。");
}

TEST_CASE("GIFT as teachers write it is taken in") {
  const ImportResult result = read(
      "// 量具\n$CATEGORY: 量具/卡尺\n\n::第一题::游标卡尺用完后应{=擦净放入盒内#对 ~挂在墙上 "
      "~放在机床上}\n\n"
      "千分尺的测力由测力装置控制。{T}\n\n1 m 等于 {=1000 =一千} mm。\n\n属于量具的有{~%50%千分尺 "
      "~%50%百分表 "
      "~%-100%台虎钳}\n\n简述卡尺的保养。{}\n\n连线{=甲 -> 一 =乙 -> 二}\n\n这一段是说明。\n",
      "量具.txt");
  const std::vector<TheoryItem> items = itemsOf(result);
  REQUIRE(items.size() == 5);
  CHECK(items[0].stem.str() == "游标卡尺用完后应");
  CHECK(optionsOf(items[0]) == std::vector<std::string>{"擦净放入盒内", "挂在墙上", "放在机床上"});
  CHECK(items[0].key == Key(ChoiceKey{{0}}));
  CHECK(items[1].key == Key(JudgementKey{true}));
  CHECK(items[2].stem.str() == "1 m 等于（　）mm。");
  CHECK(items[2].key == Key(FillInKey{{{"1000", "一千"}}}));
  CHECK(items[3].key == Key(ChoiceKey{{0, 1}}));
  CHECK(items[4].type == ItemType::kShortAnswer);
  std::vector<Verdict> verdicts;
  for (const SourceVerdict& row : result.report.rows) verdicts.push_back(row.verdict);
  using enum Verdict;
  CHECK(verdicts ==
        std::vector<Verdict>{kUnclear, kImported, kImported, kImported, kImported, kUnclear, kSkipped});
}

TEST_CASE("Aiken is taken in, and a question without its answer is told") {
  const ImportResult result = read(
      "游标卡尺用完后应（ ）。\nA. 擦净放入盒内\nB. 挂在墙上\nANSWER: A\n\n"
      "千分尺的分度值是（ ）。\nA) 0.1 mm\nB) 0.01 mm\nANSWER: B\n\n"
      "千分尺可以当卡规用。\nA. 正确\nB. 错误\nANSWER: B\n\n没有答案的题\nA. 甲\nB. 乙\n",
      "aiken.txt");
  const std::vector<TheoryItem> items = itemsOf(result);
  REQUIRE(items.size() == 3);
  CHECK(items[2].type == ItemType::kTrueFalse);
  CHECK(items[2].key == Key(JudgementKey{false}));
  CHECK(items[1].stem.str() == "千分尺的分度值是（　）。");
  CHECK(optionsOf(items[1]) == std::vector<std::string>{"0.1 mm", "0.01 mm"});
  CHECK(items[1].key == Key(ChoiceKey{{1}}));
  REQUIRE(result.report.rows.size() == 4);
  CHECK(result.report.rows[3].reason == "最后一题没有 ANSWER 行，没有导入。");
}

TEST_CASE("a second import of what this program wrote changes nothing, and a corrected file corrects") {
  Bank bank;
  bank.apply(Edit("").put(choice({0})));
  std::string moodle = exportItems(bank, bank.all<TheoryItem>(), {}).bytes;
  CHECK(read(moodle, "题.xml", bank).edit.empty());
  const std::string before = "挂在墙上";
  moodle.replace(moodle.find(before), before.size(), "挂在架上");
  const std::vector<TheoryItem> changed = itemsOf(read(moodle, "题.xml", bank));
  REQUIRE(changed.size() == 1);
  CHECK(changed[0].id == Id::wellKnown(500));
  CHECK(optionsOf(changed[0])[1] == "挂在架上");
}

TEST_CASE("what a format cannot hold is told, item by item") {
  const auto losses = [](const ExportResult& result) {
    std::vector<std::string> all;
    for (const ExportLoss& loss : result.losses)
      all.push_back((loss.leftOut ? "没有写出：" : "") + loss.what);
    return all;
  };
  const TheoryItem several = choice({0, 2}, ItemType::kMultipleChoice);
  CHECK(losses(exported(several, {.format = ExportFormat::kMoodle})) ==
        std::vector<std::string>{"多选题在 Moodle 里按选中的正确选项给部分分，不是全部选对才得分。"});
  CHECK(losses(exported(several, {.format = ExportFormat::kMoodle, .allOrNothing = true})).empty());
  CHECK(losses(exported(several, {.format = ExportFormat::kAiken})) ==
        std::vector<std::string>{"没有写出：Aiken 只收有一个答案的单选题。"});
  TheoryItem open = choice({});
  open.key = {};
  CHECK(losses(exported(open, {.format = ExportFormat::kGift})) ==
        std::vector<std::string>{"没有写出：没有答案；GIFT 写不下没有答案的客观题。"});
}

TEST_CASE("a table for statistics opens in a spreadsheet as words, never as a formula") {
  TheoryItem item = choice({0});
  item.code = "=cmd|' /C calc'!A0";
  item.options[1] = RichText::plain("\"引号\"，逗号");
  const ExportResult result = exported(item, {.format = ExportFormat::kCsv, .byteOrderMark = true});
  CHECK(
      result.bytes ==
      "\xEF\xBB\xBFid,level,type,code,point,stem,option-a,option-b,option-c,key,difficulty,consistency,marks,"
      "status,author,rationale,reference\r\n"
      "\"" +
          Id::wellKnown(500).str() +
          "\",\"3\",\"single-choice\",\"'=cmd|' /C calc'!A0\",\"\",\"游标卡尺用完后应（　）。\","
          "\"擦净放入盒内\",\"\"\"引号\"\"，逗号\",\"上油后放入盒内\",\"A\",\"\",\"\",\"\",\"草稿\",\"\","
          "\"\","
          "\"\"\r\n");
}

TEST_CASE("a file that is cut off or is another XML is refused with a reason") {
  CHECK_THROWS_AS(read("<?xml version=\"1.0\"?><quiz><question type=\"truefalse\">", "a.xml"), FormatError);
  CHECK_THROWS_WITH(read("<?xml version=\"1.0\"?><quiz></quiz>", "a.xml"),
                    Catch::Contains("文件里没有能收进题库的试题。"));
}
