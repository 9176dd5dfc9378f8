#include "validators/rules/coverage/points_per_weight.h"

#include <catch2/catch.hpp>

#include "tests/support/table_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

std::vector<Finding> judged(const Blueprint& blueprint) {
  Bank bank = bankOfLevel(3);
  bank.apply(Edit().put(blueprint));
  return findingsOf(bank, PointsPerWeight::kId);
}

}  // namespace

TEST_CASE("a scope with fewer points than twice its weight is one finding that says how many are missing") {
  const Blueprint table = blueprint(3, scope("A", "基本要求", "75", 160), scope("B", "智能训练", "25", 41));

  const std::vector<Finding> found = judged(table);

  REQUIRE(found.size() == 1);
  CHECK(found[0].clause == "第六条（一）");
  CHECK(found[0].severity == Severity::kError);
  CHECK(found[0].subject.id == table.theory.tops[1].scope.id);
  CHECK(found[0].subject.object == table.id);
  CHECK(found[0].subject.level == level(3));
  CHECK(found[0].measured == "41");
  CHECK(found[0].required == "50");
  CHECK(found[0].message ==
        "三级 · 相关知识 B「智能训练」权重 25，考评点 41 个，少于 50 个（第六条（一））。");
  CHECK(found[0].advice == "补 9 个考评点，或核对权重。");
  CHECK_FALSE(found[0].cause);
}

TEST_CASE("a half weight asks for a whole number of points, rounded up") {
  Blueprint table(level(3));
  table.theory.tops.push_back({Part::kWork, scope("B", "培训", "2.25", 4)});
  CHECK(judged(table).at(0).required == "5");
  table.theory.tops[0].scope.weight = Weight::parse("2");
  CHECK(judged(table).empty());
}

TEST_CASE("where the standard has a weight table its rows bind and deeper scopes are information only") {
  Standard standard;
  standard.theoryWeights = {row(WeightRow::Kind::kEthics, "职业道德", 3, 5),
                            row(WeightRow::Kind::kFunction, "智能训练", 3, 95)};
  const Scope training =
      scope("A", "智能训练", "95", {scope("A", "规范制定", "45", 70), scope("B", "算法测试", "50", 120)});
  Bank bank = bankOfLevel(3);
  bank.apply(
      Edit().put(standard).put(blueprint(3, scope("A", "基本要求", "5", {scope("A", "职业道德", "5", 10)}),
                                         scope("B", "相关知识要求", "95", {training}))));

  const std::vector<Finding> found = findingsOf(bank, PointsPerWeight::kId);

  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kInfo);
  CHECK(found[0].message ==
        "三级 · 相关知识 B-A-A「规范制定」权重 45，考评点 70 个，少于 90 个（第六条（一））。");
}

TEST_CASE("without a standard the scopes under the headings bind, and a deeper gap folds under theirs") {
  const Blueprint table =
      blueprint(3, scope("A", "基本要求", "25", {scope("A", "职业道德", "25", 60)}),
                scope("B", "相关知识", "75", {scope("A", "检修", "75", {scope("A", "拆装", "75", 149)})}));
  const std::vector<Finding> found = judged(table);
  REQUIRE(found.size() == 2);
  CHECK(found[0].message ==
        "三级 · 相关知识 B-A「检修」权重 75，考评点 149 个，少于 150 个（第六条（一））。");
  CHECK(found[1].severity == Severity::kInfo);
  CHECK(found[1].cause == found[0].key());
}
