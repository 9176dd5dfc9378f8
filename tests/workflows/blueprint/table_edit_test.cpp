#include "workflows/blueprint/table_edit.h"

#include <catch2/catch.hpp>

using namespace tiku::formats;
using namespace tiku::workflows;

namespace {

const Level kSkilled = *Level::of(3);

/// One line per row: its full code and its name.
std::string printed(const ElementTable& table) {
  std::string text;
  walk(table, [&text](const TablePlace& at) {
    text += at.code() + " " + (at.point != nullptr ? at.point->name : at.path.back()->name) + "\n";
  });
  return text;
}

struct Small {
  ElementTable table;
  Id lathe = insertScope(table, {}, "车削");
  Id chuck = insertScopeInside(table, lathe, "装夹");
  Id mill = insertScope(table, lathe, "铣削");
  Id jaws = insertPoint(table, chuck, "三爪自定心卡盘");
  Id centre = insertPoint(table, jaws, "顶尖");
};

}  // namespace

TEST_CASE("a table grows row by row, and the codes count on") {
  Small small;
  CHECK(printed(small.table) == "A 车削\nA-A 装夹\nA-A-001 三爪自定心卡盘\nA-A-002 顶尖\nB 铣削\n");
  const Id tools = insertScope(small.table, small.centre, "刀具");
  insertPoint(small.table, tools, "车刀角度");
  CHECK(printed(small.table) ==
        "A 车削\nA-A 装夹\nA-A-001 三爪自定心卡盘\nA-A-002 顶尖\nA-B 刀具\nA-B-001 车刀角度\nB 铣削\n");
}

TEST_CASE("there is no fourth level of scopes") {
  Small small;
  const Id third = insertScopeInside(small.table, small.chuck, "卡盘");
  REQUIRE_FALSE(third.empty());
  CHECK(insertScopeInside(small.table, third, "爪").empty());
  // 车削 with its two levels below cannot go into another scope.
  REQUIRE(moveEntry(small.table, small.lathe, Direction::kDown));
  CHECK_FALSE(indentScope(small.table, small.lathe));
  CHECK(printed(small.table).starts_with("B 铣削\nA 车削\n"));
}

TEST_CASE("points go on into the next scope at the edge of their own, and scopes stay among their siblings") {
  Small small;
  REQUIRE(moveEntry(small.table, small.centre, Direction::kDown));
  CHECK(printed(small.table) == "A 车削\nA-A 装夹\nA-A-001 三爪自定心卡盘\nB 铣削\nB-002 顶尖\n");
  CHECK_FALSE(moveEntry(small.table, small.centre, Direction::kDown));
  REQUIRE(moveEntry(small.table, small.centre, Direction::kUp));
  REQUIRE(moveEntry(small.table, small.centre, Direction::kUp));
  CHECK(printed(small.table) == "A 车削\nA-A 装夹\nA-A-002 顶尖\nA-A-001 三爪自定心卡盘\nB 铣削\n");
  CHECK_FALSE(moveEntry(small.table, small.chuck, Direction::kUp));
}

TEST_CASE("indenting and outdenting a scope takes what is in it along") {
  Small small;
  REQUIRE(indentScope(small.table, small.mill));
  CHECK(printed(small.table) == "A 车削\nA-A 装夹\nA-A-001 三爪自定心卡盘\nA-A-002 顶尖\nA-B 铣削\n");
  REQUIRE(outdentScope(small.table, small.chuck));
  CHECK(printed(small.table) == "A 车削\nA-B 铣削\nB 装夹\nB-001 三爪自定心卡盘\nB-002 顶尖\n");
  CHECK_FALSE(outdentScope(small.table, small.chuck));
}

TEST_CASE("what comes next is written as what is there: letters, padded figures, figures from 0") {
  CHECK(nextCode({}, false) == "A");
  CHECK(nextCode({}, true) == "001");
  CHECK(nextCode({"A", "B", "D"}, false) == "E");
  CHECK(nextCode({"Z"}, false) == "AA");
  CHECK(nextCode({"009"}, true) == "010");
  CHECK(nextCode({"0", "1"}, false) == "2");
  CHECK(nextCode({"0"}, false) == "1");
  CHECK(nextCode({"9"}, true) == "10");
}

TEST_CASE("renumbering closes the gaps, and the codes of the items follow their points") {
  Bank bank;
  Blueprint blueprint(kSkilled);
  Small small;
  const Id last = insertPoint(small.table, small.centre, "中心架");
  removeEntries(small.table, {small.jaws});
  blueprint.theory = small.table;
  TheoryItem item(Id::random(), kSkilled, ItemType::kSingleChoice);
  item.point = last;
  item.code = "B-A-A-003-001";
  TheoryItem own(Id::random(), kSkilled, ItemType::kSingleChoice);
  own.point = last;
  own.code = "车工-17";
  bank.apply(Edit().put(blueprint).put(item).put(own));

  const Bank before = bank;
  const Edit inverse = bank.apply(renumberEdit(bank, kSkilled, TableHalf::kTheory));
  CHECK(printed(bank.blueprint(kSkilled)->theory) ==
        "A 车削\nA-A 装夹\nA-A-001 顶尖\nA-A-002 中心架\nB 铣削\n");
  CHECK(bank.find<TheoryItem>(item.id)->code == "B-A-A-002-001");
  CHECK(bank.find<TheoryItem>(own.id)->code == "车工-17");
  CHECK(renumberEdit(bank, kSkilled, TableHalf::kTheory).empty());

  bank.apply(inverse);
  CHECK(*bank.blueprint(kSkilled) == *before.blueprint(kSkilled));
  CHECK(bank.find<TheoryItem>(item.id)->code == "B-A-A-003-001");
}

TEST_CASE("the Shanghai manner of figures from 0 stays when a table is numbered anew") {
  ElementTable table;
  for (const char* code : {"0", "3", "7"}) {
    ElementTable::Top top;
    top.scope.id = Id::random();
    top.scope.code = code;
    table.tops.push_back(top);
  }
  renumber(table);
  CHECK(table.tops[0].scope.code + table.tops[1].scope.code + table.tops[2].scope.code == "012");
}

TEST_CASE("items are counted at the point, and at every point of a scope, retired ones are not") {
  Bank bank;
  Small small;
  TheoryItem item(Id::random(), kSkilled, ItemType::kTrueFalse);
  item.point = small.jaws;
  TheoryItem retired(Id::random(), kSkilled, ItemType::kTrueFalse);
  retired.point = small.jaws;
  retired.status = ItemStatus::kRetired;
  SkillItem task(Id::random(), kSkilled);
  task.points = {small.centre, small.jaws};
  bank.apply(Edit().put(item).put(retired).put(task));
  CHECK(itemsHangingOn(bank, small.table, {small.jaws}) == 2);
  CHECK(itemsHangingOn(bank, small.table, {small.lathe}) == 2);
  CHECK(itemsHangingOn(bank, small.table, {small.centre, small.mill}) == 1);
}
