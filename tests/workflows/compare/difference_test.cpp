#include "workflows/compare/difference.h"

#include <set>

#include <catch2/catch.hpp>

#include "tests/support/bank_story.h"
#include "workflows/compare/compare_states.h"

using namespace tiku::formats;
using namespace tiku::workflows;
using tiku::test::BankStory;
using tiku::test::SmallBank;

namespace {

BankDifference sinceLast(BankStory& story) {
  return StateComparison::ofRevisions(story.repository(), story.path(), "HEAD", {}).difference();
}

const ObjectDifference& only(const BankDifference& difference) {
  REQUIRE(difference.objects.size() == 1);
  return difference.objects.front();
}

std::string told(const PartDifference& part) {
  return std::string(deedKey(part.deed)) + " " + part.word + ": " + part.before + " -> " + part.after;
}

std::vector<std::string> told(const ObjectDifference& object) {
  std::vector<std::string> lines;
  for (const PartDifference& part : object.parts) lines.push_back(told(part));
  return lines;
}

}  // namespace

TEST_CASE("an item that was reworded is told field by field, with the changed words marked") {
  const SmallBank small;
  BankStory story(small.bank());
  TheoryItem item = small.item(0);
  item.stem = RichText::plain("游标卡尺的分度值是 0.05 mm，读数的末位只能是（　）。");
  item.options[2] = RichText::plain("0 或 5");
  item.key = ChoiceKey{{2}};
  story.change(Edit().put(item));

  const BankDifference difference = sinceLast(story);
  const ObjectDifference& one = only(difference);
  CHECK(one.deed == Deed::kChanged);
  CHECK(one.id == item.id);
  CHECK(one.path == "items/level-3/theory/" + item.id.str() + ".xml");
  CHECK(told(one) ==
        std::vector<std::string>{"changed 题干: 游标卡尺的分度值是 0.02 mm，读数的末位只能是（　）。 -> "
                                 "游标卡尺的分度值是 0.05 mm，读数的末位只能是（　）。",
                                 "changed 选项 C: 零 -> 0 或 5", "changed 答案: A -> C"});
  using Kind = DiffPiece::Kind;
  CHECK(one.parts[0].pieces == std::vector<DiffPiece>{{Kind::kSame, "游标卡尺的分度值是 0."},
                                                      {Kind::kRemoved, "02"},
                                                      {Kind::kAdded, "05"},
                                                      {Kind::kSame, " mm，读数的末位只能是（　）。"}});
  CHECK(one.parts[1].address == "options/2");
}

TEST_CASE("an option put in between is one option more, not three changed ones") {
  const SmallBank small;
  BankStory story(small.bank());
  TheoryItem item = small.item(0);
  item.options.insert(item.options.begin() + 1, RichText::plain("只能是 0"));
  story.change(Edit().put(item));
  CHECK(told(only(sinceLast(story))) == std::vector<std::string>{"added 选项 B:  -> 只能是 0"});
}

TEST_CASE("after a point is put in before others, the table has one point more and one line of new codes") {
  const SmallBank small;
  BankStory story(small.bank());
  Blueprint blueprint = small.blueprint();
  auto& points = blueprint.theory.tops[0].scope.points;
  Point added;
  added.id = Id::random();
  added.name = "深度尺的用途";
  points.insert(points.begin() + 1, added);
  for (std::size_t i = 0; i < points.size(); ++i) points[i].code = "00" + std::to_string(i + 1);
  Edit edit;
  edit.put(blueprint);
  for (std::size_t i = 1; i < 4; ++i) {
    TheoryItem item = small.item(i);
    item.code = "A-00" + std::to_string(i + 2) + "-001";
    edit.put(item);
  }
  story.change(edit);

  const BankDifference difference = sinceLast(story);
  const ObjectDifference& table = only(difference);
  CHECK(told(table) == std::vector<std::string>{"added 考评点 A-002 深度尺的用途:  -> 002　深度尺的用途",
                                                "renumbered 理论知识要素细目表:  -> "});
  REQUIRE(table.parts[1].codes.size() == 3);
  CHECK(table.parts[1].codes[0].name == "千分尺的结构");
  CHECK(table.parts[1].codes[0].before == "002");
  CHECK(table.parts[1].codes[0].after == "003");
  REQUIRE(difference.renumberings.size() == 1);
  CHECK(difference.renumberings[0].word == "三级理论试题");
  REQUIRE(difference.renumberings[0].codes.size() == 3);
  CHECK(difference.renumberings[0].codes[0].before == "A-002-001");
  CHECK(difference.renumberings[0].codes[0].after == "A-003-001");
}

