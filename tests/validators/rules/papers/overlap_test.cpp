#include "validators/rules/papers/overlap.h"

#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"
#include "validators/rules/papers/skills_overlap.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

/// Ten papers' worth of judgements.
std::vector<TheoryItem> judgements(int count) {
  std::vector<TheoryItem> items;
  for (int i = 0; i < count; ++i) items.push_back(judgement("第" + std::to_string(i) + "种量具应定期检定。"));
  return items;
}

Paper paperOf(const char* number, const std::vector<TheoryItem>& items, std::size_t from, std::size_t to) {
  Paper paper(Id::random(), level(3), Paper::Kind::kTheory);
  paper.number = number;
  paper.sections.emplace_back();
  for (std::size_t i = from; i < to; ++i) paper.sections[0].entries.push_back({items[i].id, Marks::whole(1)});
  return paper;
}

Bank bankOf(const std::vector<TheoryItem>& items, const std::vector<Paper>& papers) {
  Bank bank = bankWith();
  Edit edit;
  for (const TheoryItem& item : items) edit.put(item);
  for (const Paper& paper : papers) edit.put(paper);
  bank.apply(edit);
  return bank;
}

}  // namespace

TEST_CASE("two papers of a level may share ten items of a hundred, and not eleven") {
  const std::vector<TheoryItem> items = judgements(190);
  const Paper a = paperOf("A", items, 0, 100);
  const Paper allowed = paperOf("B", items, 90, 190);
  CHECK(findingsOf(bankOf(items, {a, allowed}), PaperOverlap::kId).empty());

  const Paper b = paperOf("B", items, 89, 189);
  const std::vector<Finding> found = findingsOf(bankOf(items, {b, a}), PaperOverlap::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kError);
  CHECK(found[0].clause == "第六条（四）");
  CHECK(found[0].subject.id == b.id);
  CHECK(found[0].subject.field == "overlap/" + a.id.str());
  CHECK(found[0].measured == "11%");
  CHECK(found[0].required == "10%");
  CHECK(found[0].message ==
        "三级理论试卷“B”与三级理论试卷“A”有 11 道题相同，计 11 分，重复率 11%，高于 10%（第六条（四））。");
  CHECK(found[0].advice == "更换其中一套试卷的重复试题。");
}

TEST_CASE("the shared marks count as much as the shared items, and from the smaller paper's side") {
  const std::vector<TheoryItem> items = judgements(30);
  Paper a = paperOf("A", items, 0, 20);
  Paper b = paperOf("B", items, 19, 30);
  a.sections[0].entries[19].marks = Marks::whole(4);
  CHECK(findingsOf(bankOf(items, {a, b}), PaperOverlap::kId).at(0).measured == "17.4%");
  a.sections[0].entries[19].marks = Marks::whole(1);
  CHECK(findingsOf(bankOf(items, {a, b}), PaperOverlap::kId).empty());
  b = paperOf("B", items, 19, 25);
  CHECK(findingsOf(bankOf(items, {a, b}), PaperOverlap::kId).at(0).measured == "16.7%");
}

TEST_CASE("an item typed again for the second paper is the same item, until its words are changed") {
  std::vector<TheoryItem> items = judgements(20);
  items[15].stem = items[0].stem;
  items[16].stem = items[1].stem;
  const Paper a = paperOf("A", items, 0, 10);
  const Paper b = paperOf("B", items, 10, 20);
  Bank bank = bankOf(items, {a, b});
  Checker checker(bank, Profile::load("guizhou"));
  const auto overlaps = [&] {
    const auto found = checker.findingsOf(b.id);
    return std::ranges::count(found, PaperOverlap::kId, &Finding::rule);
  };
  CHECK(overlaps() == 1);
  items[0].stem = text("量块应成组使用。");
  bank.apply(Edit().put(items[0]));
  CHECK(overlaps() == 0);
}

TEST_CASE("operational papers of different levels share no item, those of one level may") {
  SkillItem item(Id::random(), level(3));
  item.title = "更换制动片";
  const auto paper = [&item](const char* number, int at) {
    Paper made(Id::random(), level(at), Paper::Kind::kSkills);
    made.number = number;
    made.sections = {{"", {{item.id, Marks::whole(100)}}}};
    return made;
  };
  const Paper low = paper("A", 4);
  const Paper high = paper("B", 3);
  const Paper second = paper("C", 3);
  const std::vector<Finding> found = findingsOf(bankWith(item, low, high, second), SkillsOverlap::kId);
  REQUIRE(found.size() == 2);
  for (const Finding& finding : found) CHECK(finding.subject.field == "overlap/" + low.id.str());
  CHECK(messagesOf(found) ==
        std::vector<std::string>{"三级操作试卷“B”与四级操作试卷“A”有 1 道题相同，"
                                 "不同等级操作技能试卷之间试题不应重复（第六条（四））。",
                                 "三级操作试卷“C”与四级操作试卷“A”有 1 道题相同，"
                                 "不同等级操作技能试卷之间试题不应重复（第六条（四））。"});
}
