#include "validators/rules/items/key_missing.h"

#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

TEST_CASE("a review list without keys is one finding for its level with the items folded under it") {
  const TheoryItem first = judgement("量具用毕应擦净放回盒内。", std::nullopt);
  const TheoryItem second = choice("游标卡尺的精度是（　）mm。", {"0.1", "0.2", "0.5", "0.02"});
  const TheoryItem answered = judgement("千分尺的精度低于钢直尺。", false);
  const Bank bank = bankWith(first, second, answered);

  const std::vector<Finding> found = findingsOf(bank, KeyMissing::kId);

  REQUIRE(found.size() == 3);
  const Finding& summary = found[0].cause ? found[2] : found[0];
  CHECK(summary.severity == Severity::kError);
  CHECK(summary.subject.id == Blueprint::idOf(level(3)));
  CHECK(summary.subject.field == "theory");
  CHECK(summary.measured == "2");
  CHECK(summary.required == "0");
  CHECK(summary.message == "三级 3 道理论题中有 2 道没有答案（默认值，非法规条文）。");
  CHECK(summary.advice == "补齐答案；答案在另一份文件里的，连同答案重新导入即可。");
  int folded = 0;
  for (const Finding& finding : found) {
    if (!finding.cause) continue;
    ++folded;
    CHECK(*finding.cause == summary.key());
    CHECK(finding.subject.field == "key");
    if (finding.subject.id == first.id) {
      CHECK(finding.message == "三级判断题“量具用毕应擦净放回盒内。”没有答案（默认值，非法规条文）。");
      CHECK(finding.advice == "填写这道题的正确答案。");
    }
  }
  CHECK(folded == 2);
}

TEST_CASE("a reference answer without words and blanks without answers are no keys") {
  TheoryItem essay(Id::random(), level(2), ItemType::kEssay);
  essay.stem = text("论述设备点检制度的意义。");
  essay.key = ReferenceKey{};
  TheoryItem fillIn(Id::random(), level(2), ItemType::kFillIn);
  fillIn.stem = text("钢的淬火介质有（　）。");
  fillIn.key = FillInKey{{{""}}};
  CHECK(findingsOf(bankWith(essay, fillIn), KeyMissing::kId).size() == 3);
}

TEST_CASE("the summary goes when the last key is filled in") {
  TheoryItem item = judgement("量具应定期检定。", std::nullopt);
  Bank bank = bankWith(item);
  Checker checker(bank, Profile::load("guizhou"));
  CHECK(checker.findingsOf(item.id).size() > 0);
  item.key = JudgementKey{true};
  bank.apply(Edit().put(item));
  for (const Finding& finding : checker.findings()) CHECK(finding.rule != KeyMissing::kId);
}
