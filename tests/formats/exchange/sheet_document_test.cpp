// Tables that institutions keep in Excel, read by the importers that know them from Word.
#include "formats/exchange/sheet_document.h"

#include "tests/formats/exchange/items/sheet_support.h"

using namespace tiku::formats;
using namespace tiku::tests;

TEST_CASE("merged cells of a sheet become spans of a document's table") {
  Workbook workbook =
      book({{"鉴定范围", "鉴定范围", "点"}, {"职业道德", "A", "001"}, {"职业道德", "A", "002"}});
  Sheet& sheet = workbook.sheets[0];
  sheet.merges = {{0, 0, 0, 1}, {1, 0, 2, 0}};
  const Document document = documentOf(workbook).document;
  REQUIRE(document.blocks.size() == 2);
  CHECK(std::get<DocParagraph>(document.blocks[0]).line() == "Sheet1");
  const auto& table = std::get<DocTable>(document.blocks[1]);
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[0].size() == 2);
  CHECK(table.rows[0][0].columnSpan == 2);
  CHECK(table.rows[0][1].column == 2);
  CHECK(table.rows[2][0].continued);
  CHECK(table.at(2, 0)->str() == "职业道德");
}

TEST_CASE("an element table in Excel gives the same points as in Word") {
  Workbook workbook = book({{"卡尺修理工三级理论知识鉴定要素细目表"},
                            {"一级", "一级", "二级", "二级", "鉴定点", "鉴定点", "鉴定点"},
                            {"名称", "代码", "名称", "代码", "代码", "名称", "重要程度"},
                            {"基本要求", "A", "职业道德", "A", "001", "道德的概念", "Y"},
                            {"基本要求", "A", "职业道德", "A", "002", "职业道德的概念", "X"}});
  Sheet& sheet = workbook.sheets[0];
  sheet.merges = {{0, 0, 0, 6}, {1, 0, 1, 1}, {1, 2, 1, 3}, {1, 4, 1, 6},
                  {3, 0, 4, 0}, {3, 1, 4, 1}, {3, 2, 4, 2}, {3, 3, 4, 3}};
  const SheetDocument sheets = documentOf(workbook);
  const ImportResult result = importElementTable(bankOfTwoLevels(), sheets.document, intoLevel(3));
  CHECK(result.report.counts.at("points") == 2);
  CHECK(sheets.places.at("表 1 行 4") == "Sheet1!4");
  Bank bank = bankOfTwoLevels();
  bank.apply(result.edit);
  const Blueprint* blueprint = bank.blueprint(*Level::of(3));
  REQUIRE(blueprint != nullptr);
  std::vector<std::string> codes;
  walk(blueprint->theory, [&codes](const TablePlace& place) {
    if (place.point != nullptr) codes.push_back(place.code() + " " + place.point->name);
  });
  CHECK(codes == std::vector<std::string>{"A-A-001 道德的概念", "A-A-002 职业道德的概念"});
}
