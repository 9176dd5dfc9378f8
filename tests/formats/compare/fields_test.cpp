#include "formats/compare/fields.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/support/random_bank.h"

namespace {

using namespace tiku::formats;

template <typename T>
Object object(T value) {
  return std::make_shared<const T>(std::move(value));
}

TheoryItem item() {
  TheoryItem item(Id::wellKnown(900), *Level::of(3), ItemType::kSingleChoice);
  item.stem = RichText::plain("车刀的前角（　）。");
  item.options = {RichText::plain("大"), RichText::plain("小")};
  item.key = ChoiceKey{{0}};
  item.difficulty = 3;
  return item;
}

std::vector<std::string> names(const std::vector<Field>& fields) {
  std::vector<std::string> names;
  for (const Field& field : fields) names.push_back(field.name);
  return names;
}

Blueprint blueprint() {
  Blueprint made(*Level::of(3));
  Scope scope;
  scope.id = Id::wellKnown(1000);
  scope.name = "车削";
  for (unsigned i = 0; i < 3; ++i) {
    Point point;
    point.id = Id::wellKnown(1001 + i);
    point.name = "点" + std::to_string(i);
    scope.points.push_back(point);
  }
  made.theory.tops.push_back({Part::kWork, scope});
  return made;
}

}  // namespace

TEST_CASE("what differs between two states of an item is named as its writer names it") {
  TheoryItem changed = item();
  changed.stem = RichText::plain("改");
  changed.key = ChoiceKey{{0, 1}};
  const std::vector<Field> fields = differingFields(object(item()), object(changed));
  CHECK(fields == std::vector<Field>{{"stem", "题干"}, {"key", "答案"}});
  CHECK(fieldText(object(changed), "key") == "A、B");
  CHECK(fieldText(object(item()), "difficulty") == "3");
  CHECK(fieldText(object(item()), "options") == "大\n小");
  CHECK(differingFields(object(item()), object(item())).empty());
}

TEST_CASE("of a table the rows that changed are told, of a text all of it") {
  Blueprint before(*Level::of(3));
  Scope scope;
  scope.id = Id::wellKnown(1);
  scope.code = "A";
  scope.name = "职业道德";
  for (unsigned i = 0; i < 40; ++i) {
    Point point;
    point.id = Id::wellKnown(10 + i);
    point.code = std::to_string(100 + i);
    point.name = "要点" + std::to_string(i);
    scope.points.push_back(std::move(point));
  }
  before.theory.tops.push_back({Part::kBasic, scope});
  Blueprint after = before;
  auto& points = after.theory.tops.front().scope.points;
  points[3].name = "改过的要点";
  points.pop_back();
  const auto table = [](const Blueprint& one) { return Object(std::make_shared<const Blueprint>(one)); };
  using Both = std::pair<std::string, std::string>;
  CHECK(fieldDifference(table(before), table(after), "theory") ==
        Both("A-103　要点3\nA-139　要点39", "A-103　改过的要点"));
  after = before;
  after.theory.compiledBy = "林晓";
  CHECK(fieldDifference(table(before), table(after), "theory") == Both("", ""));
  TheoryItem longer = item();
  longer.stem = RichText::plain("第一段\n第二段");
  CHECK(fieldDifference(object(item()), object(longer), "stem") == Both(item().stem.str(), "第一段\n第二段"));
  longer = item();
  longer.options[1] = RichText::plain("更小");
  CHECK(fieldDifference(object(item()), object(longer), "options") == Both("小", "更小"));
  CHECK(fieldWord(object(item()), "options") == "选项");
  CHECK(fieldWord(object(item()), "options/2") == "选项 C");
  CHECK(fieldWord(object(item()), "scoring/0") == "评分要点 第 1 项");
  CHECK(fieldWord(object(item()), "nonsense/0") == "nonsense/0");
}