TEST_CASE("a point that moved to another scope, and a scope that moved, are moves and nothing else") {
  const SmallBank small;
  BankStory story(small.bank());
  Blueprint blueprint = small.blueprint();
  auto& tops = blueprint.theory.tops;
  Point moved = tops[0].scope.points[3];
  tops[0].scope.points.pop_back();
  moved.code = "002";
  tops[1].scope.points.push_back(moved);
  std::swap(tops[0], tops[1]);
  story.change(Edit().put(blueprint));
  CHECK(told(only(sinceLast(story))) ==
        std::vector<std::string>{"moved 考评点 B-002 量块的组合: 考评范围 A 量具使用 -> 考评范围 B 量具保养",
                                 "renumbered 理论知识要素细目表:  -> ",
                                 "reordered 理论知识要素细目表:  -> 考评范围 B 量具保养"});
}

TEST_CASE("an item taken to another point is moved there, and says where in words") {
  const SmallBank small;
  BankStory story(small.bank());
  TheoryItem item = small.item(0);
  item.point = small.points[4];
  story.change(Edit().put(item));
  const BankDifference difference = sinceLast(story);
  CHECK(only(difference).deed == Deed::kMoved);
  CHECK(told(only(difference)) ==
        std::vector<std::string>{"moved 考评点: A-001 游标卡尺的读数 -> B-001 量具的清洁"});
}

TEST_CASE("an entry of the standard and a weight are told by their number and level") {
  const SmallBank small;
  BankStory story(small.bank());
  Standard standard = small.standard();
  standard.levels[0].functions[0].contents[0].knowledge[0].text = "游标量具和数显量具的读数方法";
  standard.theoryWeights[0].weights.at(small.level) = Weight::whole(55);
  story.change(Edit().put(standard));
  CHECK(told(only(sinceLast(story))) ==
        std::vector<std::string>{
            "changed 相关知识要求 1.1.1 游标量具和数显量具的读数方法：文字: 游标量具的读数方法 "
            "-> 游标量具和数显量具的读数方法",
            "changed 测量：三级: 60 -> 55"});
}

TEST_CASE("a new picture is told with the item that shows it, and is no object of its own") {
  const SmallBank small;
  BankStory story(small.bank());
  const Media picture = tiku::test::RandomBank(1).media();
  TheoryItem item = small.item(0);
  std::vector<RichText::Block> blocks = item.stem.blocks();
  std::get<Paragraph>(blocks[0]).pieces.push_back({Inline::Kind::kImage, {}, picture.name});
  item.stem = RichText(blocks);
  story.change(Edit().put(picture).put(item));
  const BankDifference difference = sinceLast(story);
  REQUIRE(only(difference).parts.size() == 1);
  CHECK(difference.objects[0].parts[0].note == "图片换了");
}

TEST_CASE("two check-ins far apart, and two packages, differ in the same way") {
  const SmallBank small;
  BankStory story(small.bank());
  const std::string first = story.repository().find("HEAD").commit;
  saveNew(story.bank, story.path().parent_path() / "then");
  TheoryItem item = small.item(0);
  item.difficulty = 3;
  story.checkIn(Edit().put(item), "定难度", "李工");
  const std::string last = story.checkIn(Edit().remove(small.items[1]), "删去一题", "王工");

  const auto byHistory =
      StateComparison::ofRevisions(story.repository(), story.path(), first, last).difference();
  const auto byFiles =
      StateComparison::ofPackages(story.path().parent_path() / "then", story.path()).difference();
  REQUIRE(byHistory.objects.size() == 2);
  CHECK(byHistory.count(Deed::kRemoved) == 1);
  CHECK(told(byHistory.objects[0]) == std::vector<std::string>{"changed 难度:  -> 3"});
  REQUIRE(byFiles.objects.size() == 2);
  CHECK(told(byFiles.objects[0]) == told(byHistory.objects[0]));
  CHECK(byFiles.objects[1].id == small.items[1]);
}

TEST_CASE("between any two random states every object that differs is told, and none that does not") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    tiku::test::RandomBank random(seed);
    const Bank before = random.bank();
    Bank after = before;
    Edit edit;
    const auto plan = before.all<Blueprint>().front();
    const auto* people = before.find<People>(People::kId);
    std::set<Id> touched;
    for (const auto& old : before.all<TheoryItem>()) {
      if (!random.chance(30)) continue;
      TheoryItem item = random.theoryItem(*plan, *people);
      item.id = old->id;
      touched.insert(item.id);
      edit.put(item);
    }
    const Standard standard = random.standard(before.info().levels);
    edit.put(standard);
    touched.insert(standard.id);
    after.apply(edit);
    RevisionChanges changes;
    for (const Id id : touched) {
      if (!sameContent(*before.object(id), *after.object(id)))
        changes.objects.push_back({id, *before.object(id), *after.object(id)});
    }
    Names names;
    names.add(after);
    const BankDifference difference = differenceOf(changes, names);
    std::size_t found = difference.objects.size();
    for (const Renumbering& one : difference.renumberings) found += one.codes.size();
    CHECK(found == changes.objects.size());
    for (const ObjectDifference& one : difference.objects) CHECK_FALSE(one.parts.empty());
  }
}
