#include "workflows/blueprint/table_move.h"

#include <catch2/catch.hpp>

#include "workflows/blueprint/table_edit.h"

using namespace tiku::formats;
using namespace tiku::workflows;

namespace {

/// A row per line, indented, with the code that it has among its siblings.
std::string outline(const ElementTable& table) {
  std::string text;
  walk(table, [&text](const TablePlace& at) {
    const std::size_t depth = at.path.size() - (at.point != nullptr ? 0 : 1);
    text += std::string(depth * 2, ' ') +
            (at.point != nullptr ? at.point->code + " " + at.point->name
                                 : at.path.back()->code + " " + at.path.back()->name) +
            "\n";
  });
  return text;
}

struct Lathe {
  ElementTable table;
  Id turn = insertScope(table, {}, "车削");
  Id clamp = insertScopeInside(table, turn, "装夹");
  Id jaws = insertPoint(table, clamp, "卡盘");
  Id centre = insertPoint(table, jaws, "顶尖");
  Id cut = insertScopeInside(table, turn, "切削");
  Id speed = insertPoint(table, cut, "切削速度");
  Id mill = insertScope(table, turn, "铣削");

  /// As a drop does it: nothing is kept of what was refused.
  bool move(const std::vector<Id>& ids, const TableGap& gap) {
    ElementTable next = table;
    if (!moveEntriesTo(next, ids, gap)) return false;
    table = next;
    return true;
  }
};

constexpr const char* kBefore =
    "A 车削\n  A 装夹\n    001 卡盘\n    002 顶尖\n  B 切削\n    001 切削速度\nB 铣削\n";

}  // namespace

TEST_CASE("points go where the gap lies, and one whose code is taken there counts on") {
  Lathe lathe;
  REQUIRE(outline(lathe.table) == kBefore);
  REQUIRE(lathe.move({lathe.centre}, {{}, lathe.jaws}));
  CHECK(outline(lathe.table) ==
        "A 车削\n  A 装夹\n    002 顶尖\n    001 卡盘\n  B 切削\n    001 切削速度\nB 铣削\n");
  // Both of them, in the order of the table, above the one of the other scope.
  REQUIRE(lathe.move({lathe.jaws, lathe.centre}, {lathe.cut, lathe.speed}));
  CHECK(outline(lathe.table) ==
        "A 车削\n  A 装夹\n  B 切削\n    002 顶尖\n    003 卡盘\n    001 切削速度\nB 铣削\n");
  // An empty scope takes them; it is the last row.
  REQUIRE(lathe.move({lathe.speed}, {lathe.mill, {}}));
  CHECK(outline(lathe.table) ==
        "A 车削\n  A 装夹\n  B 切削\n    002 顶尖\n    003 卡盘\nB 铣削\n  001 切削速度\n");
}

TEST_CASE("a scope stays as deep as it is where the gap allows, and takes what is in it along") {
  Lathe lathe;
  SECTION("beside its siblings") {
    REQUIRE(lathe.move({lathe.cut}, {lathe.turn, lathe.clamp}));
    CHECK(outline(lathe.table) ==
          "A 车削\n  B 切削\n    001 切削速度\n  A 装夹\n    001 卡盘\n    002 顶尖\nB 铣削\n");
  }
  SECTION("into another top, below its row") {
    REQUIRE(lathe.move({lathe.clamp}, {lathe.mill, {}}));
    CHECK(outline(lathe.table) ==
          "A 车削\n  B 切削\n    001 切削速度\nB 铣削\n  A 装夹\n    001 卡盘\n    002 顶尖\n");
  }
  SECTION("a top between two tops") {
    REQUIRE(lathe.move({lathe.mill}, {{}, lathe.turn}));
    CHECK(outline(lathe.table) ==
          "B 铣削\nA 车削\n  A 装夹\n    001 卡盘\n    002 顶尖\n  B 切削\n    001 切削速度\n");
  }
  SECTION("with what lies in it chosen too") {
    REQUIRE(lathe.move({lathe.clamp, lathe.jaws, lathe.centre}, {lathe.speed, lathe.mill}));
    CHECK(outline(lathe.table) ==
          "A 车削\n  B 切削\n    001 切削速度\n  A 装夹\n    001 卡盘\n    002 顶尖\nB 铣削\n");
  }
  SECTION("a collapsed one takes it in") {
    REQUIRE(lathe.move({lathe.clamp}, {lathe.mill, {}}));
    REQUIRE(lathe.move({lathe.cut}, {lathe.mill, {}}));
    CHECK(outline(lathe.table) ==
          "A 车削\nB 铣削\n  A 装夹\n    001 卡盘\n    002 顶尖\n  B 切削\n    001 切削速度\n");
  }
}

TEST_CASE("what cannot lie somewhere does not go there") {
  Lathe lathe;
  CHECK_FALSE(lathe.move({lathe.jaws, lathe.mill}, {lathe.speed, lathe.mill}));  // Both kinds.
  CHECK_FALSE(lathe.move({lathe.jaws}, {{}, lathe.turn}));                       // Outside of all scopes.
  CHECK_FALSE(lathe.move({lathe.jaws}, {lathe.turn, lathe.mill}));    // 车削, collapsed, holds scopes.
  CHECK_FALSE(lathe.move({lathe.mill}, {lathe.jaws, lathe.centre}));  // Between the points of a scope.
  CHECK_FALSE(lathe.move({lathe.turn}, {lathe.centre, lathe.cut}));   // Into itself.
  CHECK_FALSE(lathe.move({lathe.jaws}, {lathe.clamp, lathe.jaws}));   // Where it is.
  CHECK_FALSE(lathe.move({lathe.clamp}, {lathe.centre, lathe.cut}));
  const Id third = insertScopeInside(lathe.table, lathe.clamp, "找正");
  removeEntries(lathe.table, {lathe.jaws, lathe.centre});
  // 车削 has two levels below it: it stays at the top, though 铣削 would take a smaller one in.
  REQUIRE_FALSE(third.empty());
  REQUIRE(lathe.move({lathe.turn}, {lathe.mill, {}}));
  CHECK(outline(lathe.table).starts_with("B 铣削\nA 车削\n"));
}

TEST_CASE("the codes of the items follow a point into another scope") {
  Bank bank;
  Lathe lathe;
  Blueprint blueprint(*Level::of(3));
  blueprint.theory = lathe.table;
  TheoryItem item(Id::random(), *Level::of(3), ItemType::kSingleChoice);
  item.point = lathe.jaws;
  item.code = "B-A-A-001-007";
  bank.apply(Edit().put(blueprint).put(item));
  Blueprint next = blueprint;
  REQUIRE(moveEntriesTo(next.theory, {lathe.jaws}, {lathe.speed, lathe.mill}));
  const Edit inverse = bank.apply(replaceTable(bank, next, TableHalf::kTheory, "移动"));
  CHECK(bank.find<TheoryItem>(item.id)->code == "B-A-B-002-007");
  CHECK(bank.find<TheoryItem>(item.id)->point == lathe.jaws);
  bank.apply(inverse);
  CHECK(bank.find<TheoryItem>(item.id)->code == "B-A-A-001-007");
}
