#include <chrono>

#include "formats/base/digest.h"
#include "formats/exchange/xlsx/writer.h"
#include "tests/formats/exchange/items/sheet_support.h"

using namespace tiku::formats;
using namespace tiku::tests;

namespace {

const Rows kTwoItems{{"题干", "选项A", "选项B", "答案"},
                     {"零线的颜色是（ ）", "蓝色", "黄色", "A"},
                     {"地线的颜色是（ ）", "黄绿双色", "红色", "A"}};

}  // namespace

TEST_CASE("an option that Excel turned into a date or time is asked about, a written-out date is not") {
  Workbook workbook = book({{"题干", "选项A", "选项B", "选项C", "答案"},
                            {"混凝土的配合比是（ ）", "1:02", "03-05", "16%", "A"},
                            {"标准实施于（ ）", "2017年6月14日", "2018年1月1日", "2019年1月1日", "A"}});
  auto& rows = workbook.sheets[0].rows;
  rows[1][1].kind = SheetCell::Kind::kTime;
  rows[1][2].kind = SheetCell::Kind::kDate;
  rows[1][3].kind = SheetCell::Kind::kPercent;
  for (int c = 1; c < 4; ++c) rows[2][static_cast<std::size_t>(c)].kind = SheetCell::Kind::kDate;
  const ImportReport report = importItems(bankOfTwoLevels(), workbook, intoLevel(3)).report;
  CHECK(report.counts.at("items") == 2);
  CHECK(verdict(report, "Sheet1!B2") == "? 选项 A：Excel 把这一格当作日期或时间，显示为“1:02”，请核对原文。");
  CHECK(verdict(report, "Sheet1!C2") ==
        "? 选项 B：Excel 把这一格当作日期或时间，显示为“03-05”，请核对原文。");
  CHECK(report.count(Verdict::kUnclear) == 2);
}

TEST_CASE("rows that are no whole item are told one by one, with the reason") {
  const ImportReport report =
      importItems(bankOfTwoLevels(),
                  book({{"题型", "题干", "选项A", "选项B", "答案", "章节"},
                        {"单选", "电压的单位是（ ）", "伏", "安", "A", "第一章", "p35"},
                        {},
                        {"单选", "", "伏", "安", "A"},
                        {"单选", "电流的单位是（ ）", "安", "", "A"},
                        {"", "说明：以下为选做题"},
                        {"判断", "铜是导体。", "甲", "乙", "A"},
                        {"单选", "功率的单位是（ ）", "瓦", "焦", "A", "", "", "", "见教材"}}),
                  intoLevel(3))
          .report;
  CHECK(verdict(report, "Sheet1!F1") == "- 未识别的列“章节”，其中 1 个单元格没有导入。");
  CHECK(verdict(report, "Sheet1!2") == "+ 单选题，答案 A。表头没有的列未导入：G2“p35”。");
  CHECK(verdict(report, "Sheet1!3") == "- 空行。");
  CHECK(verdict(report, "Sheet1!4") == "? 这一行没有题干。");
  CHECK(verdict(report, "Sheet1!5") == "? 单选题只有 1 个选项。");
  CHECK(verdict(report, "Sheet1!6") == "? 只有题干，没有选项和答案，看不出是什么题。");
  CHECK(verdict(report, "Sheet1!7") == "? 判断题带有不是“正确、错误”的选项。");
  CHECK(verdict(report, "Sheet1!8") == "+ 单选题，答案 A。表头没有的列未导入：I8“见教材”。");
  CHECK(report.rows.size() == 10);  // The sheet, its eight rows, and the head of the unknown column.
  CHECK(report.counts.at("items") == 2);
}

TEST_CASE("columns can be named by letter or by the words of their head") {
  const Rows rows{{"序号", "内容", "甲项", "乙项", "标答"}, {"1", "零线的颜色是（ ）", "蓝色", "黄色", "A"}};
  ImportOptions options = intoLevel(3);
  options.columns = {{"stem", "内容"}, {"option-a", "甲项"}, {"option-b", "D"}, {"key", "标答"}};
  const auto byWords = itemsOf(importItems(bankOfTwoLevels(), book(rows), options).edit);
  REQUIRE(byWords.size() == 1);
  CHECK(byWords[0].stem.str() == "零线的颜色是（　）");
  CHECK(byWords[0].options.at(1).str() == "黄色");
  CHECK(keyOf(byWords[0]) == "A");

  options.columns = {{"stem", "B"}, {"option-a", "C"}, {"option-b", "D"}, {"key", "E"}};
  CHECK(itemsOf(importItems(bankOfTwoLevels(), book({rows[1]}), options).edit).size() == 1);

  // What the user says goes before what the head says.
  options.columns = {{"key", "B"}};
  const Rows two{{"题干", "正解", "A", "B", "答案"}, {"零线的颜色是（ ）", "B", "黄", "蓝", "A"}};
  CHECK(keysOf(itemsOf(importItems(bankOfTwoLevels(), book(two), options).edit)) ==
        std::vector<std::string>{"B"});
}

