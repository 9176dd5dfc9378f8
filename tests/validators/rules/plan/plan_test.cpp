#include <catch2/catch.hpp>

#include "tests/support/table_stories.h"
#include "validators/rules/plan/plan_missing.h"
#include "validators/rules/plan/plan_total.h"

using namespace tiku::formats;
using namespace tiku::validators;

TEST_CASE("a plan comes to 100 marks, half marks counted exactly") {
  Blueprint blueprint(level(4));
  blueprint.plan.sections = {{ItemType::kSingleChoice, 160, *Marks::parse("0.5")},
                             {ItemType::kTrueFalse, 40, *Marks::parse("0.5")}};
  CHECK(findingsOf(bankWith(blueprint), PlanTotal::kId).empty());
  blueprint.plan.sections[1].count = 41;
  CHECK(messagesOf(findingsOf(bankWith(blueprint), PlanTotal::kId)) ==
        std::vector<std::string>{"四级组卷方案合计 100.5 分，不是 100 分（第十四条）。"});
}

TEST_CASE("a level with an element table and no plan is reminded of it, unless the bank is one of papers") {
  Bank bank = bankOfLevel(3);
  bank.apply(Edit().put(blueprint(3, scope("A", "基本要求", "25"), scope("B", "检修", "75"))));
  CHECK(messagesOf(findingsOf(bank, PlanMissing::kId)) ==
        std::vector<std::string>{"三级没有理论知识组卷方案（默认值，非法规条文）。"});
  BankInfo info = bank.info();
  info.theoryKind = BankKind::kPapers;
  bank.apply(Edit().put(info));
  CHECK(findingsOf(bank, PlanMissing::kId).empty());
}
