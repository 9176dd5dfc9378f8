#include "validators/rules/papers/near_overlap.h"

#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

Paper paperOf(const char* number, const std::vector<TheoryItem>& items) {
  Paper paper(Id::random(), level(3), Paper::Kind::kTheory);
  paper.number = number;
  PaperSection section;
  for (const TheoryItem& item : items) section.entries.push_back({item.id, Marks::whole(1)});
  paper.sections.push_back(section);
  return paper;
}

}  // namespace

TEST_CASE("two papers that ask the same in other words overlap, which the clause's own figure does not say") {
  const TheoryItem asked = choice("游标卡尺使用前应当检查（　）是否对齐。", {"零位", "刀口", "测深杆"}, "A");
  const TheoryItem told = judgement("游标卡尺使用前应当检查零位是否对齐。");
  const TheoryItem other = judgement("淬火以后的零件必须回火才能使用。");
  const TheoryItem another = judgement("测量平面度误差可以使用刀口形直尺。");
  const Paper a = paperOf("A", {asked, other});
  const Paper b = paperOf("B", {told, another});
  Bank bank = bankWith(asked, told, other, another, a, b);

  CHECK(findingsOf(bank, "papers/overlap").empty());
  const auto found = findingsOf(bank, NearOverlap::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kInfo);
  CHECK(found[0].clause == "默认值，非法规条文");
  CHECK(found[0].subject.id == b.id);
  CHECK(found[0].measured == "50%");
  CHECK(found[0].required == "10%");
  CHECK(found[0].message ==
        "三级理论试卷“B”与三级理论试卷“A”有 0 道题相同，另有 1 道题写法不同、问的相同，计 1 分，连同后者的"
        "重复率 50%，高于 10%（默认值，非法规条文）。");

  Judgements judgements;
  const auto [first, second] = pairOf(asked.id, told.id);
  judgements.judgements.push_back({first,
                                   second,
                                   Judgement::Verdict::kDifferent,
                                   wordsDigest(first, bank),
                                   wordsDigest(second, bank),
                                   "一题考操作，一题考概念",
                                   "孙静",
                                   {}});
  bank.apply(Edit().put(judgements));
  CHECK(findingsOf(bank, NearOverlap::kId).empty());
}
