// What was understood of a sheet, and what a person puts right in it.
#include "tests/formats/exchange/items/sheet_support.h"

using namespace tiku::formats;
using namespace tiku::tests;

namespace {

const Rows kPlain{{"题干", "选项A", "选项B", "正解", "答案"},
                  {"零线的颜色是（ ）", "蓝", "黄", "B", "A"},
                  {"地线的颜色是（ ）", "黄绿双色", "红", "A", "A"}};

const ReadingLine& readingLine(const ImportResult& result, const std::string& key) {
  const auto found = std::ranges::find(result.report.reading, key, &ReadingLine::key);
  INFO(key);
  REQUIRE(found != result.report.reading.end());
  return *found;
}

std::vector<std::string> keys(const ImportResult& result) {
  return keysOf(itemsOf(result.edit));
}

}  // namespace

TEST_CASE("the reading says of a sheet what its head is, what each column is and where the types come from") {
  const ImportResult result = readBook(kPlain);
  std::vector<std::string> lines;
  for (const ReadingLine& line : result.report.reading) lines.push_back(line.key + ": " + line.words);
  CHECK(lines == std::vector<std::string>{
                     "sheet:Sheet1: 工作表“Sheet1”：读出 2 道试题。", "head:Sheet1: 第 1 行是表头。",
                     "column:Sheet1!A: A 列“题干”：题干。", "column:Sheet1!B: B 列“选项A”：选项 A。",
                     "column:Sheet1!C: C 列“选项B”：选项 B。", "column:Sheet1!D: D 列“正解”：不读。",
                     "column:Sheet1!E: E 列“答案”：答案。",
                     "type:Sheet1: 工作表“Sheet1”的题型：按每题的选项和答案判断。"});
  const ReadingLine& key = readingLine(result, "column:Sheet1!E");
  CHECK(key.value == "key");
  CHECK(key.evidence == "2 格中 2 格是选项字母或判断记号");
  CHECK_FALSE(key.corrected);
  CHECK(std::ranges::any_of(key.choices, [](const ReadingChoice& choice) {
    return choice.value == "option-c" && choice.words == "选项 C";
  }));
}

TEST_CASE("a column is read as a person says, and its old meaning goes") {
  const ImportResult result = readBook(kPlain, {{"column:Sheet1!D", "key"}});
  CHECK(keys(result) == std::vector<std::string>{"B", "A"});
  CHECK(readingLine(result, "column:Sheet1!D").corrected);
  CHECK(lineOf(result.report, "column:Sheet1!E") == "none | E 列“答案”：不读。 | 2 格有内容");
  CHECK_FALSE(readingLine(result, "column:Sheet1!E").corrected);

  const ImportResult without = readBook(kPlain, {{"column:Sheet1!E", "none"}});
  CHECK(without.report.counts.at("without-key") == 2);
  CHECK(lineOf(without.report, "answers:Sheet1") == "in-text | 工作表“Sheet1”没有写答案。");
}

TEST_CASE("a sheet is left out, another row is the head, a later head is none") {
  Workbook workbook = book(kPlain);
  workbook.sheets.push_back(
      sheet("旧题", {{"题目", "A", "B", "答案"}, {"旧的零线是（ ）", "黑", "白", "B"}}));
  const ImportResult left = readBook(workbook, {{"sheet:旧题", "not-items"}, {"column:旧题!D", "none"}});
  CHECK(itemsOf(left.edit).size() == 2);
  CHECK(verdict(left.report, "旧题!2") == "- 已选定不读这张工作表。");
  CHECK(readingLine(left, "sheet:旧题").corrected);

  const Rows rows{{"填写说明", "题目要简明", "每题一行"},
                  {"考查内容", "可选一", "可选二"},
                  {"零线的颜色是（ ）", "蓝", "黄"}};
  const ImportResult head = readBook(rows, {{"sheet:Sheet1", "items"},
                                            {"head:Sheet1", "2"},
                                            {"column:Sheet1!A", "stem"},
                                            {"column:Sheet1!B", "option-a"},
                                            {"column:Sheet1!C", "option-b"}});
  CHECK(itemsOf(head.edit).size() == 1);
  CHECK(readingLine(head, "head:Sheet1").value == "2");

  Rows repeated = kPlain;
  repeated.push_back({"题干", "选项A", "选项B", "正解", "答案"});
  repeated.push_back({"相线的颜色是（ ）", "红", "蓝", "A", "A"});
  CHECK(itemsOf(readBook(repeated).edit).size() == 3);
  const ImportResult row = readBook(repeated, {{"table:Sheet1!4", "row"}});
  CHECK(readingLine(row, "table:Sheet1!4").value == "row");
  CHECK(verdict(row.report, "Sheet1!4").front() == '+');
}

TEST_CASE("0 is right when a person says so, and then nobody need look") {
  const Rows rows{
      {"题目", "类型", "答案"}, {"零线上不得装开关。", "判断题", "0"}, {"验电笔不必检查。", "判断题", "1"}};
  const ImportResult usual = readBook(rows);
  CHECK(keys(usual) == std::vector<std::string>{"×", "√"});
  CHECK(lineOf(usual.report, "judgement") == "usual | 判断题的答案写作 0、1，1 为正确。 | 0 1 题，1 1 题");
  CHECK(usual.report.count(Verdict::kUnclear) == 1);

  const ImportResult zero = readBook(rows, {{"judgement", "zero-right"}});
  CHECK(keys(zero) == std::vector<std::string>{"√", "×"});
  CHECK(lineOf(zero.report, "judgement") ==
        "zero-right | 判断题的答案写作 0、1，0 为正确。 | 0 1 题，1 1 题");
  CHECK(zero.report.count(Verdict::kUnclear) == 0);
  CHECK(readBook(rows, {{"judgement", "usual"}}).report.count(Verdict::kUnclear) == 0);
}

