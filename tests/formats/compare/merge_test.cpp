#include "formats/compare/merge.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "formats/base/error.h"

namespace {

using namespace tiku::formats;
using About = MergeQuestion::About;
using Take = MergeAnswer::Take;

template <typename T>
Object made(T value) {
  return std::make_shared<const T>(std::move(value));
}

Id id(unsigned n) {
  return Id::wellKnown(5000 + n);
}

Point point(unsigned n, const std::string& name) {
  Point point;
  point.id = id(n);
  point.code = "00" + std::to_string(n % 10);
  point.name = name;
  return point;
}

// Two scopes below one top scope; three points in the first, one in the second.
Blueprint table() {
  Blueprint made(*Level::of(3));
  Scope top;
  top.id = id(100);
  top.code = "B";
  top.name = "相关知识";
  Scope turning;
  turning.id = id(110);
  turning.code = "A";
  turning.name = "车削加工";
  turning.points = {point(1, "刀具角度"), point(2, "切削用量"), point(3, "工件装夹")};
  Scope milling;
  milling.id = id(120);
  milling.code = "B";
  milling.name = "铣削加工";
  milling.points = {point(4, "铣刀选择")};
  top.scopes = {turning, milling};
  made.theory.tops = {{Part::kWork, top}};
  return made;
}

std::vector<Scope>& scopesOf(Blueprint& blueprint) {
  return blueprint.theory.tops[0].scope.scopes;
}

std::vector<std::string> namesIn(const Object& object, std::size_t scope) {
  std::vector<std::string> names;
  for (const Point& point : as<Blueprint>(object)->theory.tops[0].scope.scopes[scope].points) {
    names.push_back(point.name);
  }
  return names;
}

using Words = std::vector<std::string>;

TheoryItem turningItem() {
  TheoryItem item(id(900), *Level::of(3), ItemType::kSingleChoice);
  item.stem = RichText::plain("粗车时应选（　）。");
  for (const char* option : {"大的背吃刀量", "小的背吃刀量", "高的切削速度"}) {
    item.options.push_back(RichText::plain(option));
  }
  item.key = ChoiceKey{{0}};
  return item;
}

Words optionsOf(const Object& object) {
  Words options;
  for (const RichText& option : as<TheoryItem>(object)->options) options.push_back(option.str());
  return options;
}

Words addressesOf(const ObjectMerge& merge) {
  Words addresses;
  for (const MergeQuestion& question : merge.questions) addresses.push_back(question.address);
  return addresses;
}

}  // namespace

TEST_CASE("one name of one point that two people changed is one question, and the rest of the table merges",
          "[merge]") {
  const Blueprint base = table();
  Blueprint mine = base;
  scopesOf(mine)[0].points[0].name = "车刀的几何角度";
  scopesOf(mine)[0].points[1].note = "重点";
  Blueprint theirs = base;
  scopesOf(theirs)[0].points[0].name = "刀具的主要角度";
  scopesOf(theirs)[0].points.push_back(point(5, "表面粗糙度"));
  scopesOf(theirs)[1].name = "铣削";
  const ObjectMerge merge = mergeObject(made(base), made(mine), made(theirs));

  const std::string address = base.id.str() + "/theory/" + id(1).str() + "/name";
  REQUIRE(merge.questions.size() == 1);
  CHECK(merge.questions[0] == MergeQuestion{address, About::kField, base.id,
                                            "考评点 B-A-001“车刀的几何角度”的名称", "刀具角度",
                                            "车刀的几何角度", "刀具的主要角度", true});
  const auto* merged = as<Blueprint>(merge.object);
  CHECK(namesIn(merge.object, 0) == Words{"车刀的几何角度", "切削用量", "工件装夹", "表面粗糙度"});
  CHECK(merged->theory.tops[0].scope.scopes[0].points[1].note == "重点");
  CHECK(merged->theory.tops[0].scope.scopes[1].name == "铣削");

  SECTION("each answer gives the table with that name") {
    const auto named = [&](const MergeAnswer& answer) {
      const ObjectMerge again = mergeObject(made(base), made(mine), made(theirs), {{address, answer}});
      CHECK(again.questions.empty());
      return namesIn(again.object, 0).front();
    };
    CHECK(named({Take::kMine}) == "车刀的几何角度");
    CHECK(named({Take::kTheirs}) == "刀具的主要角度");
    CHECK(named({Take::kText, "车刀的主要角度"}) == "车刀的主要角度");
  }
}

