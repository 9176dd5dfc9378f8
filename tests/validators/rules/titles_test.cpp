#include "validators/rules/titles.h"

#include <catch2/catch.hpp>

#include "validators/checker/rule.h"

using namespace tiku::validators;

TEST_CASE("every rule says in a few words what it looks after") {
  for (const RuleEntry& rule : allRules()) {
    INFO(rule.id);
    CHECK(ruleTitle(rule.id) != rule.id);
  }
  CHECK(ruleTitle("items/key-missing") == "每道题都有答案");
  CHECK(ruleTitle("waivers/stale") == "豁免没有失效");
  CHECK(ruleTitle("no/such-rule") == "no/such-rule");
}
