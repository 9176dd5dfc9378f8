#include "formats/exchange/xlsx/writer.h"

#include <string>

#include <catch2/catch.hpp>

#include "formats/base/error.h"

using namespace tiku::formats;

namespace {

XlsxBook scoreBook() {
  XlsxSheet sheet;
  sheet.name = "评分[表]/五级";
  sheet.columns = {{6, XlsxAlign::kCentre, {}, {}},
                   {40, XlsxAlign::kLeft, {}, {}},
                   {8, XlsxAlign::kRight, "0.0", {}},
                   {8, XlsxAlign::kCentre, {}, {"X", "Y", "Z"}}};
  sheet.addTitle("评分记录表");
  sheet.addHead({"序号", "评分细则", "配分", "重要程度"});
  sheet.addRow({XlsxCell::ofNumber(1), "游标卡尺使用前校零", XlsxCell::ofNumber(*Marks::parse("2.5")), "X"});
  sheet.addTotal({XlsxCell("合计").spanning(2), XlsxCell::ofNumber(*Marks::parse("2.5")), ""});
  XlsxBook book;
  book.title = "评分记录表";
  book.sheets = {sheet, sheet};
  return book;
}

}  // namespace

TEST_CASE("the same workbook description gives the same bytes, a zip that Excel opens") {
  const std::string bytes = writeXlsx(scoreBook());
  CHECK(bytes.substr(0, 4) == "PK\x03\x04");
  CHECK(bytes == writeXlsx(scoreBook()));
  XlsxBook other = scoreBook();
  other.sheets[0].rows[2].cells[1].text = "卡尺使用前擦净";
  CHECK(bytes != writeXlsx(other));
}

TEST_CASE("what Excel cannot hold is refused before a file is written") {
  CHECK_THROWS_AS(writeXlsx(XlsxBook{}), FormatError);
  XlsxBook book = scoreBook();
  book.sheets[0].rows[2].cells[1].text.assign(40'000, 'x');
  try {
    writeXlsx(book);
    FAIL("the long cell was written");
  } catch (const FormatError& error) {
    CHECK(error.code() == ErrorCode::kOverLimit);
    CHECK(error.place().object.find("3:2") != std::string::npos);
  }
}
