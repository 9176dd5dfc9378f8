#include "validators/rules/duplicates/cross_level.h"

#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

/// The same question as typed by someone else: other blank, width, spaces and order of the options.
struct Pair {
  TheoryItem lower = choice("游标卡尺的精度是（　）mm。", {"0.1", "0.2", "0.5", "0.02"}, "D");
  TheoryItem upper = choice("游标卡尺的精度是 ____ ｍｍ", {"0.02", "0.5", "０.1", "0.2"}, "A");

  Pair() {
    lower.level = level(4);
    lower.code = "B-B-001-001";
    upper.level = level(3);
  }
};

}  // namespace

TEST_CASE("a 工作要求 item that repeats one of a lower level is an error naming both") {
  const Blueprint four = blueprintWithPoint(level(4), Part::kWork, "量具");
  const Blueprint three = blueprintWithPoint(level(3), Part::kWork, "量具");
  Pair pair;
  pair.lower.point = pointOf(four);
  pair.upper.point = pointOf(three);

  const std::vector<Finding> found =
      findingsOf(bankWith(four, three, pair.lower, pair.upper), CrossLevel::kId);

  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kError);
  CHECK(found[0].clause == "第六条（四）");
  CHECK(found[0].subject.id == pair.upper.id);
  CHECK(found[0].measured == "2");
  CHECK(found[0].required == "1");
  CHECK(found[0].message ==
        "三级单选题“游标卡尺的精度是 ____ ｍｍ”与四级单选题 "
        "B-B-001-001“游标卡尺的精度是（　）mm。”内容相同，“工作要求”部分的试题"
        "各等级之间不应重复（第六条（四））。");
  CHECK(found[0].advice == "在三级改写或删去这道题，使考查内容与该等级相称。");
}

TEST_CASE("基本要求 items may be shared by levels, but only when both are shown to be such") {
  const Blueprint four = blueprintWithPoint(level(4), Part::kBasic, "职业守则");
  const Blueprint three = blueprintWithPoint(level(3), Part::kBasic, "职业守则");
  Pair pair;
  pair.lower.point = pointOf(four);
  pair.upper.point = pointOf(three);
  CHECK(findingsOf(bankWith(four, three, pair.lower, pair.upper), CrossLevel::kId).empty());

  pair.upper.point.reset();
  const std::vector<Finding> found =
      findingsOf(bankWith(four, three, pair.lower, pair.upper), CrossLevel::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kError);
  CHECK(found[0].message ==
        "三级单选题“游标卡尺的精度是 ____ ｍｍ”与四级单选题 "
        "B-B-001-001“游标卡尺的精度是（　）mm。”内容相同；其中有试题没有挂考评点，"
        "按“工作要求”看待，各等级之间不应重复（第六条（四））。");
  CHECK(found[0].advice == "若属“基本要求”，把两道题都挂到基本要求的考评点上；否则改写或删去其中一道。");
}

TEST_CASE("other options, other figures and another level's retired item are no repetition") {
  Pair pair;
  pair.upper.options[1] = text("0.05");
  CHECK(findingsOf(bankWith(pair.lower, pair.upper), CrossLevel::kId).empty());
  pair = Pair();
  pair.lower.status = ItemStatus::kRetired;
  CHECK(findingsOf(bankWith(pair.lower, pair.upper), CrossLevel::kId).empty());
  TheoryItem left = judgement("图示符号是接地。");
  TheoryItem right = judgement("图示符号是接地。");
  left.stem =
      RichText({Paragraph{{{Inline::Kind::kImage, "", "a.png"}, {Inline::Kind::kText, "是接地。", ""}}}});
  right.stem =
      RichText({Paragraph{{{Inline::Kind::kImage, "", "b.png"}, {Inline::Kind::kText, "是接地。", ""}}}});
  right.level = level(4);
  CHECK(findingsOf(bankWith(left, right), CrossLevel::kId).empty());
}

TEST_CASE("moving a scope to 基本要求 takes the findings of its items back") {
  Blueprint four = blueprintWithPoint(level(4), Part::kBasic, "职业守则");
  Blueprint three = blueprintWithPoint(level(3), Part::kWork, "职业守则");
  Pair pair;
  pair.lower.point = pointOf(four);
  pair.upper.point = pointOf(three);
  Bank bank = bankWith(four, three, pair.lower, pair.upper);
  Checker checker(bank, Profile::load("guizhou"));
  const auto repeats = [&] {
    const auto found = checker.findingsOf(pair.upper.id);
    return std::ranges::count(found, CrossLevel::kId, &Finding::rule);
  };
  CHECK(repeats() == 1);
  three.theory.tops[0].part = Part::kBasic;
  bank.apply(Edit().put(three));
  CHECK(repeats() == 0);
}
