#include "validators/rules/blueprint/blueprint_missing.h"

#include <catch2/catch.hpp>

#include "tests/support/table_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

TEST_CASE("a level without a blueprint is one finding and nothing else of its blueprint is told") {
  const Bank bank = bankOfLevel(3);
  std::vector<Finding> found = check(bank, Profile::load("guizhou"));
  std::erase_if(found,
                [](const Finding& finding) { return finding.rule.starts_with("s"); });  // size, standard
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule == BlueprintMissing::kId);
  CHECK(found[0].message == "三级没有考评蓝图（第十条（一）3—5）。");
  CHECK(found[0].subject.id == Blueprint::idOf(level(3)));
}

TEST_CASE("each missing table of a blueprint is told by itself") {
  Bank bank = bankOfLevel(3);
  bank.apply(Edit().put(blueprint(3, scope("A", "基本要求", "25"), scope("B", "检修", "75"))));
  CHECK(messagesOf(findingsOf(bank, BlueprintMissing::kId)) ==
        std::vector<std::string>{"三级没有操作技能考评要素细目表（第十条（一）3—5）。",
                                 "三级没有操作技能考评内容结构表（第十条（一）3—5）。"});
}