TEST_CASE("a point that I moved to another scope and they renamed is there with its new name", "[merge]") {
  const Blueprint base = table();
  Blueprint mine = base;
  scopesOf(mine)[1].points.push_back(scopesOf(mine)[0].points[2]);
  scopesOf(mine)[0].points.pop_back();
  Blueprint theirs = base;
  scopesOf(theirs)[0].points[2].name = "工件的定位与夹紧";
  const ObjectMerge merge = mergeObject(made(base), made(mine), made(theirs));
  CHECK(merge.questions.empty());
  CHECK(namesIn(merge.object, 0) == Words{"刀具角度", "切削用量"});
  CHECK(namesIn(merge.object, 1) == Words{"铣刀选择", "工件的定位与夹紧"});
}

TEST_CASE("a point that both moved, each elsewhere, is asked for its place and stands in one", "[merge]") {
  Blueprint base = table();
  Scope grinding;
  grinding.id = id(130);
  grinding.name = "磨削";
  scopesOf(base).push_back(grinding);
  const auto moved = [&](std::size_t to) {
    Blueprint changed = base;
    scopesOf(changed)[to].points.push_back(scopesOf(changed)[0].points[0]);
    scopesOf(changed)[0].points.erase(scopesOf(changed)[0].points.begin());
    return made(changed);
  };
  const ObjectMerge merge = mergeObject(made(base), moved(1), moved(2));
  const std::string address = base.id.str() + "/theory/" + id(1).str() + "/#place";
  CHECK(addressesOf(merge) == Words{address});
  CHECK(merge.questions[0].fieldWord == "考评点 B-B-001“刀具角度”的位置");
  CHECK(merge.questions[0].theirs == "磨削");
  CHECK(namesIn(merge.object, 1) == Words{"铣刀选择", "刀具角度"});
  CHECK(namesIn(merge.object, 2).empty());
  const ObjectMerge theirs = mergeObject(made(base), moved(1), moved(2), {{address, {Take::kTheirs}}});
  CHECK(namesIn(theirs.object, 1) == Words{"铣刀选择"});
  CHECK(namesIn(theirs.object, 2) == Words{"刀具角度"});
}

TEST_CASE("two scopes that each went below the other do not swallow each other", "[merge]") {
  const Blueprint base = table();
  const auto below = [&](std::size_t upper) {
    Blueprint changed = base;
    auto& scopes = scopesOf(changed);
    Scope lower = scopes[1 - upper];
    scopes.erase(scopes.begin() + static_cast<std::ptrdiff_t>(1 - upper));
    scopes[0].scopes.push_back(lower);
    return made(changed);
  };
  const ObjectMerge merge = mergeObject(made(base), below(0), below(1));
  REQUIRE(merge.questions.size() == 1);
  CHECK(sameContent(merge.object, below(0)));
  const ObjectMerge theirs =
      mergeObject(made(base), below(0), below(1), {{merge.questions[0].address, {Take::kTheirs}}});
  CHECK(theirs.questions.empty());
  CHECK(sameContent(theirs.object, below(1)));
}

TEST_CASE("what both add behind one point stands in the same order whichever side is mine", "[merge]") {
  const Blueprint base = table();
  const auto with = [&](std::vector<Point> added) {
    Blueprint changed = base;
    auto& points = scopesOf(changed)[0].points;
    points.insert(points.begin() + 1, added.begin(), added.end());
    return made(changed);
  };
  const Object mine = with({point(21, "甲一"), point(29, "甲二")});
  const Object theirs = with({point(25, "乙")});
  const ObjectMerge one = mergeObject(made(base), mine, theirs);
  CHECK(one.questions.empty());
  CHECK(sameContent(one.object, mergeObject(made(base), theirs, mine).object));
  CHECK(namesIn(one.object, 0) == Words{"刀具角度", "甲一", "甲二", "乙", "切削用量", "工件装夹"});
}

