#include "formats/exchange/merge_items.h"

#include <catch2/catch.hpp>

using namespace tiku::formats;
using What = MergedItem::What;

namespace {

const Level kThree = *Level::of(3);

TheoryItem choice(const std::string& stem, Key key, const std::string& at,
                  const std::string& file = "复习题.docx") {
  TheoryItem item(Id::random(), kThree, ItemType::kSingleChoice);
  item.stem = RichText::plain(stem);
  for (const char* option : {"车床", "铣床", "磨床", "钻床"}) item.options.push_back(RichText::plain(option));
  item.key = std::move(key);
  item.source = {file, at};
  return item;
}

struct Run {
  std::vector<MergedItem> merged;
  std::map<std::string, int> counts;
  Edit edit;
};

Run import(Bank& bank, std::vector<TheoryItem> found, bool byOrder = false) {
  Run run;
  run.merged = mergeItems(bank, std::move(found), byOrder, run.edit, run.counts);
  bank.apply(run.edit);
  return run;
}

const ChoiceKey kA{{0}};
const ChoiceKey kB{{1}};

Blueprint withPoints(int count) {
  Blueprint blueprint(kThree);
  ElementTable::Top top;
  top.scope.id = Id::random();
  for (int i = 0; i < count; ++i) {
    Point point;
    point.id = Id::random();
    point.code = std::to_string(i + 1);
    top.scope.points.push_back(point);
  }
  blueprint.theory.tops.push_back(top);
  return blueprint;
}

}  // namespace

TEST_CASE("importing the same items again changes nothing, wherever they moved in the file") {
  Bank bank;
  CHECK(import(bank, {choice("外圆用（　）加工。", kA, "段 3")}).counts["added"] == 1);
  Run again = import(bank, {choice("外圆用（　）加工。", kA, "段 9")});
  CHECK(again.edit.empty());
  CHECK(again.counts["unchanged"] == 1);
  CHECK(again.merged[0].what == What::kUnchanged);
  CHECK(again.merged[0].doubt.empty());
}

TEST_CASE("a mock paper with a key gives the key to the review question that had none") {
  Bank bank;
  import(bank, {choice("外圆用（　）加工。", {}, "段 3")});
  const Id id = bank.all<TheoryItem>().front()->id;
  Run paper = import(bank, {choice("外圆用( )加工.", kA, "段 40", "模拟试卷.docx")});
  CHECK(paper.counts["changed"] == 1);
  CHECK(paper.merged[0].id == id);
  const auto item = bank.get<TheoryItem>(id);
  CHECK(item->key == Key(kA));
  CHECK(item->stem.str() == "外圆用（　）加工。");
  CHECK(item->source.file == "复习题.docx");
}

TEST_CASE("another file's different key is not taken over but told") {
  Bank bank;
  import(bank, {choice("外圆用（　）加工。", kA, "段 3")});
  Run paper = import(bank, {choice("外圆用（　）加工。", kB, "段 40", "模拟试卷.docx")});
  CHECK(paper.edit.empty());
  CHECK(paper.counts["key-conflicts"] == 1);
  CHECK(paper.merged[0].doubt == "与题库中已有答案不同（该题来自“复习题.docx”段 3），题库未改，请核对。");
  // A person may still decide for the file: the whole item as it says it, from where the bank has it.
  REQUIRE(paper.merged[0].theirs);
  TheoryItem theirs = *bank.all<TheoryItem>().front();
  theirs.key = kB;
  CHECK(*paper.merged[0].theirs == theirs);
}

TEST_CASE("a corrected file corrects its own item, and says so where the key changed") {
  Bank bank;
  import(bank, {choice("外圆用（　）加工。", kA, "段 3")});
  Run corrected = import(bank, {choice("外圆用（　）加工。", kB, "段 3")});
  CHECK(corrected.counts["changed"] == 1);
  CHECK(corrected.merged[0].doubt == "答案与题库中已有答案不同，已按此文件更新，请核对。");
  CHECK_FALSE(corrected.merged[0].theirs);
  CHECK(bank.all<TheoryItem>().front()->key == Key(kB));
}

TEST_CASE("what the bank knows and the file does not say is kept") {
  Bank bank;
  TheoryItem known = choice("外圆用（　）加工。", kA, "段 3");
  known.difficulty = 3;
  known.status = ItemStatus::kReviewed;
  known.rationale = RichText::plain("车床加工回转面。");
  bank.apply(Edit().put(known));
  CHECK(import(bank, {choice("外圆用（　）加工。", {}, "段 3")}).edit.empty());
  CHECK(*bank.all<TheoryItem>().front() == known);
}

TEST_CASE("an item that stands twice in a file is taken once, and the second place names the first") {
  Bank bank;
  Run run = import(bank, {choice("外圆用（　）加工。", {}, "段 3"), choice("外圆用____加工", kA, "段 8"),
                          choice("外圆用（　）加工。", kB, "段 13")});
  CHECK(bank.all<TheoryItem>().size() == 1);
  CHECK(run.counts["added"] == 1);
  CHECK(run.counts["repeated"] == 2);
  CHECK(run.merged[1].doubt == "与“段 3”处的试题相同，没有重复加入。");
  CHECK(run.merged[2].doubt == "与“段 3”处的试题相同，答案却不同，没有重复加入。");
  CHECK(bank.all<TheoryItem>().front()->key == Key(kA));
}

TEST_CASE("a printed code names its item even after the words were rewritten, but not when many share it") {
  Bank bank;
  TheoryItem coded = choice("外圆用（　）加工。", kA, "段 3");
  coded.code = "B-A-001-001";
  import(bank, {coded});
  TheoryItem rewritten = choice("轴的外圆用（　）加工。", kA, "Sheet1!4", "题库.xlsx");
  rewritten.code = coded.code;
  CHECK(import(bank, {rewritten}).counts["changed"] == 1);
  CHECK(bank.all<TheoryItem>().front()->stem.str() == "轴的外圆用（　）加工。");

  TheoryItem one = choice("平面用（　）加工。", kB, "Sheet1!2", "按考评点.xlsx");
  TheoryItem two = choice("孔用（　）加工。", kB, "Sheet1!3", "按考评点.xlsx");
  one.code = two.code = coded.code;
  CHECK(import(bank, {one, two}).counts["added"] == 2);
}

TEST_CASE("review questions are linked to the points in order only when there is one for each point") {
  Bank bank;
  const Blueprint blueprint = withPoints(2);
  bank.apply(Edit().put(blueprint));
  Run three = import(
      bank, {choice("一（　）", {}, "段 1"), choice("二（　）", {}, "段 2"), choice("三（　）", {}, "段 3")},
      true);
  CHECK(three.counts["linked"] == 0);
  Run two = import(bank, {choice("甲（　）", {}, "段 1", "b"), choice("乙（　）", {}, "段 2", "b")}, true);
  CHECK(two.counts["linked"] == 2);
  CHECK(bank.get<TheoryItem>(two.merged[1].id)->point == blueprint.theory.tops[0].scope.points[1].id);

  // A person then moves the first item to another point: importing again leaves it there.
  TheoryItem moved = *bank.get<TheoryItem>(two.merged[0].id);
  moved.point = blueprint.theory.tops[0].scope.points[1].id;
  bank.apply(Edit().put(moved));
  Run again = import(bank, {choice("甲（　）", {}, "段 1", "b"), choice("乙（　）", {}, "段 2", "b")}, true);
  CHECK(again.edit.empty());
  CHECK(again.counts["linked"] == 0);
}
