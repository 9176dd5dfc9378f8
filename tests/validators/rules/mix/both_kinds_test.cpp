#include "validators/rules/mix/both_kinds.h"

#include <catch2/catch.hpp>

#include "tests/support/table_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

TEST_CASE("a 二级 bank of 单选 alone lacks the subjective kind, a 三级 one does not") {
  Bank bank = bankOfLevel(2);
  CHECK(findingsOf(bank, BothKinds::kId).empty());
  bank.apply(Edit().put(TheoryItem(Id::random(), level(2), ItemType::kSingleChoice)));
  CHECK(messagesOf(findingsOf(bank, BothKinds::kId)) ==
        std::vector<std::string>{"二级理论知识试题没有主观题（第六条（三）3）。"});
  bank.apply(Edit().put(TheoryItem(Id::random(), level(2), ItemType::kEssay)));
  CHECK(findingsOf(bank, BothKinds::kId).empty());
  CHECK(findingsOf(bankWith(judgement("量具应定期检定。")), BothKinds::kId).empty());
}
