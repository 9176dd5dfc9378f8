#include "validators/rules/papers/shape.h"

#include <catch2/catch.hpp>

#include "tests/support/table_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

const Marks kOne = Marks::whole(1);
const Marks kHalf = *Marks::parse("0.5");

Blueprint planned(int number, int minutes, std::vector<PlanSection> sections) {
  Blueprint blueprint(level(number));
  blueprint.plan.minutes = minutes;
  blueprint.plan.sections = std::move(sections);
  return blueprint;
}

}  // namespace

TEST_CASE("the six structures of 第十四条 are accepted, whatever the order of their sections") {
  using enum ItemType;
  const std::vector<Blueprint> plans{
      planned(5, 60, {{kSingleChoice, 80, kOne}, {kTrueFalse, 20, kOne}}),
      planned(4, 90, {{kTrueFalse, 40, kHalf}, {kSingleChoice, 80, kOne}}),
      planned(4, 120, {{kSingleChoice, 160, kHalf}, {kTrueFalse, 40, kHalf}}),
      planned(3, 60, {{kSingleChoice, 70, kOne}, {kMultipleChoice, 10, kOne}, {kTrueFalse, 20, kOne}}),
      planned(3, 90, {{kSingleChoice, 60, kOne}, {kMultipleChoice, 20, kOne}, {kTrueFalse, 40, kHalf}}),
      planned(3, 120, {{kSingleChoice, 120, kHalf}, {kMultipleChoice, 20, kOne}, {kTrueFalse, 40, kHalf}})};
  for (const Blueprint& plan : plans) CHECK(findingsOf(bankWith(plan), PaperShapeRule::kId).empty());
}

TEST_CASE("another plan is told with the structure of the same time") {
  using enum ItemType;
  // The plan of a real examination in another province.
  const auto found = findingsOf(
      bankWith(planned(3, 90,
                       {{kTrueFalse, 40, kHalf}, {kSingleChoice, 140, kHalf}, {kMultipleChoice, 10, kOne}})),
      PaperShapeRule::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message ==
        "三级组卷方案（90 分钟：单选题 140 道×0.5 分、多选题 10 道×1 分、判断题 40 道×0.5 "
        "分）不是规定的试卷结构；"
        "相近的是 90 分钟：单选题 60 道×1 分、多选题 20 道×1 分、判断题 40 道×0.5 分（第十四条）。");
}

TEST_CASE("a paper is judged as it is made up, and 二级 is free") {
  TheoryItem item = judgement("量具应定期检定。");
  Paper paper(Id::random(), level(3), Paper::Kind::kTheory);
  paper.number = "A";
  paper.minutes = 60;
  paper.sections = {{"一", {{item.id, kOne}}}};
  const auto found = findingsOf(bankWith(item, paper), PaperShapeRule::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].subject.id == paper.id);
  CHECK(found[0].measured == "60 分钟：判断题 1 道×1 分");
  CHECK(findingsOf(bankWith(planned(2, 60, {{ItemType::kEssay, 1, kOne}})), PaperShapeRule::kId).empty());
}
