#include "validators/rules/mix/types_per_point.h"

#include <catch2/catch.hpp>

#include "tests/support/table_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

TEST_CASE("points that lack items are one finding for the level, with each point under it") {
  const Blueprint table = blueprint(3, scope("A", "基本要求", "25", 1), scope("B", "检修", "75", 2));
  const auto& basic = table.theory.tops[0].scope.points;
  const auto& work = table.theory.tops[1].scope.points;
  Bank bank = bankOfLevel(3);
  Edit edit;
  edit.put(table);
  put(edit, basic[0].id, ItemType::kSingleChoice, 3);
  put(edit, basic[0].id, ItemType::kMultipleChoice, 2);
  put(edit, basic[0].id, ItemType::kTrueFalse, 2);
  put(edit, work[0].id, ItemType::kSingleChoice, 4);
  put(edit, work[0].id, ItemType::kTrueFalse, 1);
  bank.apply(edit);

  const auto found = findingsOf(bank, TypesPerPoint::kId);

  REQUIRE(found.size() == 3);
  CHECK(found[0].clause == "第六条（三）2");
  CHECK(found[0].message ==
        "三级 3 个考评点中，有 2 个的题型数量不足，共缺单选题 3 道、多选题 4 道、判断题 3 "
        "道（第六条（三）2）。");
  CHECK(found[0].advice == "按考评点逐个补写，先补没有试题的。");
  CHECK(found[0].subject.id == Blueprint::idOf(level(3)));
  CHECK(found[1].message ==
        "三级 · 相关知识 B-001「检修之1」还缺多选题 2 道、判断题 1 道；"
        "需要单选题 3 道、多选题 2 道、判断题 2 道（第六条（三）2）。");
  CHECK(found[1].advice == "给这个考评点补写多选题 2 道、判断题 1 道。");
  CHECK(found[1].subject.id == work[0].id);
  CHECK(found[1].cause == found[0].key());
  CHECK(found[2].message ==
        "三级 · 相关知识 B-002「检修之2」没有试题；"
        "需要单选题 3 道、多选题 2 道、判断题 2 道（第六条（三）2）。");
  CHECK(summarise(found).errors == 1);
}

TEST_CASE("四级 asks for 4 单选 and 2 判断 a point, 二级 for no number") {
  Bank bank = bankOfLevel(4);
  const Blueprint four = blueprint(4, scope("A", "基本要求", "25", 1), scope("B", "检修", "75", 0));
  Edit edit;
  edit.put(four);
  put(edit, four.theory.tops[0].scope.points[0].id, ItemType::kSingleChoice, 3, 4);
  bank.apply(edit);
  CHECK(findingsOf(bank, TypesPerPoint::kId).at(0).message ==
        "四级 1 个考评点中，有 1 个的题型数量不足，共缺单选题 1 道、判断题 2 道（第六条（三）1）。");

  Bank other = bankOfLevel(2);
  other.apply(Edit().put(blueprint(2, scope("A", "基本要求", "25", 1), scope("B", "检修", "75", 0))));
  CHECK(findingsOf(other, TypesPerPoint::kId).empty());
}

TEST_CASE("items enough without a point are the cause: linking them is all there is to do") {
  const Blueprint table = blueprint(3, scope("A", "基本要求", "25", 1), scope("B", "检修", "75", 0));
  Bank bank = bankOfLevel(3);
  Edit edit;
  edit.put(table);
  for (int i = 0; i < 3; ++i) edit.put(TheoryItem(Id::random(), level(3), ItemType::kSingleChoice));
  for (int i = 0; i < 2; ++i) edit.put(TheoryItem(Id::random(), level(3), ItemType::kMultipleChoice));
  for (int i = 0; i < 2; ++i) edit.put(TheoryItem(Id::random(), level(3), ItemType::kTrueFalse));
  bank.apply(edit);
  auto found = findingsOf(bank, TypesPerPoint::kId);
  REQUIRE(found.size() == 2);
  CHECK(found[0].cause == pointMissingKey(level(3)));
  CHECK(found[0].advice == "先把没有挂考评点的 7 道试题挂上，再按考评点补写。");

  // One of them gone, and there is something to write.
  bank.apply(Edit().remove(bank.all<TheoryItem>().front()->id));
  found = findingsOf(bank, TypesPerPoint::kId);
  CHECK_FALSE(found.at(0).cause);
}

TEST_CASE("a retired item fills nothing, and a level without a table is not judged") {
  const Blueprint table = blueprint(3, scope("A", "基本要求", "25", 1), scope("B", "检修", "75", 0));
  Bank bank = bankOfLevel(3);
  TheoryItem item(Id::random(), level(3), ItemType::kTrueFalse);
  item.point = table.theory.tops[0].scope.points[0].id;
  item.status = ItemStatus::kRetired;
  bank.apply(Edit().put(item));
  CHECK(findingsOf(bank, TypesPerPoint::kId).empty());
  bank.apply(Edit().put(table));
  CHECK(findingsOf(bank, TypesPerPoint::kId).at(1).judged == "B:0/3 G:0/2 C:0/2");
}
