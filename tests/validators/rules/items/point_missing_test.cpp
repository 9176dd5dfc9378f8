#include "validators/rules/items/point_missing.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

const Finding& summaryOf(const std::vector<Finding>& found) {
  return *std::ranges::find_if(found, [](const Finding& finding) { return !finding.cause; });
}

}  // namespace

TEST_CASE("items that hang on no point are one finding for the level with the items under it") {
  const Blueprint blueprint = blueprintWithPoint(level(3), Part::kWork, "游标卡尺的使用");
  TheoryItem placed = judgement("游标卡尺可以测量内径。");
  placed.point = pointOf(blueprint);
  const TheoryItem loose = judgement("量具应定期检定。");

  const std::vector<Finding> found = findingsOf(bankWith(blueprint, placed, loose), PointMissing::kId);

  REQUIRE(found.size() == 2);
  const Finding& summary = summaryOf(found);
  CHECK(summary.key() == FindingKey{"items/point-missing", Blueprint::idOf(level(3)), "theory"});
  CHECK(summary.clause == "第六条（三）");
  CHECK(summary.message == "三级 2 道理论题中有 1 道没有挂在细目表的考评点上（第六条（三））。");
  const Finding& item = found[0].cause ? found[0] : found[1];
  CHECK(item.subject.id == loose.id);
  CHECK(*item.cause == summary.key());
  CHECK(item.message == "三级判断题“量具应定期检定。”没有挂在任何考评点上（第六条（三））。");
}

TEST_CASE("without an element table the level is told so, whether or not it has a blueprint") {
  const TheoryItem loose = judgement("量具应定期检定。");
  const char* words = "三级还没有理论知识要素细目表，1 道理论题中有 1 道没有挂在考评点上（第六条（三））。";
  CHECK(summaryOf(findingsOf(bankWith(loose), PointMissing::kId)).message == words);
  CHECK(summaryOf(findingsOf(bankWith(loose, Blueprint(level(3))), PointMissing::kId)).message == words);
}

TEST_CASE("a point of another level, of the operational table or a scope is not the item's point") {
  const Blueprint other = blueprintWithPoint(level(4), Part::kWork, "钢直尺的使用");
  Blueprint own = blueprintWithPoint(level(3), Part::kWork, "游标卡尺的使用");
  own.skills = blueprintWithPoint(level(3), Part::kWork, "测量轴径").theory;
  TheoryItem item = judgement("量具应定期检定。");
  for (const Id wrong :
       {pointOf(other), own.skills.tops[0].scope.points[0].id, own.theory.tops[0].scope.id}) {
    item.point = wrong;
    CHECK(findingsOf(bankWith(own, other, item), PointMissing::kId).size() == 2);
  }
  item.point = pointOf(other);
  const auto found = findingsOf(bankWith(own, other, item), PointMissing::kId);
  const Finding& consequence = found[0].cause ? found[0] : found[1];
  CHECK(consequence.message ==
        "三级判断题“量具应定期检定。”挂在“B-001 "
        "钢直尺的使用”上，那不是三级理论知识要素细目表的考评点（第六条（三））。");
}

TEST_CASE("deleting a point tells of the items that hung on it, and putting it back takes that back") {
  const Blueprint blueprint = blueprintWithPoint(level(3), Part::kWork, "游标卡尺的使用");
  TheoryItem item = judgement("游标卡尺可以测量内径。");
  item.point = pointOf(blueprint);
  Bank bank = bankWith(blueprint, item);
  Checker checker(bank, Profile::load("guizhou"));
  const auto missing = [&checker, &item] {
    const auto found = checker.findingsOf(item.id);
    return std::ranges::count(found, PointMissing::kId, &Finding::rule);
  };
  CHECK(missing() == 0);
  const Edit undo = bank.apply(Edit().put(Blueprint(level(3))));
  CHECK(missing() == 1);
  bank.apply(undo);
  CHECK(missing() == 0);
}
