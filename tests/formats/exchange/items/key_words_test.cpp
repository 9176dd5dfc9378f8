#include "formats/exchange/items/key_words.h"

#include <catch2/catch.hpp>

#include "formats/exchange/items/stem.h"
#include "formats/exchange/items/type_words.h"

using namespace tiku::formats;

namespace {

TheoryItem item(ItemType type, const std::string& stem, const std::vector<std::string>& options = {}) {
  TheoryItem made(Id::random(), *Level::of(3), type);
  made.stem = RichText::plain(stem);
  for (const std::string& option : options) made.options.push_back(RichText::plain(option));
  return made;
}

const std::vector<std::string> kMachineTools{"车床", "铣床", "磨床", "钻床"};

Key rightOnes(std::vector<int> options) {
  return ChoiceKey{std::move(options)};
}

}  // namespace

TEST_CASE("the key of a rightOnes is read as people write it") {
  const TheoryItem single = item(ItemType::kSingleChoice, "（　）", kMachineTools);
  for (const char* words : {"C", " c ", "Ｃ", "[C]", "C 磨床", "C.磨床", "C、磨床", "磨床", "(C)。"}) {
    INFO(words);
    CHECK(keyFromWords(words, single) == rightOnes({2}));
  }
  const TheoryItem multiple = item(ItemType::kMultipleChoice, "（　）", kMachineTools);
  for (const char* words : {"ABD", "A,B,D", "a、b、d", "A|B|D", "A B D", "DBA"}) {
    INFO(words);
    CHECK(keyFromWords(words, multiple) == rightOnes({0, 1, 3}));
  }
}

TEST_CASE("what is no key of the item is not taken for one") {
  const TheoryItem single = item(ItemType::kSingleChoice, "（　）", kMachineTools);
  for (const char* words : {"E", "AB", "略", "", "A 铣床"}) {
    INFO(words);
    CHECK_FALSE(keyFromWords(words, single));
  }
  CHECK_FALSE(keyFromWords("大概", item(ItemType::kTrueFalse, "")));
  CHECK_FALSE(keyFromWords("甲、乙", item(ItemType::kFillIn, "")) == std::nullopt);
}

TEST_CASE("judgements are read in all the signs met, and 0 and 1 as the user says") {
  const TheoryItem judgement = item(ItemType::kTrueFalse, "");
  for (const char* words : {"√", "对", "正确", "T", "y", "A", "1", "（√）", "✓"}) {
    INFO(words);
    CHECK(keyFromWords(words, judgement) == Key(JudgementKey{true}));
  }
  for (const char* words : {"×", "错", "错误", "F", "n", "B", "0", "2", "(×)", "X"}) {
    INFO(words);
    CHECK(keyFromWords(words, judgement) == Key(JudgementKey{false}));
  }
  CHECK(keyFromWords("0", judgement, JudgementCode::kZeroRight) == Key(JudgementKey{true}));
  CHECK(keyFromWords("1", judgement, JudgementCode::kZeroRight) == Key(JudgementKey{false}));
}

TEST_CASE("a fill-in needs words for each blank") {
  TheoryItem two = item(ItemType::kFillIn, "分为______和（　　）两种。");
  settleStem(two);
  REQUIRE(two.stem.blankCount() == 2);
  CHECK(keyFromWords("直流电；交流电", two) == Key(FillInKey{{{"直流电"}, {"交流电"}}}));
  CHECK(keyFromWords("直流电、交流电", two) == Key(FillInKey{{{"直流电"}, {"交流电"}}}));
  CHECK_FALSE(keyFromWords("直流电", two));
}

TEST_CASE("an answer in the stem's brackets becomes the key and leaves a blank") {
  TheoryItem single = item(ItemType::kSingleChoice, "外圆用( B )加工（常用）。", kMachineTools);
  settleStem(single);
  CHECK(single.stem.str() == "外圆用（　）加工（常用）。");
  CHECK(single.key == rightOnes({1}));

  TheoryItem multiple = item(ItemType::kMultipleChoice, "属于金属切削机床的有（ acd ）。", kMachineTools);
  settleStem(multiple);
  CHECK(multiple.key == rightOnes({0, 2, 3}));

  TheoryItem judgement = item(ItemType::kTrueFalse, "车床可以加工外圆。（错误）");
  settleStem(judgement);
  CHECK(judgement.stem.str() == "车床可以加工外圆。");
  CHECK(judgement.key == Key(JudgementKey{false}));
}

TEST_CASE("a letter in brackets that is part of the words stays where it is") {
  TheoryItem vitamin = item(ItemType::kSingleChoice, "缺乏维生素（A）会引起（　）。", kMachineTools);
  settleStem(vitamin);
  CHECK(vitamin.stem.str() == "缺乏维生素（A）会引起（　）。");
  CHECK(vitamin.key == Key());

  TheoryItem grade = item(ItemType::kSingleChoice, "螺栓等级（F）指。", kMachineTools);
  settleStem(grade);
  CHECK(grade.stem.str() == "螺栓等级（F）指。");
  CHECK(grade.key == Key());

  TheoryItem risk = item(ItemType::kTrueFalse, "重大风险为一级（A）。");
  settleStem(risk);
  CHECK(risk.stem.str() == "重大风险为一级（A）。");
  CHECK(risk.key == Key());
}

TEST_CASE("types are known by the names in use, and 选择题 says neither") {
  CHECK(itemTypeByName("单项选择题") == ItemType::kSingleChoice);
  CHECK(itemTypeByName(" 多 选 ") == ItemType::kMultipleChoice);
  CHECK(itemTypeByName("判断题") == ItemType::kTrueFalse);
  CHECK(itemTypeByName("案例分析题") == ItemType::kCaseAnalysis);
  CHECK_FALSE(itemTypeByName("选择题"));
  CHECK_FALSE(itemTypeByName("单选题目"));
  CHECK(itemTypeByLetter('G') == ItemType::kMultipleChoice);
}