TEST_CASE("an order that one side changed is taken, of two other orders one is chosen", "[merge]") {
  const Blueprint base = table();
  Blueprint mine = base;
  std::swap(scopesOf(mine)[0].points[0], scopesOf(mine)[0].points[2]);
  Blueprint theirs = base;
  scopesOf(theirs)[0].points[1].name = "切削用量的选择";
  const ObjectMerge merge = mergeObject(made(base), made(mine), made(theirs));
  CHECK(merge.questions.empty());
  CHECK(namesIn(merge.object, 0) == Words{"工件装夹", "切削用量的选择", "刀具角度"});

  std::swap(scopesOf(theirs)[0].points[0], scopesOf(theirs)[0].points[1]);
  const ObjectMerge asked = mergeObject(made(base), made(mine), made(theirs));
  const std::string address = base.id.str() + "/theory/" + id(110).str() + "/points/#order";
  CHECK(addressesOf(asked) == Words{address});
  CHECK(namesIn(asked.object, 0) == Words{"工件装夹", "切削用量的选择", "刀具角度"});
  const ObjectMerge other = mergeObject(made(base), made(mine), made(theirs), {{address, {Take::kTheirs}}});
  CHECK(namesIn(other.object, 0) == Words{"切削用量的选择", "刀具角度", "工件装夹"});
}

TEST_CASE("a scope that they removed and I added a point to is one question, and may stay", "[merge]") {
  const Blueprint base = table();
  Blueprint mine = base;
  scopesOf(mine)[0].points.push_back(point(7, "车削安全"));
  Blueprint theirs = base;
  scopesOf(theirs).erase(scopesOf(theirs).begin());
  const ObjectMerge merge = mergeObject(made(base), made(mine), made(theirs));
  const std::string address = base.id.str() + "/theory/" + id(110).str();
  REQUIRE(addressesOf(merge) == Words{address});
  CHECK(merge.questions[0].about == About::kRemovedByThem);
  CHECK(merge.questions[0].theirs.empty());
  CHECK(merge.questions[0].mine.find("车削安全") != std::string::npos);
  CHECK(namesIn(merge.object, 0) == Words{"刀具角度", "切削用量", "工件装夹", "车削安全"});
  const ObjectMerge gone = mergeObject(made(base), made(mine), made(theirs), {{address, {Take::kTheirs}}});
  CHECK(namesIn(gone.object, 0) == Words{"铣刀选择"});
  const ObjectMerge turned = mergeObject(made(base), made(theirs), made(mine));
  CHECK(turned.questions[0].about == About::kRemovedByMe);
  CHECK(namesIn(turned.object, 0) == Words{"铣刀选择"});
}

TEST_CASE("what both removed, and what one removed and nobody changed, is gone without a question",
          "[merge]") {
  const Blueprint base = table();
  Blueprint mine = base;
  scopesOf(mine)[0].points.erase(scopesOf(mine)[0].points.begin());
  Blueprint theirs = mine;
  theirs.theory.compiledBy = "林晓";
  scopesOf(theirs)[0].points.pop_back();
  const ObjectMerge merge = mergeObject(made(base), made(mine), made(theirs));
  CHECK(merge.questions.empty());
  CHECK(namesIn(merge.object, 0) == Words{"切削用量"});
}

TEST_CASE("two people at two options of one item do not meet, and both may add one", "[merge]") {
  const TheoryItem base = turningItem();
  TheoryItem mine = base;
  mine.options[1] = RichText::plain("小的进给量");
  mine.options.push_back(RichText::plain("甲加的"));
  TheoryItem theirs = base;
  theirs.options[2] = RichText::plain("高的主轴转速");
  theirs.options.push_back(RichText::plain("乙加的"));
  const ObjectMerge merge = mergeObject(made(base), made(mine), made(theirs));
  CHECK(merge.questions.empty());
  Words options = optionsOf(merge.object);
  std::sort(options.begin() + 3, options.end());
  CHECK(options == Words{"大的背吃刀量", "小的进给量", "高的主轴转速", "乙加的", "甲加的"});
  CHECK(as<TheoryItem>(merge.object)->key == Key(ChoiceKey{{0}}));
  CHECK(sameContent(merge.object, mergeObject(made(base), made(theirs), made(mine)).object));
}

