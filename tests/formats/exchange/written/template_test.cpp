// Authors fill in the templates.
#include "formats/exchange/template.h"

#include <catch2/catch.hpp>

#include "formats/exchange/importers.h"
#include "formats/exchange/itemdoc/item_document.h"
#include "formats/exchange/itemsheet/item_sheet.h"
#include "tests/formats/exchange/written/small_bank.h"

namespace {

using namespace tiku::formats;
using tiku::test::SmallBank;

// Row by head and words.
void fillRow(Sheet& sheet, const std::vector<std::pair<std::string, std::string>>& cells) {
  auto& row = sheet.rows.emplace_back(sheet.rows[0].size());
  for (const auto& [head, words] : cells) {
    for (std::size_t c = 0; c < sheet.rows[0].size(); ++c) {
      if (sheet.rows[0][c].text == head) row[c].text = words;
    }
  }
}

void tellUnclear(const ImportResult& result) {
  for (const SourceVerdict& row : result.report.rows) {
    INFO(row.at << " " << row.reason);
    CHECK(row.verdict != Verdict::kUnclear);
  }
}

}  // namespace

TEST_CASE("the Excel template with rows filled in reads in without a doubt, its examples left out") {
  const SmallBank small;
  Workbook book = readXlsxBytes(excelTemplate(small.bank, small.bank.info().levels), "命题.xlsx");
  REQUIRE(book.sheets.size() == 3);
  Sheet& sheet = book.sheets[1];
  CHECK(sheet.name == "三级");
  CHECK(book.sheets[2].rows[1][0].text == "A-A-A-001 职业道德");
  fillRow(sheet, {{"题型", "单选题"},
                  {"考评点", "A-A-A-001 职业道德"},
                  {"题干", "安全电压不超过（　　）。"},
                  {"选项 A", "36 V"},
                  {"选项 B", "220 V"},
                  {"答案", "A"},
                  {"难度", "2"},
                  {"一致性", "4"}});
  fillRow(sheet, {{"题型", "判断题"}, {"题干", "验电笔可以不检查就用。"}, {"答案", "×"}});
  fillRow(sheet, {{"题型", "填空题"}, {"题干", "功率的单位是____。"}, {"答案", "瓦特/瓦"}});
  fillRow(sheet, {{"题型", "简答题"},
                  {"题干", "什么是短路？"},
                  {"答案", "电流不经过用电器。"},
                  {"评分要点", "2分：说明电流\n1 分：说明危害"}});
  const ImportResult result = importItemWorkbook(small.bank, book, {});
  tellUnclear(result);
  REQUIRE(result.items.size() == 4);
  CHECK(result.report.counts.at("added") == 4);
  const auto* choice = as<TheoryItem>(result.edit.steps()[0].object);
  CHECK(choice->point == small.point);
  CHECK(choice->stem.blankCount() == 1);
  const auto* fillIn = as<TheoryItem>(result.edit.steps()[2].object);
  CHECK(fillIn->key == Key(FillInKey{{{"瓦特", "瓦"}}}));
  const auto* answer = as<TheoryItem>(result.edit.steps()[3].object);
  CHECK(answer->scoring.size() == 2);
}

TEST_CASE("the Word template with items typed in reads in without a doubt, its examples left out") {
  const SmallBank small;
  Document document = readDocxBytes(wordTemplate(small.bank, small.bank.info().levels), "命题.docx");
  const auto typed = [&document](const std::string& under, const std::vector<std::string>& lines) {
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
      const auto* heading = std::get_if<DocParagraph>(&document.blocks[i]);
      if (heading == nullptr || heading->text.str() != under) continue;
      std::size_t at = i + 1;
      for (const std::string& words : lines) {
        DocParagraph paragraph;
        paragraph.style = "Normal";
        paragraph.text = RichText::plain(words);
        document.blocks.insert(document.blocks.begin() + static_cast<std::ptrdiff_t>(at++), paragraph);
      }
    }
  };
  typed("一、单选题", {"1、安全电压不超过（  ）。", "A、36 V    B、220 V", "答案：A",
                       "〔考评点 A-A-A-001 ｜ 难度 2 ｜ 一致性 4〕"});
  typed("三、判断题", {"1. 验电笔可以不检查就用。（×）"});
  typed("五、简答题", {"1．什么是短路？", "答案：电流不经过用电器。", "很危险。", "评分要点(2分):说明电流",
                       "〔考评点 A-A-A-001｜难度 3｜题分 2〕"});
  int number = 0;
  for (auto& block : document.blocks) {
    if (auto* paragraph = std::get_if<DocParagraph>(&block)) paragraph->number = ++number;
  }
  const ImportResult result = importItemDocument(small.bank, document, {});
  tellUnclear(result);
  REQUIRE(result.items.size() == 3);
  const auto* choice = as<TheoryItem>(result.edit.steps()[0].object);
  CHECK(choice->level == Level::of(3));
  CHECK(choice->point == small.point);
  CHECK(choice->options.size() == 2);
  CHECK(choice->key == Key(ChoiceKey{{0}}));
  const auto* judgement = as<TheoryItem>(result.edit.steps()[1].object);
  CHECK(judgement->key == Key(JudgementKey{false}));
  const auto* answer = as<TheoryItem>(result.edit.steps()[2].object);
  CHECK(answer->marks == Marks::whole(2));
  CHECK(std::get<ReferenceKey>(answer->key).answer.blocks().size() == 2);
  REQUIRE(answer->scoring.size() == 1);
  CHECK(answer->scoring[0].text == "说明电流");
}

TEST_CASE("a template that nobody filled in holds no items, and says so") {
  const SmallBank small;
  const Workbook book = readXlsxBytes(excelTemplate(Bank(), {}), "命题.xlsx");
  CHECK(isItemWorkbook(book));
  CHECK_THROWS_WITH(importItemWorkbook(small.bank, book, {}), Catch::Contains("还没有试题"));
}
