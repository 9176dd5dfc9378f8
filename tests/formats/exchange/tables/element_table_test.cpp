// Element tables as institutions write them. Names of scopes and points are ours.
#include <catch2/catch.hpp>

#include "doc.h"
#include "formats/base/error.h"
#include "formats/exchange/importers.h"

using namespace tiku::formats;
using namespace tiku::formats::test;

namespace {

ImportOptions asTable(std::optional<Level> level = {}) {
  ImportOptions options;
  options.kind = ImportKind::kElementTable;
  options.level = level;
  return options;
}

Bank fourAndThree(const std::string& occupation = "茶艺灯光师") {
  return emptyBank({*Level::of(4), kThree}, occupation);
}

using Rows = std::vector<std::vector<DocCell>>;

Rows shanghaiHead() {
  return {{cell("职业（工种）名称", 5), cell("茶艺灯光师"), cell("等级"), cell("三级")},
          {cell("序号"), cell("细目点代码", 4), cell("名称·内容"), cell("分数\n系数"), cell("备注")},
          {merged(), cell("章"), cell("节"), cell("目"), cell("点"), merged(), merged(), merged()}};
}

Rows shanghaiRows() {
  Rows rows = shanghaiHead();
  for (auto row :
       {words({"", "0", "", "", "", "基本要求", "40", ""}),
        words({"", "0", "1", "", "", "职业道德", "40", ""}), words({"", "0", "1", "1", "", "守信", "40", ""}),
        words({"1", "0", "1", "1", "1", "守信的含义", "0.5", ""}),
        words({"2", "0", "1", "1", "2", "失信的后果", "0.5", "新增"}),
        words({"", "1", "", "", "", "布光", "60", ""}), words({"", "1", "1", "", "", "茶席布光", "60", ""}),
        words({"", "1", "1", "1", "", "色温", "60", ""}),
        words({"3", "1", "1", "1", "1", "色温的单位", "0.5", ""})}) {
    rows.push_back(std::move(row));
  }
  return rows;
}

Doc shanghai(Rows rows) {
  Doc doc("细目表.docx");
  doc.say("第2部分").say("").say("理论知识认定要素细目表").table(std::move(rows));
  return doc;
}

const Point& pointAt(const Bank& bank, const std::string& code, bool skills = false) {
  const Point* found = nullptr;
  const Blueprint* blueprint = bank.blueprint(kThree);
  REQUIRE(blueprint != nullptr);
  walk(skills ? blueprint->skills : blueprint->theory, [&](const TablePlace& place) {
    if (place.point != nullptr && place.code() == code) found = place.point;
  });
  REQUIRE(found != nullptr);
  return *found;
}

}  // namespace

TEST_CASE("the Shanghai table becomes scopes and points, and every row says what it became") {
  Bank bank = fourAndThree();
  const ImportResult result = importElementTable(bank, shanghai(shanghaiRows()), asTable());
  bank.apply(result.edit);

  CHECK(result.report.counts.at("scopes") == 6);
  CHECK(result.report.counts.at("points") == 3);
  CHECK(result.report.counts.at("added") == 9);
  CHECK(result.report.count(Verdict::kUnclear) == 0);
  CHECK(result.report.count(Verdict::kImported) == 10);  // The nine and the row with occupation and level.
  CHECK(result.report.rows.size() == 3 + 12);
  CHECK(reasonAt(result.report, "表 1 行 8") == "导入：考评点 0-1-1-2“失信的后果”。");

  const ElementTable& table = bank.blueprint(kThree)->theory;
  REQUIRE(table.tops.size() == 2);
  CHECK(table.tops[0].part == Part::kBasic);
  CHECK(table.tops[1].part == Part::kWork);
  CHECK(table.tops[1].scope.weight == Weight::whole(60));
  CHECK(pointAt(bank, "0-1-1-2").note == "新增");
  CHECK(pointAt(bank, "0-1-1-2").weight == Weight::ofHundredths(50));
}

TEST_CASE("importing the same table again changes nothing") {
  Bank bank = fourAndThree();
  bank.apply(importElementTable(bank, shanghai(shanghaiRows()), asTable()).edit);
  const ImportResult again = importElementTable(bank, shanghai(shanghaiRows()), asTable(kThree));
  CHECK(again.edit.empty());
  CHECK(again.report.counts.at("unchanged") == 9);
  CHECK(again.report.counts.at("added") == 0);
}

