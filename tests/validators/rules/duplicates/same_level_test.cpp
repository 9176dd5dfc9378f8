#include "validators/rules/duplicates/same_level.h"

#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

TEST_CASE("the second of two items of a level that say the same names the first") {
  TheoryItem first = judgement("量具应定期检定。");
  first.code = "C-B-001-001";
  TheoryItem second = judgement("量具 应定期检定", false);
  second.code = "C-B-001-002";
  TheoryItem elsewhere = judgement("量具应定期检定。");
  elsewhere.level = level(4);

  const std::vector<Finding> found = findingsOf(bankWith(second, first, elsewhere), SameLevel::kId);

  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kWarning);
  CHECK(found[0].subject.id == second.id);
  CHECK(found[0].measured == "2");
  CHECK(found[0].message ==
        "三级判断题 C-B-001-002“量具 应定期检定”与同等级的三级判断题 "
        "C-B-001-001“量具应定期检定。”内容相同（默认值，非法规条文）。");
}

TEST_CASE("rewording one of two same items takes the finding back from the other") {
  TheoryItem first = judgement("量具应定期检定。");
  TheoryItem second = judgement("量具应定期检定。");
  Bank bank = bankWith(first, second);
  Checker checker(bank, Profile::load("guizhou"));
  const auto repeats = [&checker] {
    const auto found = checker.findings();
    return std::ranges::count(found, SameLevel::kId, &Finding::rule);
  };
  CHECK(repeats() == 1);
  const Edit undo = bank.apply(Edit().remove(std::min(first.id, second.id)));
  CHECK(repeats() == 0);
  bank.apply(undo);
  CHECK(repeats() == 1);
  second.stem = text("量具应在检定有效期内使用。");
  bank.apply(Edit().put(second));
  CHECK(repeats() == 0);
}
