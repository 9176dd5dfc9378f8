#include "formats/base/fold.h"

#include <random>

#include <catch2/catch.hpp>

using tiku::formats::foldWords;

TEST_CASE("the form of a blank, spaces, width and punctuation do not make two stems different") {
  const std::string folded = foldWords("职业道德是（　）的准则。");
  CHECK(folded == "职业道德是的准则");
  for (const char* other :
       {"职业道德是(    )的准则．", "职业道德是（ ）的准则", "职业道德是(\u00A0\u00A0 )的准则。",
        "职业道德是________的准则。", "职业道德是( ）的准则", " 职业道德 是（）的准则。"}) {
    CHECK(foldWords(other) == folded);
  }
  CHECK(foldWords("ＣＴＲＬ＋Ｃ") == foldWords("Ctrl + C"));
}

TEST_CASE("what a technician reads as another figure stays another figure") {
  CHECK(foldWords("精度为1.5mm") != foldWords("精度为15mm"));
  CHECK(foldWords("比例为1:10") != foldWords("比例为110"));
  CHECK(foldWords("温度为-5℃") != foldWords("温度为5℃"));
  CHECK(foldWords("合格率50%") != foldWords("合格率50"));
  CHECK(foldWords("C#") != foldWords("C"));
  CHECK(foldWords("x<y") != foldWords("x>y"));
  CHECK(foldWords("温度为−5 ℃") == foldWords("温度为-5℃"));
}

TEST_CASE("a text of punctuation alone is still told apart from another") {
  CHECK(foldWords("！") != foldWords("？"));
  CHECK(foldWords("").empty());
}

TEST_CASE("common characters fold to the same words whichever way they are folded") {
  // A ligature sends the whole text through ICU's general way; the full stop keeps it apart from what
  // follows.
  const std::string general = "\uFB01。";
  const char* pieces[] = {"量", "具", "A",  "z",  "5",  "0",  "-",  ".",  ",",  ":",  "，",
                          "。", "：", "（", "）", "　", " ",  "%",  "#",  "&",  "/",  "+",
                          "<",  "=",  "_",  "“",  "”",  "《", "》", "、", "Ａ", "７", "－",
                          "．", "％", "＋", "～", "\t", "\n", "|",  "\\", "@",  "*",  "\x7f"};
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text = "具";
    for (unsigned length = random() % 12; length > 0; --length) text += pieces[random() % std::size(pieces)];
    INFO(text);
    CHECK(foldWords(general + text) == "fi" + foldWords(text));
  }
  CHECK(foldWords("\xE0\x81\x81") != foldWords("A"));
}

TEST_CASE("a point, a colon and a sign belong to the number that they stand in") {
  CHECK(tiku::formats::belongsToNumber(U'.', U'1', U'5'));
  CHECK(tiku::formats::belongsToNumber(U':', U'1', U'2'));
  CHECK(tiku::formats::belongsToNumber(U'-', U'为', U'5'));
  CHECK(tiku::formats::belongsToNumber(U'-', 0, U'5'));
  CHECK_FALSE(tiku::formats::belongsToNumber(U'.', U'步', U'2'));
  CHECK_FALSE(tiku::formats::belongsToNumber(U'-', U'A', U'5'));
  CHECK_FALSE(tiku::formats::belongsToNumber(U'-', U'1', U'5'));
  CHECK_FALSE(tiku::formats::belongsToNumber(U',', U'1', U' '));
}
