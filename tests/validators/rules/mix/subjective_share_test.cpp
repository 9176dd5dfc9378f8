#include "validators/rules/mix/subjective_share.h"

#include <catch2/catch.hpp>

#include "tests/support/table_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

Blueprint planned(int number, int objective, int essays) {
  Blueprint blueprint(level(number));
  blueprint.plan.sections = {{ItemType::kSingleChoice, objective, Marks::whole(1)},
                             {ItemType::kEssay, essays, Marks::whole(10)}};
  return blueprint;
}

}  // namespace

TEST_CASE("at 二级 the subjective items carry 40 to 60 percent of the plan's marks, both ends included") {
  const auto found = findingsOf(bankWith(planned(2, 70, 3)), SubjectiveShare::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "二级组卷方案的主观题占 30%，应为 40%—60%（第六条（三）3）。");
  CHECK(found[0].subject.id == Blueprint::idOf(level(2)));
  CHECK(found[0].subject.field == "plan");
  CHECK(findingsOf(bankWith(planned(2, 60, 4)), SubjectiveShare::kId).empty());
  CHECK(findingsOf(bankWith(planned(2, 40, 6)), SubjectiveShare::kId).empty());
  CHECK(findingsOf(bankWith(planned(2, 39, 6)), SubjectiveShare::kId).at(0).measured == "60.6");
  CHECK(findingsOf(bankWith(planned(3, 100, 0)), SubjectiveShare::kId).empty());
}

TEST_CASE("a paper is judged by the types of its items, and again when one of them changes its type") {
  TheoryItem first(Id::random(), level(1), ItemType::kCaseAnalysis);
  TheoryItem second(Id::random(), level(1), ItemType::kSingleChoice);
  Paper paper(Id::random(), level(1), Paper::Kind::kTheory);
  paper.number = "A";
  paper.sections = {{"一", {{first.id, Marks::whole(50)}, {second.id, Marks::whole(50)}}}};
  Bank bank = bankWith(first, second, paper);
  Checker checker(bank, Profile::load("guizhou"));
  const auto judged = [&checker, &paper] {
    std::vector<Finding> found = checker.findingsOf(paper.id);
    std::erase_if(found, [](const Finding& finding) { return finding.rule != SubjectiveShare::kId; });
    return messagesOf(found);
  };
  CHECK(judged().empty());
  second.type = ItemType::kEssay;
  bank.apply(Edit().put(second));
  CHECK(judged() ==
        std::vector<std::string>{"一级理论试卷“A”的主观题占 100%，应为 40%—60%（第六条（三）3）。"});
}
