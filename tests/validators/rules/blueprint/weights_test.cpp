// weights-missing, weights-sum and weights-standard look at the same figures from three sides.
#include <catch2/catch.hpp>

#include "tests/support/table_stories.h"
#include "validators/rules/blueprint/weights_missing.h"
#include "validators/rules/blueprint/weights_standard.h"
#include "validators/rules/blueprint/weights_sum.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

std::vector<Finding> judged(const Blueprint& table, std::string_view rule) {
  Bank bank = bankOfLevel(3);
  bank.apply(Edit().put(table));
  return findingsOf(bank, rule);
}

}  // namespace

TEST_CASE("scopes that must have a weight and have none are one finding, each under it") {
  const Blueprint table =
      blueprint(3, scope("A", "基本要求", "25", {scope("A", "职业道德", ""), scope("B", "基础知识", "")}),
                scope("B", "检修", "75", {scope("A", "拆装", "")}));
  const auto found = judged(table, WeightsMissing::kId);
  REQUIRE(found.size() == 3);
  CHECK(found[0].message == "三级细目表有 2 个考评范围没有权重，无法核对考评点数量（第六条（一））。");
  CHECK(found[0].measured == "2");
  CHECK(found[1].message == "三级 · 基本要求 A-A「职业道德」没有权重（第六条（一））。");
  CHECK(found[1].cause == found[0].key());
  CHECK(found[2].subject.id == table.theory.tops[0].scope.scopes[1].id);
  CHECK(judged(table, WeightsSum::kId).empty());
}

TEST_CASE("a scope must have a weight where a sibling has one") {
  const Blueprint table =
      blueprint(3, scope("A", "基本要求", "25"),
                scope("B", "检修", "75", {scope("A", "拆装", "30"), scope("B", "装配", "")}));
  CHECK(judged(table, WeightsMissing::kId).at(1).subject.id == table.theory.tops[1].scope.scopes[1].id);
}

TEST_CASE("the weights of the tops come to 100, those of children to their parent's") {
  const Blueprint table =
      blueprint(3, scope("A", "基本要求", "25"),
                scope("B", "检修", "70", {scope("A", "拆装", "30"), scope("B", "装配", "39.5")}));
  const auto found = judged(table, WeightsSum::kId);
  REQUIRE(found.size() == 2);
  CHECK(found[0].severity == Severity::kWarning);
  CHECK(found[0].message == "三级理论知识细目表一级考评范围的权重合计 95，不是 100（默认值，非法规条文）。");
  CHECK(found[0].subject.field == "theory");
  CHECK(found[1].message ==
        "三级 · 相关知识 B「检修」权重 70，下级考评范围的权重合计 69.5，两者不等（默认值，非法规条文）。");
  CHECK(found[1].measured == "69.5");
  CHECK(found[1].required == "70");
}

TEST_CASE("points that carry a 分数系数 of 0.5 are no weights: 300 of them come to 150, and that is right") {
  Scope basic = scope("0", "基本要求", "25", 100);
  Scope work = scope("1", "检修", "75", 200);
  for (Point& point : basic.points) point.weight = Weight::parse("0.5");
  for (Point& point : work.points) point.weight = Weight::parse("0.5");
  CHECK(judged(blueprint(3, basic, work), WeightsSum::kId).empty());
}

TEST_CASE("the table carries the weights of the standard's rows, found by name or by trace") {
  Standard standard;
  Function training;
  training.id = Id::random();
  training.name = "智能训练";
  LevelRequirements requirements(level(3));
  requirements.functions = {training};
  standard.levels = {requirements};
  standard.theoryWeights = {row(WeightRow::Kind::kEthics, "职业道德", 3, 5),
                            row(WeightRow::Kind::kFoundation, "基础知识", 3, 20),
                            row(WeightRow::Kind::kFunction, "智能训练", 3, 75)};
  Scope traced = scope("A", "训练与调优", "70");
  traced.requirement = training.id;
  const Blueprint table = blueprint(3, scope("A", "基本要求", "30", {scope("A", "职 业 道 德", "5")}),
                                    scope("B", "相关知识要求", "70", {traced, scope("B", "系统设计", "0")}));
  Bank bank = bankOfLevel(3);
  bank.apply(Edit().put(standard).put(table));
  CHECK(
      messagesOf(findingsOf(bank, WeightsStandard::kId)) ==
      std::vector<std::string>{
          "标准的理论知识权重表中，三级「基础知识」占 20，细目表里没有对应的考评范围（默认值，非法规条文）。",
          "三级 · 相关知识 B-A「训练与调优」权重 70，标准的理论知识权重表为 75（默认值，非法规条文）。",
          "三级 · 相关知识 "
          "B-B「系统设计」在标准的理论知识权重表中没有对应的职业功能（默认值，非法规条文）。"});
}
