#include "validators/similarity/statement.h"

#include <catch2/catch.hpp>

#include "tests/validators/similarity/item_words.h"
#include "validators/similarity/bigrams.h"

using namespace tiku::validators;
using namespace tiku::formats;
using tiku::tests::choice;

namespace {

/// The statement, checked to be what a writer for many items writes.
Statement read(const ItemWords& words) {
  Statement statement = statementOf(words);
  std::u16string text = u"前";
  StatementWriter().append(words, text);
  CHECK(text == u"前" + statement.text);
  REQUIRE(statement.origins.size() == statement.text.size());
  return statement;
}

}  // namespace

TEST_CASE("a choice item says its stem with the right option in the blank", "[similarity]") {
  const ItemWords words = choice("用千分尺测量前应先校对（　）。", {"量程", "零位", "温度", "测力"}, {1});
  const Statement statement = read(words);
  CHECK(statement.text == u"用千分尺测量前应先校对零位");
  CHECK(statement.keyed);
  CHECK(statement.claimed);
  // 零 comes from option B, the rest from the stem; each knows its bytes.
  CHECK(statement.origins[11] == Statement::Origin{1, 0, 3});
  CHECK(statement.origins[10] == Statement::Origin{Statement::Origin::kStem, 30, 3});
}

TEST_CASE("the form of the blank, its place and the letters of the options make no difference",
          "[similarity]") {
  const std::u16string expected = read(choice("校对零位用( )进行。", {"量块", "塞尺"}, {0})).text;
  CHECK(expected == u"校对零位用量块进行");
  CHECK(read(choice("校对零位用____进行．", {"塞尺", "量块"}, {1})).text == expected);
  CHECK(read(choice("校对 零位，用（ 　 ）进行", {"塞尺", "“量块”"}, {1})).text == expected);
  // Without a blank the key follows.
  CHECK(read(choice("校对零位用哪一种量具？", {"量块", "塞尺"}, {0})).text == u"校对零位用哪一种量具量块");
}

TEST_CASE("right options of a multiple-choice item stand in the order of their words", "[similarity]") {
  ItemWords first = choice("下列属于通用量具的有（ ）。", {"千分尺", "卡尺", "塞规", "环规"}, {0, 1});
  first.type = ItemType::kMultipleChoice;
  ItemWords second = choice("下列属于通用量具的有（ ）。", {"环规", "卡尺", "塞规", "千分尺"}, {1, 3});
  second.type = ItemType::kMultipleChoice;
  CHECK(read(first).text == read(second).text);
}

TEST_CASE("an item without a key falls back to its stem and options", "[similarity]") {
  const Statement statement = read(choice("量块的用途是（ ）。", {"检定", "比较"}, {}));
  CHECK(statement.text == u"量块的用途是检定比较");
  CHECK_FALSE(statement.keyed);
  // A key that names no option is none.
  CHECK(read(choice("量块的用途是（ ）。", {"检定", "比较"}, {7})).text == statement.text);
}

TEST_CASE("a true/false item is its sentence, and knows whether the key denies it", "[similarity]") {
  ItemWords words;
  words.type = ItemType::kTrueFalse;
  words.stem = "游标卡尺可以测量转动中的工件。（ ）";
  words.truth = false;
  const Statement statement = read(words);
  CHECK(statement.text == u"游标卡尺可以测量转动中的工件");
  CHECK(statement.keyed);
  CHECK_FALSE(statement.claimed);
}

TEST_CASE("each blank of a fill-in item takes its own answer", "[similarity]") {
  ItemWords words;
  words.type = ItemType::kFillIn;
  words.stem = "量块分为（　）级和____级。";
  words.answers = {"0", "1", "2"};
  CHECK(read(words).text == u"量块分为0级和1级2");
}

TEST_CASE("width, case and punctuation go, numbers and signs stay", "[similarity]") {
  CHECK(foldedText("ＣＮＣ 机床，精度 ±０．０１ mm").text == u"cnc机床精度±0.01mm");
  CHECK(foldedText("共1,000件；1:20；第1-10页；-5℃；编号A-5。").text == u"共1,000件1:20第110页-5°c编号a5");
  CHECK(foldedText("㎏ ½ ﷺ").text.substr(0, 5) == u"kg1⁄2");
  CHECK(foldedText("…“”（）——、").text.empty());
  CHECK(foldedText("𠀀a").text == u"𠀀a");
  // Bytes that are no UTF-8 are one replacement character each, not the end of the text.
  CHECK(foldedText("甲\xFF\xE4乙").text == u"甲\uFFFD\uFFFD乙");
}

TEST_CASE("an item of the bank brings its words, key and pictures", "[similarity]") {
  TheoryItem item(Id::wellKnown(1), *Level::of(3), ItemType::kSingleChoice);
  item.stem = RichText({Paragraph{{{Inline::Kind::kText, "图中所示为", ""},
                                   {Inline::Kind::kBlank, "", ""},
                                   {Inline::Kind::kImage, "量具", "ab.png"}}}});
  item.options = {RichText::plain("塞规"), RichText::plain("环规")};
  item.key = ChoiceKey{{1}};
  const KeptWords kept(item);
  CHECK(kept.words().pictures == std::vector<std::string_view>{"ab.png"});
  CHECK(read(kept.words()).text.starts_with(u"图中所示为环规"));

  TheoryItem filled(Id::wellKnown(2), *Level::of(3), ItemType::kFillIn);
  filled.stem = RichText({Paragraph{{{Inline::Kind::kText, "零位用", ""},
                                     {Inline::Kind::kBlank, "", ""},
                                     {Inline::Kind::kText, "校对", ""}}}});
  filled.key = FillInKey{{{"量块", "标准量块"}}};
  CHECK(read(KeptWords(filled).words()).text == u"零位用量块校对");
}
