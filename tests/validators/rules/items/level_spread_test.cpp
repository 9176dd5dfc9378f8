// What a level's items show only together.
#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"
#include "validators/checker/apply_fix.h"
#include "validators/rules/items/difficulty_spread.h"
#include "validators/rules/items/final_stop.h"
#include "validators/rules/items/key_balance.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

/// As many 单选 with each key as given, A to D.
Bank keyed(std::initializer_list<int> counts) {
  Bank bank = bankWith();
  Edit edit;
  char letter = 'A';
  for (const int count : counts) {
    for (int i = 0; i < count; ++i) {
      edit.put(choice("第" + std::to_string(i) + "种量具是（　）。", {"卡尺", "扳手", "千分尺", "锉刀"},
                      std::string(1, letter)));
    }
    ++letter;
  }
  bank.apply(edit);
  return bank;
}

Bank graded(std::initializer_list<int> counts) {
  Bank bank = bankWith();
  Edit edit;
  int grade = 1;
  for (const int count : counts) {
    for (int i = 0; i < count; ++i) {
      TheoryItem item = judgement("第" + std::to_string(i) + "种量具应定期检定。", i % 2 == 0);
      item.difficulty = grade;
      edit.put(item);
    }
    ++grade;
  }
  bank.apply(edit);
  return bank;
}

}  // namespace

TEST_CASE("keys that crowd at one position are one finding with all shares") {
  const std::vector<Finding> found = findingsOf(keyed({40, 22, 20, 18}), KeyBalance::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kInfo);
  CHECK(found[0].subject.id == Blueprint::idOf(level(3)));
  CHECK(found[0].measured == "A 40% B 22% C 20% D 18%");
  CHECK(found[0].required == "20–30%");
  CHECK(found[0].message ==
        "三级 100 道单选题的答案位置不均：A 40% B 22% C 20% D 18%，每个位置宜占 "
        "20–30%（默认值，非法规条文）。");
}

TEST_CASE("what chance explains is not blamed: 33 of 100 no, 330 of 1000 yes, and few items never") {
  CHECK(findingsOf(keyed({33, 24, 22, 21}), KeyBalance::kId).empty());
  CHECK(findingsOf(keyed({330, 240, 220, 210}), KeyBalance::kId).size() == 1);
  CHECK(findingsOf(keyed({39, 0, 0, 0}), KeyBalance::kId).empty());
}

TEST_CASE("judgements that are nearly all true are told") {
  Bank bank = bankWith();
  Edit edit;
  for (int i = 0; i < 100; ++i) {
    edit.put(judgement("第" + std::to_string(i) + "种量具应定期检定。", i >= 20));
  }
  bank.apply(edit);
  CHECK(
      messagesOf(findingsOf(bank, KeyBalance::kId)) ==
      std::vector<std::string>{"三级 100 道判断题中答案为正确的占 80%，宜占 40–60%（默认值，非法规条文）。"});
}

TEST_CASE("a level uses all difficulties, most of them 3") {
  CHECK(findingsOf(graded({10, 20, 50, 20, 10}), DifficultySpread::kId).empty());
  CHECK_THAT(messagesOf(findingsOf(graded({0, 60, 50, 20, 0}), DifficultySpread::kId)),
             Catch::UnorderedEquals(std::vector<std::string>{
                 "三级 130 道理论题没有难度为 1、5 的（默认值，非法规条文）。",
                 "三级 130 道理论题中难度 2 的最多（60 道），宜以难度 3 为主（默认值，非法规条文）。"}));
  CHECK(findingsOf(graded({0, 60, 30, 0, 0}), DifficultySpread::kId).empty());
}

TEST_CASE("a judgement without its full stop is told where the level's others have theirs, and mended") {
  Bank bank = graded({0, 0, 24, 0, 0});
  const TheoryItem bare = judgement("量块使用后应擦净涂油", true);
  const TheoryItem asked = judgement("塞尺可以弯折使用（　）", false);
  bank.apply(
      Edit().put(bare).put(asked).put(judgement("R=U/I", true)).put(judgement("量具保养。（　）", true)));
  const std::vector<Finding> found = findingsOf(bank, FinalStop::kId);
  REQUIRE(found.size() == 2);
  const Finding& one = found[found[0].subject.id == bare.id ? 0 : 1];
  CHECK(one.severity == Severity::kWarning);
  CHECK(one.subject.range == TextRange{9, 1});
  CHECK(
      one.message ==
      "三级判断题“量块使用后应擦净涂油”的题干没有句末标点，本等级同题型的题目大多有（默认值，非法规条文）。");
  for (const Finding& finding : found) {
    const auto edit = editOf(finding, bank);
    REQUIRE(edit);
    bank.apply(*edit);
  }
  CHECK(bank.find<TheoryItem>(bare.id)->stem.str() == "量块使用后应擦净涂油。");
  CHECK(bank.find<TheoryItem>(asked.id)->stem.str() == "塞尺可以弯折使用。（　）");
  CHECK(findingsOf(bank, FinalStop::kId).empty());
}

TEST_CASE("a level that leaves the full stops out has its own style, and a few items show none") {
  Bank bank = bankWith();
  Edit edit;
  for (int i = 0; i < 30; ++i) edit.put(judgement("第" + std::to_string(i) + "种量具应定期检定", true));
  for (int i = 0; i < 60; ++i) edit.put(judgement("第" + std::to_string(i) + "种夹具应定期保养。", true));
  bank.apply(edit);
  CHECK(findingsOf(bank, FinalStop::kId).empty());
  Bank few = graded({0, 0, 10, 0, 0});
  few.apply(Edit().put(judgement("量块使用后应擦净涂油", true)));
  CHECK(findingsOf(few, FinalStop::kId).empty());
}