TEST_CASE("unknown fields and columns are a matter of usage") {
  ImportOptions options = intoLevel(3);
  options.columns = {{"answer", "B"}};
  const FormatError field = refusalOf([&] { importItems(bankOfTwoLevels(), book(kTwoItems), options); });
  CHECK(field.code() == ErrorCode::kUsage);
  CHECK(field.advice().find("rationale") != std::string::npos);

  options.columns = {{"key", "参考"}};
  const FormatError column = refusalOf([&] { importItems(bankOfTwoLevels(), book(kTwoItems), options); });
  CHECK(column.code() == ErrorCode::kUsage);
  CHECK(column.advice() == "表格有 A 到 D 列，表头有：“题干”、“选项A”、“选项B”、“答案”。");
}

TEST_CASE("the level comes from the request, from a column, or from a bank that has just one") {
  const Bank two = bankOfTwoLevels();
  CHECK(refusalOf([&] { importItems(two, book(kTwoItems), {}); }).code() == ErrorCode::kUsage);
  CHECK(refusalOf([&] { importItems(two, book(kTwoItems), intoLevel(5)); }).code() == ErrorCode::kUsage);

  Rows rows = kTwoItems;
  rows[0].push_back("等级");
  rows[1].push_back("三级/高级工");
  rows[2].push_back("4");
  const auto items = itemsOf(importItems(two, book(rows), {}).edit);
  REQUIRE(items.size() == 2);
  CHECK(items[0].level == *Level::of(3));
  CHECK(items[1].level == *Level::of(4));
  CHECK(refusalOf([&] { importItems(two, book(rows), intoLevel(3)); }).place().object == "Sheet1!E3");
}

TEST_CASE(
    "a second import changes nothing, a corrected cell changes its item, a dry run is an edit not applied") {
  Bank bank = bankOfTwoLevels();
  Workbook workbook = book(kTwoItems);
  const ImportResult first = importItems(bank, workbook, intoLevel(3));
  CHECK(bank.size() == 1);
  bank.apply(first.edit);
  CHECK(bank.all<TheoryItem>().size() == 2);

  const ImportResult again = importItems(bank, workbook, intoLevel(3));
  CHECK(again.edit.empty());
  CHECK(again.report.counts.at("unchanged") == 2);

  workbook.sheets[0].rows[2][3].text = "B";
  const ImportResult corrected = importItems(bank, workbook, intoLevel(3));
  REQUIRE(corrected.edit.steps().size() == 1);
  CHECK(verdict(corrected.report, "Sheet1!3") == "? 答案与题库中已有答案不同，已按此文件更新，请核对。");
  bank.apply(corrected.edit);
  CHECK(bank.all<TheoryItem>().size() == 2);
}

TEST_CASE("points that cannot be found because the table is missing are told once, at the head") {
  Rows rows = kTwoItems;
  rows[0].push_back("鉴定点代码");
  rows[1].push_back("A-A-A-001");
  rows[2].push_back("A-A-A-002");
  const ImportReport report = importItems(bankOfTwoLevels(), book(rows), intoLevel(3)).report;
  CHECK(verdict(report, "Sheet1!E1") ==
        "? 三级还没有理论知识要素细目表，2 道题未能对应考评点；请先导入细目表，再导入一次本文件。");
  CHECK(report.count(Verdict::kUnclear) == 1);
}

TEST_CASE("pictures anchored to stem and option cells come along once, others are asked about") {
  Workbook workbook =
      book({{"题干", "选项A", "选项B", "答案"}, {"图示符号是（ ）", "", "开关", "A"}, {"", "甲", "乙", "A"}});
  const std::string symbol = sha256("symbol") + ".png";
  const std::string switchPicture = sha256("switch") + ".png";
  workbook.media = {{symbol, "symbol"}, {switchPicture, "switch"}};
  workbook.sheets[0].pictures = {{"A2", {symbol}}, {"B2", {switchPicture}}, {"H9", {symbol}}};
  Bank bank = bankOfTwoLevels();
  const ImportResult result = importItems(bank, workbook, intoLevel(3));
  const auto items = itemsOf(result.edit);
  REQUIRE(items.size() == 1);
  CHECK(items[0].stem.images() == std::vector<std::string>{symbol});
  CHECK(items[0].options[0].images() == std::vector<std::string>{switchPicture});
  CHECK(keyOf(items[0]) == "A");
  CHECK(verdict(result.report, "Sheet1!H9 的图片") == "? 图片不在题干、选项或解析的单元格里，没有导入。");
  bank.apply(result.edit);
  CHECK(bank.all<Media>().size() == 2);
  CHECK(importItems(bank, workbook, intoLevel(3)).edit.empty());
}

