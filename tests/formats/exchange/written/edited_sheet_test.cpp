// A person works on the Excel workbook that the program wrote.
#include <catch2/catch.hpp>

#include "formats/exchange/export.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/itemsheet/item_sheet.h"
#include "formats/exchange/xlsx/writer.h"
#include "tests/formats/exchange/written/documents.h"
#include "tests/formats/exchange/written/small_bank.h"

namespace {

using namespace tiku::formats;
using tiku::test::changedFields;
using tiku::test::SmallBank;

// The workbook as a person sees it: cells to type into.
struct Desk {
  explicit Desk(const Bank& bank) : Desk(bank, bank.all<TheoryItem>()) {}
  Desk(const Bank& bank, const TheoryItems& items)
      : book(readXlsxBytes(exportItems(bank, items, {.format = ExportFormat::kExcel}).bytes, "试题.xlsx")) {}

  int column(const std::string& head) {
    for (std::size_t c = 0; c < sheet().rows[0].size(); ++c) {
      if (sheet().rows[0][c].text == head) return static_cast<int>(c);
    }
    FAIL("没有列 " << head);
    return -1;
  }
  int rowOf(Id id) {
    const auto at = static_cast<std::size_t>(column("标识"));
    for (std::size_t r = 1; r < sheet().rows.size(); ++r) {
      if (sheet().rows[r].at(at).text == id.str()) return static_cast<int>(r);
    }
    FAIL("没有行 " << id.str());
    return -1;
  }
  SheetCell& cell(int row, const std::string& head) {
    return sheet().rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column(head))];
  }
  void type(int row, const std::string& head, const std::string& words) {
    cell(row, head) = {};
    cell(row, head).text = words;
  }
  int newRow() {
    sheet().rows.emplace_back(sheet().rows[0].size());
    return static_cast<int>(sheet().rows.size()) - 1;
  }
  Sheet& sheet() { return book.sheets.front(); }

  Workbook book;
};

}  // namespace

TEST_CASE("a stem that was changed in the workbook is the only thing that an import changes") {
  const SmallBank small;
  Desk desk(small.bank);
  const int row = desk.rowOf(small.choice);
  desk.type(row, "题干", "下列属于职业道德的是（　）。");
  const ImportResult result = importItemWorkbook(small.bank, desk.book, {});
  REQUIRE(changedFields(small.bank, result.edit) == std::vector<std::string>{"stem"});
  const auto* item = as<TheoryItem>(result.edit.steps().front().object);
  CHECK(item->stem.str() == "下列属于职业道德的是（　）。");
  CHECK(item->stem.blankCount() == 1);
  CHECK(result.report.counts.at("changed") == 1);
}

TEST_CASE("what a workbook cannot hold stays with an item whose other fields were changed in it") {
  SmallBank small;
  TheoryItem item = *small.bank.find<TheoryItem>(small.choice);
  item.extras.attributes.emplace_back("later", "1");
  item.rationale = RichText({Paragraph{}});
  small.bank.apply(Edit("").put(item));
  Desk desk(small.bank);
  desk.type(desk.rowOf(small.choice), "答案", "c");
  const ImportResult result = importItemWorkbook(small.bank, desk.book, {});
  REQUIRE(changedFields(small.bank, result.edit) == std::vector<std::string>{"key"});
  const auto* now = as<TheoryItem>(result.edit.steps().front().object);
  CHECK(now->key == Key(ChoiceKey{{2}}));
  CHECK(now->extras == item.extras);
  CHECK(now->rationale == item.rationale);
}

TEST_CASE("a cleared cell clears the field, and a picture's place in the stem is kept") {
  const SmallBank small;
  Desk desk(small.bank);
  const int row = desk.rowOf(small.pictured);
  CHECK(desk.cell(row, "题干").text == "看图[图1：电路]，H2O 在 $\\frac{1}{2}$ 处**不**是（　　）。");
  desk.type(row, "难度", "");
  const ImportResult result = importItemWorkbook(small.bank, desk.book, {});
  REQUIRE(changedFields(small.bank, result.edit) == std::vector<std::string>{"difficulty"});
}

TEST_CASE("a row that a person added is a new item, and a copied row is told as such") {
  const SmallBank small;
  Desk desk(small.bank);
  const int added = desk.newRow();
  desk.type(added, "题型", "单选题");
  desk.type(added, "考评点", "A-A-A-001");
  desk.type(added, "题干", "安全电压是( A )伏。");
  desk.type(added, "选项 A", "36");
  desk.type(added, "选项 B", "380");
  desk.type(added, "难度", "2");
  desk.sheet().rows.push_back(desk.sheet().rows[static_cast<std::size_t>(desk.rowOf(small.choice))]);
  desk.type(added + 1, "题干", "下列不属于职业道德的是（　　）。");

  const ImportResult result = importItemWorkbook(small.bank, desk.book, {});
  REQUIRE(result.report.counts.at("added") == 2);
  const auto* item = as<TheoryItem>(result.edit.steps()[0].object);
  CHECK(item->stem.blankCount() == 1);
  CHECK(item->key == Key(ChoiceKey{{0}}));
  CHECK(item->point == small.point);
  CHECK(item->difficulty == 2);
  CHECK(item->source.file == "试题.xlsx");
  const SourceVerdict& copied = result.report.rows[static_cast<std::size_t>(added) + 2];
  CHECK(copied.verdict == Verdict::kUnclear);
  CHECK(copied.reason.find("标识与前面的一道试题相同") != std::string::npos);
}

TEST_CASE("an item that the bank changed after the workbook was written is not set back by it") {
  SmallBank small;
  Desk desk(small.bank);
  TheoryItem item = *small.bank.find<TheoryItem>(small.choice);
  item.rationale = RichText::plain("后来补的解析");
  small.bank.apply(Edit("").put(item));
  CHECK(importItemWorkbook(small.bank, desk.book, {}).edit.empty());

  desk.type(desk.rowOf(small.choice), "题干", "改了的题干（　　）。");
  const ImportResult both = importItemWorkbook(small.bank, desk.book, {});
  CHECK(both.report.count(Verdict::kUnclear) == 1);
}

TEST_CASE("a cell that was changed into what is no answer is told, and the bank keeps its own") {
  const SmallBank small;
  Desk desk(small.bank);
  const int row = desk.rowOf(small.choice);
  desk.type(row, "答案", "第一个");
  desk.type(row, "难度", "难");
  desk.type(row, "考评点", "没有这个点");
  const ImportResult result = importItemWorkbook(small.bank, desk.book, {});
  CHECK(result.edit.empty());
  CHECK(result.report.count(Verdict::kUnclear) == 1);
}

TEST_CASE("a row with the id of something else in the bank is a new item, and is told") {
  const SmallBank small;
  Desk desk(small.bank);
  desk.type(desk.rowOf(small.choice), "标识", BankInfo::kId.str());
  const ImportResult result = importItemWorkbook(small.bank, desk.book, {});
  CHECK(result.report.count(Verdict::kUnclear) == 1);
  Bank bank = small.bank;
  bank.apply(result.edit);
  CHECK(bank.all<TheoryItem>().size() == small.bank.all<TheoryItem>().size());
}
