#include "validators/rules/blueprint/codes.h"

#include <catch2/catch.hpp>

#include "tests/support/table_stories.h"
#include "validators/rules/support/causes.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

std::vector<Finding> judged(const Blueprint& table) {
  Bank bank = bankOfLevel(3);
  bank.apply(Edit().put(table));
  return findingsOf(bank, Codes::kId);
}

}  // namespace

TEST_CASE("codes in order are right: letters, padded numbers, and the Shanghai table's plain ones from 0") {
  Scope shanghai = scope("1", "检修", "75", {scope("1", "拆装", "40", 12), scope("2", "装配", "35", 3)});
  for (std::size_t i = 0; i < 12; ++i) shanghai.scopes[0].points[i].code = std::to_string(i + 1);
  CHECK(judged(blueprint(3, scope("0", "基本要求", "25", 4), shanghai)).empty());
  CHECK(judged(blueprint(3, scope("A", "基本要求", "25", 100), scope("B", "检修", "75", 100))).empty());
}

TEST_CASE("a gap is told with the codes that are missing, in the way they are written") {
  Blueprint table = blueprint(3, scope("A", "基本要求", "25", 120), scope("C", "检修", "75", 150));
  table.theory.tops[0].scope.points.erase(table.theory.tops[0].scope.points.begin() + 8,
                                          table.theory.tops[0].scope.points.begin() + 10);
  const auto found = judged(table);
  REQUIRE(found.size() == 2);
  CHECK(found[1].message ==
        "三级 · 基本要求 A「基本要求」下的代码不连续，缺 009、010（默认值，非法规条文）。");
  CHECK(found[1].subject.id == table.theory.tops[0].scope.id);
  CHECK(found[1].measured == "2");
  CHECK_FALSE(found[1].cause);
  CHECK(found[0].message == "三级理论知识细目表下的代码不连续，缺 B（默认值，非法规条文）。");
}

TEST_CASE("a gap where points are missing anyway folds under that finding") {
  Blueprint table = blueprint(3, scope("A", "基本要求", "50", 100), scope("B", "检修", "50", 100));
  table.theory.tops[0].scope.points.erase(table.theory.tops[0].scope.points.begin() + 8);
  const auto found = judged(table);
  REQUIRE(found.size() == 1);
  CHECK(found[0].cause == FindingKey{std::string(kPointsPerWeightRule), table.theory.tops[0].scope.id, {}});
}

TEST_CASE("repeated and empty codes are told once for each scope, codes in no known order only that") {
  Scope basic = scope("A", "基本要求", "25", 4);
  basic.points[1].code = "001";
  basic.points[3].code = "";
  Scope work = scope("B", "检修", "75", 3);
  work.points[0].code = "甲";
  work.points[1].code = "丙";
  CHECK(messagesOf(judged(blueprint(3, basic, work))) ==
        std::vector<std::string>{"三级 · 基本要求 A「基本要求」下有 1 个没有代码（默认值，非法规条文）。",
                                 "三级 · 基本要求 A「基本要求」下的代码 001 重复（默认值，非法规条文）。"});
}