TEST_CASE("without a head the columns are taken by their content, or not at all") {
  Rows mixed;
  for (int i = 0; i < 6; ++i) {
    const std::string n = std::to_string(i + 1);
    mixed.push_back(
        {n, "第 " + n + " 号导线的颜色应当是（ ）", "红", "黄", "绿", "蓝", i % 2 == 0 ? "A" : "D"});
    mixed.push_back({n, "第 " + n + " 号导线可以不作颜色标识。", i % 2 == 0 ? "T" : "F"});
  }
  mixed.push_back({"7", "第 7 号导线的颜色应当是（ ）", "红", "黄", "绿", "蓝", "黑", "复位"});
  const ImportResult result = importItems(bankOfTwoLevels(), book(mixed), intoLevel(3));
  CHECK(result.report.counts.at("single-choice") == 6);
  CHECK(result.report.counts.at("true-false") == 6);
  CHECK(keysOf(itemsOf(result.edit)).at(2) == "D");
  CHECK(verdict(result.report, "Sheet1!13") == "? 列数与其他行不同，没有导入。");

  Rows prices;
  for (int i = 0; i < 8; ++i) prices.push_back({"三相四线电能表 " + std::to_string(i), "只", "120", "A 厂"});
  CHECK(refusalOf([&] { importItems(bankOfTwoLevels(), book(prices), intoLevel(3)); }).code() ==
        ErrorCode::kNotUnderstood);
}

TEST_CASE("a sheet that only repeats another needs no second look") {
  Workbook workbook = book(kTwoItems);
  workbook.sheets.push_back(sheet("抢答题", kTwoItems));
  const ImportResult result = importItems(bankOfTwoLevels(), workbook, intoLevel(3));
  CHECK(itemsOf(result.edit).size() == 2);
  CHECK(verdict(result.report, "抢答题!2") == "- 与“Sheet1!2”处的试题相同，没有重复加入。");
  CHECK(result.report.count(Verdict::kUnclear) == 0);
}

TEST_CASE("a column of which no cell is understood is told once, at its head") {
  Rows rows = kTwoItems;
  rows[0].insert(rows[0].end(), {"难度系数", "一致性"});
  rows[1].insert(rows[1].end(), {"0.65", "7"});
  rows[2].insert(rows[2].end(), {"0.8", "7"});
  const ImportReport report = importItems(bankOfTwoLevels(), book(rows), intoLevel(3)).report;
  CHECK(verdict(report, "Sheet1!E1") == "? 这一列的值（如“0.65”）没有一个认得，2 个单元格没有导入。");
  CHECK(verdict(report, "Sheet1!F1") == "? 这一列的值（如“7”）没有一个认得，2 个单元格没有导入。");
  CHECK(report.count(Verdict::kUnclear) == 2);
  CHECK(report.counts.at("single-choice") == 2);
}

TEST_CASE("letters as keys where the file has no options are no judgements and no words for a blank") {
  const ImportReport report =
      importItems(
          bankOfTwoLevels(),
          book({{"题目", "答案"}, {"（ ）表示警告", "C"}, {"（ ）表示禁止", "A"}, {"（ ）表示指令", "蓝色"}}),
          intoLevel(3))
          .report;
  CHECK(verdict(report, "Sheet1!2") == "? 答案“C”是选项的字母，这一行却没有选项。");
  CHECK(verdict(report, "Sheet1!3") == "? 答案“A”是选项的字母，这一行却没有选项。");
  CHECK(verdict(report, "Sheet1!4") == "+ 填空题，有答案。");
}

TEST_CASE("10,000 items of a workbook come in at once") {
  XlsxSheet page;
  page.columns.resize(8);
  page.addHead({"题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案", "难度"});
  for (int i = 0; i < 10'000; ++i) {
    const std::string n = std::to_string(i);
    page.addRow({"单选", "第 " + n + " 号卡尺使用前首先应当检查的项目是（　　）。", "零位 " + n, "量爪 " + n,
                 "外观 " + n, "深度尺 " + n, "ABCD"[i % 4] == 'A' ? "A" : "C",
                 XlsxCell::ofNumber(i % 5 + 1)});
  }
  XlsxBook whole;
  whole.sheets = {page};
  const std::string bytes = writeXlsx(whole);
  const auto begin = std::chrono::steady_clock::now();
  const ImportResult result =
      importItems(bankOfTwoLevels(), readXlsxBytes(bytes, "大题库.xlsx"), intoLevel(3));
  const auto taken = std::chrono::steady_clock::now() - begin;
  CHECK(result.report.counts.at("added") == 10'000);
  // On an idle machine it is below a second; the bound leaves room for sanitizers and busy machines.
  CHECK(taken < std::chrono::seconds(10));
}