TEST_CASE("a head repeated on the next page, and a table that Word cut in two, are one table") {
  Rows rows = shanghaiRows();
  Rows rest(rows.end() - 2, rows.end());
  rows.resize(rows.size() - 2);
  const Rows head = shanghaiHead();
  rows.insert(rows.end(), head.begin() + 1, head.end());
  Doc doc = shanghai(rows);
  doc.table(rest);
  Bank bank = fourAndThree();
  const ImportResult result = importElementTable(bank, doc, asTable());
  CHECK(result.report.counts.at("points") == 3);
  CHECK(reasonAt(result.report, "表 1 行 11") == "略过：重复的表头。");
  CHECK(reasonAt(result.report, "表 2 行 2") == "导入：考评点 1-1-1-1“色温的单位”。");
}

TEST_CASE("a level that differs from the one asked for names both") {
  const Bank bank = fourAndThree();
  try {
    importElementTable(bank, shanghai(shanghaiRows()), asTable(*Level::of(4)));
    FAIL("was imported");
  } catch (const FormatError& error) {
    CHECK(error.code() == ErrorCode::kUsage);
    CHECK(std::string(error.what()) == "文件写的是三级/高级工，要求按四级/中级工导入。");
    CHECK(error.place().file == "细目表.docx");
  }
}

TEST_CASE("points move, are renamed and vanish without taking their items along") {
  Bank bank = fourAndThree();
  bank.apply(importElementTable(bank, shanghai(shanghaiRows()), asTable()).edit);
  const Id moved = pointAt(bank, "0-1-1-2").id;
  const Id gone = pointAt(bank, "0-1-1-1").id;
  const Id renamed = pointAt(bank, "1-1-1-1").id;

  // 守信的含义 is dropped, 失信的后果 moves up to its number, 色温的单位 gets another name.
  Rows rows = shanghaiRows();
  rows.erase(rows.begin() + 6);
  rows[6] = words({"1", "0", "1", "1", "1", "失信的后果", "0.5", "新增"});
  rows.back() = words({"2", "1", "1", "1", "1", "色温的计量单位", "0.5", ""});

  SECTION("no item hangs on the dropped point: it goes") {
    const ImportResult result = importElementTable(bank, shanghai(rows), asTable());
    bank.apply(result.edit);
    CHECK(pointAt(bank, "0-1-1-1").id == moved);
    CHECK(pointAt(bank, "1-1-1-1").id == renamed);
    CHECK(bank.blueprint(kThree)->theory.pointCount() == 2);
    CHECK(result.report.counts.at("changed") == 2);
    CHECK(result.report.counts.at("removed") == 1);
  }
  SECTION("an item hangs on it: it stays, and the title row says so") {
    TheoryItem item(Id::random(), kThree, ItemType::kTrueFalse);
    item.stem = RichText::plain("守信就是说话算话。（　）");
    item.point = gone;
    bank.apply(Edit().put(item));
    const ImportResult result = importElementTable(bank, shanghai(rows), asTable());
    bank.apply(result.edit);
    CHECK(bank.blueprint(kThree)->theory.pointCount() == 3);
    CHECK(reasonAt(result.report, "表 1 行 1") ==
          "存疑：来源中已没有考评点“0-1-1-1 守信的含义”，但有试题挂在它上面，已保留；请改挂试题后删除。");
    CHECK(importElementTable(bank, shanghai(rows), asTable()).edit.empty());
  }
}

