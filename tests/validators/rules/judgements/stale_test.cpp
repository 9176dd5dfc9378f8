#include "validators/rules/judgements/stale.h"

#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

TheoryItem itemWithId(const char* id, const char* stem) {
  TheoryItem item = judgement(stem);
  item.id = *Id::parse(id);
  return item;
}

}  // namespace

TEST_CASE("a judgement says that it has lapsed when an item was rewritten, and when it was deleted") {
  TheoryItem a = itemWithId("a0000000-0000-4000-8000-000000000001", "焊接前应当清除坡口的油污。");
  const TheoryItem b = itemWithId("a0000000-0000-4000-8000-000000000002", "焊接前应当清理坡口上的油污。");
  Judgements judgements;
  judgements.judgements.push_back(
      {a.id, b.id, Judgement::Verdict::kSame, wordsDigest(a), wordsDigest(b), "重复", "孙静", {}});
  Bank bank = bankWith(a, b, judgements);
  Checker checker(bank, Profile::load("guizhou"));
  const auto found = [&] {
    auto all = checker.findings();
    std::erase_if(all, [](const Finding& one) { return one.rule != StaleJudgements::kId; });
    return all;
  };
  CHECK(found().empty());

  a.stem = text("焊接前，应当清除坡口的油污");
  a.difficulty = 5;
  bank.apply(Edit().put(a));
  CHECK(found().empty());

  a.key = JudgementKey{false};
  bank.apply(Edit().put(a));
  REQUIRE(found().size() == 1);
  CHECK(found()[0].severity == Severity::kInfo);
  CHECK(found()[0].subject.id == Judgements::kId);
  CHECK(found()[0].subject.field == a.id.str() + '+' + b.id.str());
  CHECK(found()[0].message ==
        "把三级判断题“焊接前，应当清除坡口的油污”与三级判断题“焊接前应当清理坡口上的油污。”判为“相同”的判定"
        "已失效：判定之后，有试题改动了（默认值，非法规条文）。");
  CHECK(found()[0].advice == "重新核对这两道题，用 tiku judge 再作判定。");

  bank.apply(Edit().remove(b.id));
  REQUIRE(found().size() == 1);
  CHECK(found()[0].message ==
        "把三级判断题“焊接前，应当清除坡口的油污”与a0000000-0000-4000-8000-000000000002判为“相同”的判定"
        "已失效：有试题已删除（默认值，非法规条文）。");

  bank.apply(Edit().remove(Judgements::kId));
  CHECK(found().empty());
}
