// The record of an import is kept: what was read, how it was understood, what became of every place.
#include "workflows/intake/import_record.h"

#include <catch2/catch.hpp>

#include "formats/exchange/importers.h"

using namespace tiku::formats;
using namespace tiku::workflows;

namespace {

std::vector<std::vector<std::string>> rowsOf(const Sheet& sheet) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : sheet.rows) {
    auto& words = rows.emplace_back();
    for (const SheetCell& cell : row) words.push_back(cell.merged ? "" : cell.text);
    while (!words.empty() && words.back().empty()) words.pop_back();
  }
  return rows;
}

}  // namespace

TEST_CASE("the record names every file, how it was read, and every place with its words", "[intake]") {
  ReadFile good;
  good.name = "电工五级.docx";
  good.report.rows = {{"段 1", Verdict::kSkipped, "标题", "理论知识试题"},
                      {"段 2", Verdict::kImported, "判断题 1 的题干", "=1+1 等于 2。"},
                      {"段 3", Verdict::kUnclear, "认不出这一段是什么。", "31473单选题"}};
  good.report.reading = {{"numbers", "text", "题号写在正文里", "1 题中的 1 题", {}, false},
                         {"section:1", "true-false", "第 1 节为判断题", "", {}, true}};
  good.report.notes = {"批注没有读。"};
  ReadFile bad;
  bad.name = "加密.xlsx";
  bad.error = FormatError(ErrorCode::kNotUnderstood, "文件加了密码。", {}, "先去掉密码。");

  const Workbook book = readXlsxBytes(importRecord({good, bad}), "导入记录.xlsx");
  REQUIRE(book.sheets.size() == 2);
  CHECK(rowsOf(book.sheets[0]) ==
        std::vector<std::vector<std::string>>{{"导入记录"},
                                              {"文件", "项目", "内容", "根据"},
                                              {"电工五级.docx", "收入", "1"},
                                              {"电工五级.docx", "略过", "1"},
                                              {"电工五级.docx", "需要核对", "1"},
                                              {"电工五级.docx", "读法", "题号写在正文里", "1 题中的 1 题"},
                                              {"电工五级.docx", "读法，改正过", "第 1 节为判断题"},
                                              {"电工五级.docx", "说明", "批注没有读。"},
                                              {"加密.xlsx", "没有导入", "文件加了密码。 先去掉密码。"}});
  CHECK(rowsOf(book.sheets[1]) ==
        std::vector<std::vector<std::string>>{
            {"文件", "位置", "结果", "原文", "说明"},
            {"电工五级.docx", "段 1", "略过", "理论知识试题", "标题"},
            {"电工五级.docx", "段 2", "收入", "=1+1 等于 2。", "判断题 1 的题干"},
            {"电工五级.docx", "段 3", "需要核对", "31473单选题", "认不出这一段是什么。"}});
}

TEST_CASE("words that no cell of Excel holds are cut, and say so", "[intake]") {
  ReadFile file;
  file.name = "长.txt";
  std::string words;
  for (int i = 0; i < 20'000; ++i) words += "字";
  file.report.rows = {{"段 1", Verdict::kUnclear, "太长", words}};
  const Workbook book = readXlsxBytes(importRecord({file}), "导入记录.xlsx");
  const std::string kept = book.sheets[1].rows[1][3].text;
  CHECK(kept.ends_with("字…"));
  CHECK(words.starts_with(kept.substr(0, kept.size() - std::string("…").size())));
}
