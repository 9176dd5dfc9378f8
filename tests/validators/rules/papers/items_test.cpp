#include "validators/rules/papers/items.h"

#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"
#include "validators/rules/papers/objective_marks.h"
#include "validators/rules/papers/total.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

Paper theoryPaper(std::initializer_list<PaperEntry> entries) {
  Paper paper(Id::random(), level(3), Paper::Kind::kTheory);
  paper.number = "01";
  paper.sections = {{"一、判断题", {}}, {"二、其他", {}}};
  for (const PaperEntry& entry : entries) {
    auto& section = paper.sections[paper.sections[0].entries.size() < 2 ? 0 : 1];
    section.entries.push_back(entry);
  }
  return paper;
}

}  // namespace

TEST_CASE("a paper tells by number which entries cannot be asked, one finding per kind of fault") {
  const TheoryItem good = judgement("量具应定期检定。");
  TheoryItem retired = judgement("千分尺的精度低于钢直尺。");
  retired.status = ItemStatus::kRetired;
  TheoryItem other = judgement("钢直尺可以测量内径。");
  other.level = level(4);
  const SkillItem skill(Id::random(), level(3));
  const Marks one = Marks::whole(1);
  const Paper paper = theoryPaper({{good.id, one},
                                   {Id::random(), one},
                                   {retired.id, one},
                                   {other.id, one},
                                   {skill.id, one},
                                   {good.id, one},
                                   {Id::random(), one}});
  CHECK_THAT(messagesOf(findingsOf(bankWith(good, retired, other, skill, paper), PaperEntries::kId)),
             Catch::UnorderedEquals(std::vector<std::string>{
                 "三级理论试卷“01”的第 5 题与试卷不是同一类试题（默认值，非法规条文）。",
                 "三级理论试卷“01”的第 4 题不是三级试题（默认值，非法规条文）。",
                 "三级理论试卷“01”的第 2、7 题不在题库中（默认值，非法规条文）。",
                 "三级理论试卷“01”的第 3 题已经停用（默认值，非法规条文）。",
                 "三级理论试卷“01”的第 6 题在卷中已经出现过（默认值，非法规条文）。"}));
}

TEST_CASE("a paper hears of an item that comes back to the bank") {
  const TheoryItem item = judgement("量具应定期检定。");
  const Paper paper = theoryPaper({{item.id, Marks::whole(1)}});
  Bank bank = bankWith(paper);
  Checker checker(bank, Profile::load("guizhou"));
  const auto faults = [&] {
    const auto found = checker.findingsOf(paper.id);
    return std::ranges::count(found, PaperEntries::kId, &Finding::rule);
  };
  CHECK(faults() == 1);
  bank.apply(Edit().put(item));
  CHECK(faults() == 0);
}

TEST_CASE("the full mark of a theory paper is 100") {
  const TheoryItem item = judgement("量具应定期检定。");
  Paper paper = theoryPaper({{item.id, *Marks::parse("99.5")}});
  const std::vector<Finding> found = findingsOf(bankWith(item, paper), PaperTotal::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].clause == "第十四条");
  CHECK(found[0].measured == "99.5");
  CHECK(found[0].required == "100");
  CHECK(found[0].message == "三级理论试卷“01”合计 99.5 分，满分应为 100 分（第十四条）。");
  CHECK(found[0].advice == "还差 0.5 分：补题，或调整每题分值。");
  paper.sections[0].entries[0].marks = Marks::whole(100);
  CHECK(findingsOf(bankWith(item, paper), PaperTotal::kId).empty());
}

TEST_CASE("a judgement counts 1 or 0.5 marks and a 多选 1") {
  const TheoryItem one = judgement("量具应定期检定。");
  const TheoryItem two = judgement("千分尺的精度低于钢直尺。");
  const TheoryItem multiple = choice("属于量具的有（　）。", {"卡尺", "扳手", "千分尺", "锉刀"}, "AC");
  const Paper right = theoryPaper(
      {{one.id, Marks::whole(1)}, {two.id, *Marks::parse("0.5")}, {multiple.id, Marks::whole(1)}});
  CHECK(findingsOf(bankWith(one, two, multiple, right), ObjectiveMarks::kId).empty());
  const Paper wrong = theoryPaper(
      {{one.id, Marks::whole(2)}, {two.id, Marks::whole(3)}, {multiple.id, *Marks::parse("0.5")}});
  const std::vector<Finding> found = findingsOf(bankWith(one, two, multiple, wrong), ObjectiveMarks::kId);
  CHECK_THAT(messagesOf(found),
             Catch::UnorderedEquals(std::vector<std::string>{
                 "三级理论试卷“01”有 2 道判断题每题 2、3 分，应为 0.5、1 分（第十四条备注）：第 1、2 题。",
                 "三级理论试卷“01”有 1 道多选题每题 0.5 分，应为 1 分（第十四条备注）：第 3 题。"}));
}
