#include "formats/exchange/docx/number_format.h"

#include <catch2/catch.hpp>

using tiku::formats::formatNumber;

TEST_CASE("numbers are written as Word's list formats write them") {
  CHECK(formatNumber(2, "chineseCounting") == "二");
  CHECK(formatNumber(10, "chineseCounting") == "十");
  CHECK(formatNumber(11, "chineseCounting") == "十一");
  CHECK(formatNumber(20, "chineseCountingThousand") == "二十");
  CHECK(formatNumber(105, "chineseCountingThousand") == "一百零五");
  CHECK(formatNumber(110, "chineseCountingThousand") == "一百一十");
  CHECK(formatNumber(1005, "chineseCountingThousand") == "一千零五");
  CHECK(formatNumber(12, "chineseLegalSimplified") == "壹拾贰");
  CHECK(formatNumber(10, "ideographDigital") == "一○");
  CHECK(formatNumber(3, "ideographTraditional") == "丙");
  CHECK(formatNumber(27, "upperLetter") == "AA");
  CHECK(formatNumber(28, "lowerLetter") == "bb");
  CHECK(formatNumber(49, "upperRoman") == "XLIX");
  CHECK(formatNumber(4, "lowerRoman") == "iv");
  CHECK(formatNumber(3, "decimalEnclosedCircle") == "③");
  CHECK(formatNumber(21, "decimalEnclosedCircle") == "㉑");
  CHECK(formatNumber(5, "decimalEnclosedParen") == "⑸");
  CHECK(formatNumber(7, "decimalFullWidth") == "７");
  CHECK(formatNumber(7, "decimalZero") == "07");
  CHECK(formatNumber(12, "ordinal") == "12th");
  CHECK(formatNumber(3, "somethingNewer") == "3");
  CHECK(formatNumber(3, "none").empty());
}