TEST_CASE("two writers at two fields of one item do not meet") {
  TheoryItem mine = item();
  mine.stem = RichText::plain("我的题干");
  TheoryItem theirs = item();
  theirs.difficulty = 5;
  const MergedObject merged = mergeObjects(object(item()), object(mine), object(theirs));
  CHECK(merged.clashes.empty());
  const auto* both = as<TheoryItem>(merged.object);
  REQUIRE(both != nullptr);
  CHECK(both->stem.str() == "我的题干");
  CHECK(both->difficulty == 5);
}

TEST_CASE(
    "options and key are taken together: another key on one side and an option reworded on the other clash") {
  TheoryItem mine = item();
  mine.key = ChoiceKey{{1}};
  TheoryItem theirs = item();
  theirs.options[0] = RichText::plain("很大");
  const MergedObject merged = mergeObjects(object(item()), object(mine), object(theirs));
  CHECK(names(merged.clashes) == std::vector<std::string>{"options", "key"});
  CHECK(sameContent(merged.object, object(mine)));
  const Object taken = withField(merged.object, object(theirs), "options");
  CHECK(sameContent(taken, object(theirs)));
}

TEST_CASE("an item that one side removed and the other changed is asked about as a whole") {
  TheoryItem changed = item();
  changed.difficulty = 1;
  CHECK(mergeObjects(object(item()), object(changed), {}).removalClashes);
  CHECK(mergeObjects(object(item()), {}, object(changed)).removalClashes);
  CHECK_FALSE(mergeObjects(object(item()), {}, object(item())).removalClashes);
  CHECK(std::holds_alternative<std::monostate>(mergeObjects(object(item()), object(item()), {}).object));
  CHECK_FALSE(mergeObjects({}, {}, object(item())).removalClashes);
}

TEST_CASE("waivers, people and points that two writers add stand side by side") {
  Waivers base;
  base.waivers = {{"items/a", Id::wellKnown(1), "", "x", "理由", "甲", {}, {}},
                  {"items/b", Id::wellKnown(2), "", "x", "理由", "甲", {}, {}}};
  Waivers mine = base;
  mine.waivers.push_back({"items/c", Id::wellKnown(3), "", "x", "我的", "乙", {}, {}});
  Waivers theirs = base;
  theirs.waivers.erase(theirs.waivers.begin());
  theirs.waivers.push_back({"items/d", Id::wellKnown(4), "", "x", "他的", "丙", {}, {}});
  const MergedObject waivers = mergeObjects(object(base), object(mine), object(theirs));
  CHECK(waivers.clashes.empty());
  std::vector<std::string> rules;
  for (const Waiver& waiver : as<Waivers>(waivers.object)->waivers) rules.push_back(waiver.rule);
  std::ranges::sort(rules);
  CHECK(rules == std::vector<std::string>{"items/b", "items/c", "items/d"});

  const Blueprint table = blueprint();
  Blueprint ours = table;
  ours.theory.tops[0].scope.points[0].name = "改名";
  Blueprint others = table;
  Point added;
  added.id = Id::wellKnown(1010);
  added.name = "新点";
  auto& points = others.theory.tops[0].scope.points;
  points.insert(points.begin() + 1, added);
  const MergedObject merged = mergeObjects(object(table), object(ours), object(others));
  CHECK(merged.clashes.empty());
  std::vector<std::string> pointNames;
  for (const Point& point : as<Blueprint>(merged.object)->theory.tops[0].scope.points) {
    pointNames.push_back(point.name);
  }
  CHECK(pointNames == std::vector<std::string>{"改名", "新点", "点1", "点2"});
}

