#include "validators/rules/coverage/points_per_weight.h"

#include <catch2/catch.hpp>

#include "validators/checker/checker.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

const Level kThree = *Level::of(3);

Scope scope(const char* code, const char* name, const char* weight, int points) {
  Scope made;
  made.id = Id::random();
  made.code = code;
  made.name = name;
  made.weight = Weight::parse(weight);
  for (int i = 1; i <= points; ++i) {
    Point point;
    point.id = Id::random();
    point.code = (i < 10 ? "00" : "0") + std::to_string(i);
    point.name = "第" + std::to_string(i) + "点";
    made.points.push_back(point);
  }
  return made;
}

Bank bankWith(const Blueprint& blueprint) {
  BankInfo info;
  info.levels = {kThree};
  Bank bank(info);
  bank.apply(Edit().put(blueprint));
  return bank;
}

std::vector<Finding> findingsIn(const Bank& bank) {
  std::vector<Finding> found = check(bank, Profile::load("guizhou"));
  std::erase_if(found, [](const Finding& finding) { return finding.rule != PointsPerWeight::kId; });
  return found;
}

}  // namespace

TEST_CASE("a scope with fewer points than twice its weight is one finding that says how many are missing") {
  Blueprint blueprint(kThree);
  blueprint.theory.tops.push_back({Part::kBasic, scope("A", "基本要求", "75", 150)});
  blueprint.theory.tops.push_back({Part::kWork, scope("B", "智能训练", "25", 41)});

  const std::vector<Finding> found = findingsIn(bankWith(blueprint));

  REQUIRE(found.size() == 1);
  CHECK(found[0].clause == "第六条（一）");
  CHECK(found[0].severity == Severity::kError);
  CHECK(found[0].subject.id == blueprint.theory.tops[1].scope.id);
  CHECK(found[0].subject.object == blueprint.id);
  CHECK(found[0].subject.level == kThree);
  CHECK(found[0].measured == "41");
  CHECK(found[0].required == "50");
  CHECK(found[0].message ==
        "三级 · 相关知识 B「智能训练」权重 25，考评点 41 个，少于 50 个（第六条（一））。");
  CHECK(found[0].advice == "补 9 个考评点，或核对权重。");
}

TEST_CASE("a half weight asks for a whole number of points, rounded up") {
  Blueprint blueprint(kThree);
  blueprint.theory.tops.push_back({Part::kWork, scope("B", "培训", "2.25", 4)});
  CHECK(findingsIn(bankWith(blueprint)).at(0).required == "5");
  blueprint.theory.tops[0].scope.weight = Weight::parse("2");
  CHECK(findingsIn(bankWith(blueprint)).empty());
}

TEST_CASE("where the standard has a weight table its rows bind and deeper scopes are information only") {
  Standard standard;
  const auto row = [](WeightRow::Kind kind, const char* name, int weight) {
    WeightRow made{kind, name, {}, {}};
    made.weights.emplace(kThree, Weight::whole(weight));
    return made;
  };
  standard.theoryWeights = {row(WeightRow::Kind::kEthics, "职业道德", 5),
                            row(WeightRow::Kind::kFunction, "智能训练", 95)};
  Scope ethics = scope("A", "职业道德", "5", 10);
  Scope training = scope("A", "智能训练", "95", 0);
  training.scopes = {scope("A", "规范制定", "45", 70), scope("B", "算法测试", "50", 120)};
  Blueprint blueprint(kThree);
  Scope basic = scope("A", "基本要求", "5", 0);
  basic.scopes = {ethics};
  Scope work = scope("B", "相关知识要求", "95", 0);
  work.scopes = {training};
  blueprint.theory.tops = {{Part::kBasic, basic}, {Part::kWork, work}};
  Bank bank = bankWith(blueprint);
  bank.apply(Edit().put(standard));

  const std::vector<Finding> found = findingsIn(bank);

  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kInfo);
  CHECK(found[0].message ==
        "三级 · 相关知识 B-A-A「规范制定」权重 45，考评点 70 个，少于 90 个（第六条（一））。");
}
