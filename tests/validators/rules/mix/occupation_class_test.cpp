#include "validators/rules/mix/occupation_class.h"

#include <catch2/catch.hpp>

#include "tests/support/table_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

TEST_CASE(
    "a bank of a 知识技能型 occupation without any 案例分析 is reminded of the clause, as information") {
  BankInfo info;
  info.levels = {level(2)};
  info.occupationClass = OccupationClass::kKnowledge;
  Bank bank(info);
  bank.apply(Edit().put(TheoryItem(Id::random(), level(2), ItemType::kEssay)));
  const auto found = findingsOf(bank, OccupationClassMix::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kInfo);
  CHECK(found[0].message ==
        "二级题库没有案例分析题；知识技能型职业应强化案例分析、方案策划等题型（第四条（二）（三））。");
  bank.apply(Edit().put(TheoryItem(Id::random(), level(2), ItemType::kCaseAnalysis)));
  CHECK(findingsOf(bank, OccupationClassMix::kId).empty());

  info.occupationClass = OccupationClass::kCompound;
  bank.apply(Edit().put(info));
  CHECK(findingsOf(bank, OccupationClassMix::kId).at(0).judged == "F");
  info.occupationClass = OccupationClass::kTechnical;
  bank.apply(Edit().put(info));
  CHECK(findingsOf(bank, OccupationClassMix::kId).empty());
}
