#include "validators/rules/duplicates/skills_cross_level.h"

#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

TEST_CASE("an operational task given at two levels is an error whatever the titles say") {
  SkillItem four(Id::random(), level(4));
  four.title = "更换制动片";
  four.task = text("（1）举升车辆，更换左前轮制动片。");
  SkillItem three(Id::random(), level(3));
  three.title = "制动系统检修";
  three.task = text("(1) 举升车辆，更换左前轮制动片");

  const std::vector<Finding> found = findingsOf(bankWith(four, three), SkillsCrossLevel::kId);

  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kError);
  CHECK(found[0].clause == "第六条（四）");
  CHECK(found[0].subject.id == three.id);
  CHECK(found[0].message ==
        "三级操作题《制动系统检修》与四级操作题《更换制动片》的任务相同，操作技能试题各等级之间不应重复（第六"
        "条（四））。");
  three.level = level(4);
  CHECK(findingsOf(bankWith(four, three), SkillsCrossLevel::kId).empty());
}