TEST_CASE("a key goes on meaning the same option when the other side moves the options", "[merge]") {
  const TheoryItem base = turningItem();
  TheoryItem mine = base;
  std::swap(mine.options[0], mine.options[2]);
  mine.key = ChoiceKey{{2}};
  TheoryItem theirs = base;
  theirs.options[0] = RichText::plain("较大的背吃刀量");
  const ObjectMerge merge = mergeObject(made(base), made(mine), made(theirs));
  CHECK(merge.questions.empty());
  CHECK(optionsOf(merge.object) == Words{"高的切削速度", "小的背吃刀量", "较大的背吃刀量"});
  CHECK(as<TheoryItem>(merge.object)->key == Key(ChoiceKey{{2}}));
}

TEST_CASE("a new key is asked about when the other side has reworded what it answers", "[merge]") {
  const TheoryItem base = turningItem();
  TheoryItem mine = base;
  mine.key = ChoiceKey{{2}};
  TheoryItem theirs = base;
  theirs.stem = RichText::plain("粗车时不应选（　）。");
  const std::string address = base.id.str() + "/key";
  const ObjectMerge merge = mergeObject(made(base), made(mine), made(theirs));
  REQUIRE(addressesOf(merge) == Words{address});
  CHECK(merge.questions[0].mine == "C　高的切削速度");
  CHECK(merge.questions[0].theirs == "A　大的背吃刀量");
  CHECK(as<TheoryItem>(merge.object)->stem == theirs.stem);
  const ObjectMerge taken = mergeObject(made(base), made(mine), made(theirs), {{address, {Take::kTheirs}}});
  CHECK(as<TheoryItem>(taken.object)->key == Key(ChoiceKey{{0}}));

  // An item whose new key means an option that is gone is asked about as one thing.
  TheoryItem shorter = base;
  shorter.options.pop_back();
  const ObjectMerge whole = mergeObject(made(base), made(mine), made(shorter));
  CHECK(addressesOf(whole) == Words{base.id.str() + "/answer"});
  CHECK(sameContent(whole.object, made(mine)));

  // Right or wrong: the statement and its key belong together.
  TheoryItem statement(id(901), *Level::of(3), ItemType::kTrueFalse);
  statement.stem = RichText::plain("粗车时背吃刀量要小。");
  statement.key = JudgementKey{true};
  TheoryItem righted = statement;
  righted.key = JudgementKey{false};
  TheoryItem reworded = statement;
  reworded.stem = RichText::plain("精车时背吃刀量要小。");
  CHECK(addressesOf(mergeObject(made(statement), made(righted), made(reworded))) ==
        Words{statement.id.str() + "/key"});
}

TEST_CASE("two rows of a score sheet and two lines of its materials come together by what they say",
          "[merge]") {
  SkillItem base(id(800), *Level::of(3));
  for (const char* content : {"外圆尺寸", "表面粗糙度", "安全文明生产"}) {
    ScoreRow row;
    row.content = RichText::plain(content);
    row.marks = Marks::whole(10);
    base.scores.push_back(row);
  }
  base.materials = {{Material::Provider::kExamRoom, "车床", "CA6140", "1", ""}};
  SkillItem mine = base;
  mine.scores[0].criterion = RichText::plain("超差 0.01 扣 2 分");
  mine.scores[1].marks = Marks::whole(15);
  mine.materials.push_back({Material::Provider::kCandidate, "外圆车刀", "", "2", ""});
  SkillItem theirs = base;
  theirs.scores[0].marks = Marks::whole(20);
  theirs.scores[1].marks = Marks::whole(12);
  theirs.scores.insert(theirs.scores.begin(), ScoreRow{});
  theirs.scores[0].content = RichText::plain("准备工作");
  theirs.materials.push_back({Material::Provider::kCandidate, "游标卡尺", "", "1", ""});
  const ObjectMerge merge = mergeObject(made(base), made(mine), made(theirs));
  REQUIRE(addressesOf(merge) == Words{base.id.str() + "/scores/1/marks"});
  CHECK(merge.questions[0].fieldWord == "评分表 第 2 项的配分");
  const auto* merged = as<SkillItem>(merge.object);
  REQUIRE(merged->scores.size() == 4);
  CHECK(merged->scores[0].content.str() == "准备工作");
  CHECK(merged->scores[1].criterion.str() == "超差 0.01 扣 2 分");
  CHECK(merged->scores[1].marks == Marks::whole(20));
  CHECK(merged->scores[2].marks == Marks::whole(15));
  CHECK(merged->materials.size() == 3);
}

