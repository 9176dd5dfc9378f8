#include "validators/rules/coverage/points_per_level.h"

#include <catch2/catch.hpp>

#include "tests/support/table_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

std::vector<Finding> coverageOf(const Bank& bank) {
  std::vector<Finding> found = check(bank, Profile::load("guizhou"));
  std::erase_if(found, [](const Finding& finding) {
    return finding.rule != kPointsPerLevelRule && finding.rule != kPointsPerWeightRule;
  });
  return found;
}

Bank bankWithTable(const Blueprint& table) {
  Bank bank = bankOfLevel(3);
  bank.apply(Edit().put(table));
  return bank;
}

}  // namespace

TEST_CASE("a level with fewer than 200 points says how many are missing, with the short scopes under it") {
  const auto found =
      coverageOf(bankWithTable(blueprint(3, scope("A", "基本要求", "50", 60), scope("B", "检修", "50", 70))));
  REQUIRE(found.size() == 3);
  CHECK(found[0].rule == kPointsPerLevelRule);
  CHECK(found[0].message == "三级理论知识考评点共 130 个，少于 200 个（第六条（一））。");
  CHECK(found[0].advice == "补 70 个考评点；先补少于权重倍数的考评范围。");
  CHECK(found[0].subject.id == Blueprint::idOf(level(3)));
  CHECK_FALSE(found[0].cause);
  CHECK(found[1].cause == found[0].key());
  CHECK(found[2].cause == found[0].key());
}

TEST_CASE("one point missing in one scope is one finding: the level's folds under the scope's") {
  const auto found = coverageOf(
      bankWithTable(blueprint(3, scope("A", "基本要求", "50", 99), scope("B", "检修", "50", 100))));
  REQUIRE(found.size() == 2);
  CHECK(found[0].rule == kPointsPerLevelRule);
  CHECK(found[0].cause == found[1].key());
  CHECK(found[1].message ==
        "三级 · 基本要求 A「基本要求」权重 50，考评点 99 个，少于 100 个（第六条（一））。");
  CHECK_FALSE(found[1].cause);
  CHECK(summarise(found).errors == 1);
}

TEST_CASE("a point that was deleted under its items is told once, where the items are") {
  Blueprint table = blueprint(3, scope("A", "基本要求", "50", 100), scope("B", "检修", "50", 100));
  Bank bank = bankWithTable(table);
  Edit items;
  for (const auto& top : table.theory.tops) {
    for (const Point& point : top.scope.points) {
      put(items, point.id, ItemType::kSingleChoice, 3);
      put(items, point.id, ItemType::kMultipleChoice, 2);
      put(items, point.id, ItemType::kTrueFalse, 2);
    }
  }
  bank.apply(items);
  const auto rootsOf = [&bank] {
    std::vector<Finding> found = check(bank, Profile::load("guizhou"));
    std::erase_if(found, [](const Finding& finding) {
      // What the bare items of this story lack in words is not its matter.
      return finding.cause || finding.rule.starts_with("items/stem") ||
             finding.rule.starts_with("items/key") || finding.rule.starts_with("items/opt") ||
             finding.rule.starts_with("items/diff") || finding.rule.starts_with("items/cons") ||
             finding.rule.starts_with("items/blank") || finding.rule.starts_with("duplicates/");
    });
    std::vector<std::string> rules;
    for (const Finding& finding : found) rules.push_back(finding.rule);
    return rules;
  };
  const std::vector<std::string> before = rootsOf();

  table.theory.tops[0].scope.points.erase(table.theory.tops[0].scope.points.begin() + 40);
  bank.apply(Edit().put(table));

  std::vector<std::string> expected = before;
  expected.push_back("items/point-missing");
  std::ranges::sort(expected);
  std::vector<std::string> now = rootsOf();
  std::ranges::sort(now);
  CHECK(now == expected);
}

TEST_CASE("a level without any element table is not counted here") {
  Bank bank = bankOfLevel(3);
  CHECK(coverageOf(bank).empty());
  bank.apply(Edit().put(Blueprint(level(3))));
  CHECK(coverageOf(bank).empty());
}
