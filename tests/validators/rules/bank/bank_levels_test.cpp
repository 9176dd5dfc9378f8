#include "validators/rules/bank/bank_levels.h"

#include <catch2/catch.hpp>

#include "tests/support/table_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

TEST_CASE("a bank without levels does not pass for want of anything to judge") {
  Bank bank;
  CHECK(messagesOf(findingsOf(bank, BankLevels::kId)) ==
        std::vector<std::string>{"题库没有写明等级，什么都无从检查（默认值，非法规条文）。"});
}

TEST_CASE("what belongs to a level that the bank does not list is told once for the level") {
  Bank bank = bankOfLevel(3);
  TheoryItem first = judgement("量具应定期检定。");
  first.level = level(2);
  SkillItem second(Id::random(), level(2));
  bank.apply(Edit().put(first).put(second).put(judgement("量具用毕应擦净。")));
  CHECK(messagesOf(findingsOf(bank, BankLevels::kId)) ==
        std::vector<std::string>{
            "题库没有写明二级，却有二级的蓝图、试题或试卷 2 件，它们不会被检查（默认值，非法规条文）。"});
  first.status = ItemStatus::kRetired;
  bank.apply(Edit().put(first).remove(second.id));
  CHECK(findingsOf(bank, BankLevels::kId).empty());
}
