#include "validators/rules/blueprint/names.h"

#include <catch2/catch.hpp>

#include "tests/support/table_stories.h"
#include "validators/rules/blueprint/importance_missing.h"
#include "validators/rules/blueprint/names_across_levels.h"

using namespace tiku::formats;
using namespace tiku::validators;

TEST_CASE("two points of a level with the same name, spaces and width apart, are told on the later one") {
  Scope basic = scope("A", "基本要求", "25", 1);
  basic.points[0].name = "C语言的 if 语句";
  Scope work = scope("B", "检修", "75", 2);
  work.points[1].name = "Ｃ语言的if语句";
  const Blueprint table = blueprint(3, basic, work);
  const auto found = findingsOf(bankWith(table), Names::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].subject.id == work.points[1].id);
  CHECK(found[0].message ==
        "三级 · 相关知识 B-002「Ｃ语言的if语句」与同级的 A-001 名称相同（默认值，非法规条文）。");
}

TEST_CASE(
    "a point of 相关知识 with the name of one at a lower level is told on the higher level, 基本要求 is "
    "not") {
  const Blueprint four = blueprint(4, scope("A", "基本要求", "25", 1), scope("B", "检修", "75", 1));
  const Blueprint three = blueprint(3, scope("A", "基本要求", "25", 1), scope("B", "检修", "75", 1));
  const auto found = findingsOf(bankWith(three, four), NamesAcrossLevels::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].subject.id == three.theory.tops[1].scope.points[0].id);
  CHECK(found[0].subject.level == level(3));
  CHECK(found[0].message ==
        "三级 · 相关知识 B-001「检修之1」与四级的 B-001 名称相同（默认值，非法规条文）。");
}

TEST_CASE("a table without marks of importance is one piece of information, however many points it has") {
  Scope basic = scope("A", "基本要求", "25", 30);
  for (std::size_t i = 0; i < 12; ++i) basic.points[i].importance.reset();
  const auto found =
      findingsOf(bankWith(blueprint(3, basic, scope("B", "检修", "75", 5))), ImportanceMissing::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kInfo);
  CHECK(found[0].message ==
        "三级理论知识 35 个考评点中，有 12 个没有标重要程度 X、Y 或 Z（默认值，非法规条文）。");
}