TEST_CASE("an item of which no common state is known is asked about only where it differs", "[merge]") {
  TheoryItem mine = turningItem();
  mine.rationale = RichText::plain("甲的解析");
  TheoryItem theirs = turningItem();
  theirs.reference = "车工工艺学";
  theirs.stem = RichText::plain("粗加工时应选（　）。");
  const ObjectMerge merge = mergeObject({}, made(mine), made(theirs));
  CHECK(addressesOf(merge) == Words{mine.id.str() + "/stem"});
  CHECK(as<TheoryItem>(merge.object)->reference == "车工工艺学");
  CHECK(as<TheoryItem>(merge.object)->rationale.str() == "甲的解析");
  CHECK(mergeObject({}, made(mine), made(mine)).questions.empty());

  const Blueprint here = table();
  Blueprint there = table();
  scopesOf(there)[0].points.push_back(point(8, "另加的"));
  scopesOf(there)[1].points[0].name = "铣刀的选择";
  const ObjectMerge tables = mergeObject({}, made(here), made(there));
  CHECK(addressesOf(tables) == Words{here.id.str() + "/theory/" + id(4).str() + "/name"});
  CHECK(namesIn(tables.object, 0) == Words{"刀具角度", "切削用量", "工件装夹", "另加的"});
}

TEST_CASE("an item that one side removed and the other changed is asked about, and either may be had",
          "[merge]") {
  const TheoryItem base = turningItem();
  TheoryItem changed = base;
  changed.difficulty = 2;
  const ObjectMerge merge = mergeObject(made(base), {}, made(changed));
  REQUIRE(merge.questions.size() == 1);
  CHECK(merge.questions[0] == MergeQuestion{base.id.str(), About::kRemovedByMe, base.id, "",
                                            merge.questions[0].base, "", "难度：2", false});
  CHECK(std::holds_alternative<std::monostate>(merge.object));
  const ObjectMerge kept = mergeObject(made(base), {}, made(changed), {{base.id.str(), {Take::kTheirs}}});
  CHECK(sameContent(kept.object, made(changed)));
}

TEST_CASE("where the base does not count, what differs is asked though one side left it as it was",
          "[merge]") {
  const TheoryItem base = turningItem();
  TheoryItem theirs = base;
  theirs.stem = RichText::plain("粗加工时应选（　）。");
  theirs.difficulty = 4;
  const std::string stem = base.id.str() + "/stem";
  const ObjectMerge merge = mergeObject(made(base), made(base), made(theirs), {}, {stem});
  CHECK(addressesOf(merge) == Words{stem});
  CHECK(as<TheoryItem>(merge.object)->difficulty == 4);
}

TEST_CASE("other words are refused where a question has no text for an answer", "[merge]") {
  const TheoryItem base = turningItem();
  TheoryItem mine = base;
  mine.difficulty = 1;
  TheoryItem theirs = base;
  theirs.difficulty = 5;
  const MergeAnswers answers{{base.id.str() + "/difficulty", {Take::kText, "3"}}};
  CHECK_THROWS_AS(mergeObject(made(base), made(mine), made(theirs), answers), FormatError);
}