TEST_CASE("a broken Shanghai table: each fault is named on its row and what is sound is taken") {
  Rows rows = shanghaiRows();
  rows.push_back(words({"4", "1", "1", "", "3", "跳过目", "0.5", ""}));
  rows.push_back(words({"5", "1", "1", "1", "1", "另一个名称", "0.5", ""}));
  rows.push_back(words({"6", "2", "1", "1", "1", "没有上级", "0.5", ""}));
  rows.push_back(words({"7", "1", "1", "1", "2", "", "0.5", ""}));
  rows.push_back(words({"8", "1", "1", "1", "3", "显色指数", "半分", ""}));
  rows.push_back(words({"", "", "", "", "", "没有代码", "", ""}));
  rows.push_back(words({"", "", "", "", "", "", "", ""}));
  rows[9] = words({"", "1", "1", "", "", "茶席布光", "55", ""});
  Bank bank = fourAndThree();
  const ImportResult result = importElementTable(bank, shanghai(rows), asTable());
  const auto at = [&](int row) { return reasonAt(result.report, "表 1 行 " + std::to_string(row)); };
  CHECK(at(9) == "存疑：1“布光”的比重是 60，下一级合计 55；内容已导入，请核对比重。");
  CHECK(at(10) == "存疑：1-1“茶席布光”的比重是 55，下一级合计 60；内容已导入，请核对比重。");
  CHECK(at(13) == "存疑：代码跳过了第 3 级，没有导入。请补全代码。");
  CHECK(at(14) ==
        "存疑：代码 1-1-1-1 已经是考评点“色温的单位”（表 1 行 12），这一行没有导入。请改正重复的代码。");
  CHECK(at(15) == "存疑：前面没有范围 2-1-1 的行，2-1-1-1 没有导入。请补上该范围，或核对代码。");
  CHECK(at(16) == "存疑：代码 1-1-1-2 没有名称，没有导入。请补上名称。");
  CHECK(at(17) == "存疑：比重（分数系数）“半分”不是数；这一行的其他内容已导入，请补上数值。");
  CHECK(at(18) == "存疑：这一行没有代码，没有导入。请补上代码。");
  CHECK(at(19) == "略过：空行。");
  CHECK(result.report.counts.at("points") == 4);
}

TEST_CASE("rows that cannot be read take no point away from the bank") {
  Bank bank = fourAndThree();
  bank.apply(importElementTable(bank, shanghai(shanghaiRows()), asTable()).edit);
  Rows rows = shanghaiRows();
  rows.back() = words({"3", "1", "", "1", "1", "色温的单位", "0.5", ""});
  const ImportResult result = importElementTable(bank, shanghai(rows), asTable());
  CHECK(result.edit.empty());
  CHECK(reasonAt(result.report, "表 1 行 1") ==
        "存疑：有 1 行没有导入，题库中这次没有见到的 1 个考评点因此都保留；请改正后再导入。");
}

TEST_CASE("a table without a name column is no element table, and the message says what is missing") {
  Rows rows{words({"章", "节", "目", "点", "备注"}), words({"0", "1", "1", "1", "守信"})};
  try {
    importElementTable(fourAndThree(), shanghai(rows), asTable(kThree));
    FAIL("was imported");
  } catch (const FormatError& error) {
    CHECK(error.code() == ErrorCode::kNotUnderstood);
    CHECK(std::string(error.what()) == "要素细目表的表头缺少：名称·内容。");
  }
}

TEST_CASE("the operational table traces its points to the standard's skill requirements") {
  Bank bank = fourAndThree();
  Standard standard;
  LevelRequirements level(kThree);
  Function lighting{Id::random(), "布光", {}, {}};
  WorkContent table{Id::random(), "茶席布光", {{Id::random(), "能测量色温", false, {}}}, {}, {}};
  lighting.contents.push_back(table);
  level.functions.push_back(lighting);
  standard.levels.push_back(level);
  bank.apply(Edit().put(standard));

  Doc doc("操作.docx");
  doc.say("操作技能认定要素细目表（三级）")
      .table({{cell("序号"), cell("细目点代码", 3), cell("名称·内容", 2), cell("备注")},
              {merged(), cell("项目"), cell("单元"), cell("细目"), merged(2), merged()},
              {cell(""), cell("1"), cell(""), cell(""), cell("布光", 2), cell("")},
              {cell("\n"), cell("1"), cell("1"), cell(""), cell("茶席布光", 2), cell("")},
              {cell("1"), cell("1"), cell("1"), cell("1"), cell("能测量色温。", 2), cell("")}});
  const ImportResult result = importElementTable(bank, doc, asTable());
  bank.apply(result.edit);
  CHECK(result.report.counts.at("skills-scopes") == 2);
  CHECK(result.report.counts.at("skills-points") == 1);
  CHECK(result.report.count(Verdict::kUnclear) == 0);
  const ElementTable& skills = bank.blueprint(kThree)->skills;
  CHECK(skills.tops[0].scope.requirement == lighting.id);
  CHECK(skills.tops[0].scope.scopes[0].requirement == table.id);
  CHECK(pointAt(bank, "1-1-1", true).requirements == std::vector<Id>{table.skills[0].id});
  CHECK(bank.blueprint(kThree)->theory.empty());
}