TEST_CASE("a sheet's type, a heading's and a code's are what a person says") {
  const Rows rows{{"题干", "选项A", "选项B", "答案"}, {"导体有（ ）", "铜", "铝", "A"}};
  CHECK(typesOf(itemsOf(readBook(rows).edit)) == "B");
  const ImportResult all = readBook(rows, {{"type:Sheet1", "multiple-choice"}});
  CHECK(typesOf(itemsOf(all.edit)) == "G");
  CHECK(lineOf(all.report, "type:Sheet1") == "multiple-choice | 工作表“Sheet1”的题型：全是多选题。");

  const Rows sections{{"题干", "答案"},
                      {"一、判断题（正确）"},
                      {"铜是导体。"},
                      {"二、问答题"},
                      {"什么是导体？", "能导电的物体。"}};
  CHECK(keys(readBook(sections)) == std::vector<std::string>{"√", "能导电的物体。"});
  const ImportResult wrong =
      readBook(sections, {{"section:Sheet1!2", "true-false-wrong"}, {"section:Sheet1!4", "essay"}});
  CHECK(keys(wrong) == std::vector<std::string>{"×", "能导电的物体。"});
  CHECK(typesOf(itemsOf(wrong.edit)) == "CW");

  const Rows codes{{"题型", "题干", "选项A", "选项B", "选项C", "答案"},
                   {"7", "导体有（ ）", "铜", "铝", "木", "A"},
                   {"7", "绝缘体有（ ）", "木", "铜", "铁", "A"}};
  CHECK(typesOf(itemsOf(readBook(codes).edit)) == "BB");
  CHECK(typesOf(itemsOf(readBook(codes, {{"type-code:Sheet1:7", "multiple-choice"}}).edit)) == "GG");
}

TEST_CASE("options without answers are keyed by the first one on request, places count from where one says") {
  const Rows rows{{"题干", "选项A", "选项B"}, {"零线的颜色是（ ）", "蓝", "黄"}};
  CHECK(keys(readBook(rows)) == std::vector<std::string>{""});
  CHECK(keys(readBook(rows, {{"answers:Sheet1", "first-option"}})) == std::vector<std::string>{"A"});

  const Rows places{{"题干", "选项A", "选项B", "选项C", "答案"},
                    {"零线的颜色是（ ）", "蓝", "黄", "绿", "1"},
                    {"地线的颜色是（ ）", "红", "黄绿双色", "黑", "2"},
                    {"相线的颜色有（ ）", "红", "黄", "绿", "1,3"}};
  CHECK(keys(readBook(places)) == std::vector<std::string>{"A", "B", "AC"});
  CHECK(
      lineOf(readBook(places).report, "answers:Sheet1") ==
      "index-1 | 工作表“Sheet1”：答案是选项的序号，从 1 数起。 | 3 个答案是序号；0 个出现 0，1 个等于选项数");
  const ImportResult zero = readBook(places, {{"answers:Sheet1", "index-0"}});
  CHECK(keys(zero) == std::vector<std::string>{"B", "C", ""});
}

TEST_CASE("what is said of a feature that the file does not have is a matter of usage, with what it has") {
  const FormatError key = refusalOf([] { readBook(kPlain, {{"column:Sheet9!A", "stem"}}); });
  CHECK(key.code() == ErrorCode::kUsage);
  CHECK(std::string(key.what()).find("column:Sheet9!A") != std::string::npos);
  CHECK(key.advice().find("column:Sheet1!A") != std::string::npos);

  const FormatError value = refusalOf([] { readBook(kPlain, {{"judgement", "two-right"}}); });
  CHECK(value.code() == ErrorCode::kUsage);
  CHECK(value.advice().find("zero-right") != std::string::npos);
  CHECK(refusalOf([] { readBook(kPlain, {{"head:Sheet1", "99"}}); }).code() == ErrorCode::kUsage);
}

TEST_CASE("a column is named by its letter where there is no head, too") {
  const Rows rows{{"1", "零线的颜色是（ ）", "蓝", "黄", "A", "B"},
                  {"2", "地线的颜色是（ ）", "黄绿双色", "红", "A", "B"}};
  ImportOptions options = intoLevel(3);
  options.columns = {{"key", "E"}};
  CHECK(keysOf(itemsOf(importItems(bankOfTwoLevels(), book(rows), options).edit)) ==
        std::vector<std::string>{"A", "A"});
}

TEST_CASE("columns named for the whole file and corrections of one sheet go together") {
  ImportOptions options = intoLevel(3);
  options.columns = {{"key", "正解"}};
  options.corrections = {{"column:Sheet1!B", "option-b"}, {"column:Sheet1!C", "option-a"}};
  const ImportResult result = importItems(bankOfTwoLevels(), book(kPlain), options);
  const auto items = itemsOf(result.edit);
  REQUIRE(items.size() == 2);
  CHECK(optionsOf(items[0]) == "<黄><蓝>");
  CHECK(keysOf(items) == std::vector<std::string>{"B", "A"});
}