TEST_CASE("two writers at two work contents, or two weights, of one standard do not meet") {
  Standard base;
  LevelRequirements level(*Level::of(3));
  for (unsigned f = 0; f < 2; ++f) {
    Function function;
    function.id = Id::wellKnown(2000 + 10 * f);
    function.name = "职业功能";
    WorkContent content;
    content.id = Id::wellKnown(2001 + 10 * f);
    content.name = "工作内容";
    Requirement requirement;
    requirement.id = Id::wellKnown(2002 + 10 * f);
    requirement.text = "能加工";
    content.skills = {requirement};
    function.contents = {content};
    level.functions.push_back(function);
  }
  base.levels = {level};
  WeightRow row;
  row.name = "职业道德";
  row.weights = {{*Level::of(3), Weight::whole(5)}};
  base.theoryWeights = {row};

  Standard mine = base;
  mine.levels[0].functions[0].contents[0].name = "我的";
  mine.theoryWeights[0].weights[*Level::of(4)] = Weight::whole(10);
  Standard theirs = base;
  theirs.levels[0].functions[1].contents[0].skills[0].text = "能车削";
  theirs.theoryWeights[0].weights[*Level::of(3)] = Weight::whole(6);
  const MergedObject merged = mergeObjects(object(base), object(mine), object(theirs));
  CHECK(merged.clashes.empty());
  const auto* standard = as<Standard>(merged.object);
  REQUIRE(standard != nullptr);
  CHECK(standard->levels[0].functions[0].contents[0].name == "我的");
  CHECK(standard->levels[0].functions[1].contents[0].skills[0].text == "能车削");
  CHECK(standard->theoryWeights[0].weights ==
        std::map<Level, Weight>{{*Level::of(3), Weight::whole(6)}, {*Level::of(4), Weight::whole(10)}});

  // A requirement that both move, each under another function, is asked about.
  const auto moved = [&](std::size_t to) {
    Standard changed = base;
    auto& functions = changed.levels[0].functions;
    if (to == 1) {
      functions[1].contents[0].skills.push_back(functions[0].contents[0].skills[0]);
    } else {
      functions[1].contents[0].knowledge.push_back(functions[0].contents[0].skills[0]);
    }
    functions[0].contents[0].skills.clear();
    return object(changed);
  };
  CHECK(names(mergeObjects(object(base), moved(1), moved(2)).clashes) == std::vector<std::string>{"levels"});
}

TEST_CASE("a point that both moved, each elsewhere, does not end up in two places") {
  Blueprint base = blueprint();
  for (unsigned i = 0; i < 2; ++i) {
    Scope scope;
    scope.id = Id::wellKnown(1100 + i);
    base.theory.tops.push_back({Part::kWork, scope});
  }
  const auto moved = [&](std::size_t to) {
    Blueprint changed = base;
    auto& points = changed.theory.tops[0].scope.points;
    changed.theory.tops[to].scope.points.push_back(points[0]);
    points.erase(points.begin());
    return object(changed);
  };
  CHECK(names(mergeObjects(object(base), moved(1), moved(2)).clashes) == std::vector<std::string>{"theory"});
}

TEST_CASE("every field of every kind of object has a name of its own, words, and text") {
  const Bank bank = tiku::test::randomBank(11);
  for (const auto& [id, object] : bank.objects()) {
    std::vector<std::string> seen;
    for (const Field& field : fieldsOf(object)) {
      seen.push_back(field.name);
      CHECK_FALSE(field.word.empty());
      (void)fieldText(object, field.name);
    }
    std::ranges::sort(seen);
    CHECK(std::ranges::adjacent_find(seen) == seen.end());
    if (as<Media>(object) == nullptr) CHECK_FALSE(seen.empty());
  }
}

TEST_CASE("merging an unchanged side gives the changed one, for objects of every kind") {
  const Bank a = tiku::test::randomBank(12);
  const Bank b = tiku::test::randomBank(13);
  for (const auto& [id, left] : a.objects()) {
    for (const auto& [other, right] : b.objects()) {
      if (left.index() != right.index()) continue;
      CHECK(sameContent(mergeObjects(left, left, right).object, right));
      CHECK(sameContent(mergeObjects(left, right, left).object, right));
      CHECK(mergeObjects(left, right, right).clashes.empty());
    }
  }
}
