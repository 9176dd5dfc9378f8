#include <catch2/catch.hpp>

#include "formats/base/digest.h"
#include "formats/base/error.h"
#include "formats/base/resources.h"
#include "formats/base/say.h"

using namespace tiku::formats;

TEST_CASE("digests are those of the published test vectors") {
  // FIPS 180-2, B.1; GB/T 32905-2016, A.1.
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sm3("abc") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
}

TEST_CASE("a failure names the place, what is wrong and what to do") {
  const FormatError error(ErrorCode::kNotUnderstood, "缺少“题干”。", {"bank.tiku!items/1.xml", 7, "试题"},
                          "请补上题干。");
  CHECK(error.full() == "bank.tiku!items/1.xml:7: 试题: 缺少“题干”。 请补上题干。");
  CHECK(FormatError(ErrorCode::kIo, "写不进去。").full() == "写不进去。");
}

TEST_CASE("a message that the catalogue does not have stays Chinese") {
  setLanguage(Language::kEnglish);
  CHECK(say("没有译文的第 {n} 句。", "n"_a = 3) == "没有译文的第 3 句。");
  CHECK(translate("").empty());
  setLanguage(Language::kChinese);
}

TEST_CASE("the program carries its own catalogue") {
  CHECK(resource("locale/en.mo").size() > 20);
  CHECK_THROWS(resource("schemas/none.rng"));
}
