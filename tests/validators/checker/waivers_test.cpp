// Waivers, and how findings fold under each other.
#include <catch2/catch.hpp>

#include "formats/base/say.h"
#include "tests/support/table_stories.h"
#include "validators/rules/mix/types_per_point.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

Waiver waiverOf(const Finding& finding) {
  Waiver waiver;
  waiver.rule = finding.rule;
  waiver.object = finding.subject.id;
  waiver.field = finding.subject.field;
  waiver.judged = judgedDigest(finding);
  waiver.reason = "专家组同意";
  return waiver;
}

std::vector<Finding> withRule(const Checker& checker, std::string_view rule) {
  std::vector<Finding> found = checker.findings();
  std::erase_if(found, [rule](const Finding& finding) { return finding.rule != rule; });
  return found;
}

/// 四级 with two points that lack all their items.
Bank bankWithTwoEmptyPoints() {
  Bank bank = bankOfLevel(4);
  bank.apply(Edit().put(blueprint(4, scope("A", "基本要求", "25", 1), scope("B", "检修", "75", 1))));
  return bank;
}

}  // namespace

TEST_CASE("a waived finding stays in sight, marked, and counts no more") {
  Bank bank = bankWithTwoEmptyPoints();
  Checker checker(bank, Profile::load("guizhou"));
  const Summary before = checker.summary();
  const Finding size = withRule(checker, "size/skills-items").at(0);
  Waivers waivers;
  waivers.waivers = {waiverOf(size)};
  bank.apply(Edit().put(waivers));
  CHECK(withRule(checker, "size/skills-items").at(0).waived);
  CHECK(checker.summary().errors == before.errors - 1);
  CHECK(checker.summary().waived == 1);
  CHECK(withRule(checker, "waivers/stale").empty());
}

TEST_CASE("what folds under a cause stands alone when the cause is waived, and folds again after") {
  Bank bank = bankWithTwoEmptyPoints();
  Checker checker(bank, Profile::load("guizhou"));
  const auto found = withRule(checker, TypesPerPoint::kId);
  REQUIRE(found.size() == 3);
  const Summary before = checker.summary();
  Waivers waivers;
  waivers.waivers = {waiverOf(found[0])};
  const Edit undo = bank.apply(Edit().put(waivers));
  const auto now = withRule(checker, TypesPerPoint::kId);
  CHECK(now[0].waived);
  CHECK_FALSE(now[1].cause);
  CHECK_FALSE(now[2].cause);
  // The level counted as one error; now its two points do.
  CHECK(checker.summary().errors == before.errors - 1 + 2);
  bank.apply(undo);
  CHECK(checker.summary() == before);
}

TEST_CASE("a waiver lapses when what it accepted changes, and says what the finding is now") {
  Bank bank = bankWithTwoEmptyPoints();
  Checker checker(bank, Profile::load("guizhou"));
  Waivers waivers;
  waivers.waivers = {waiverOf(withRule(checker, "size/skills-items").at(0))};
  bank.apply(Edit().put(waivers));
  const SkillItem item(Id::random(), level(4));
  const Edit undo = bank.apply(Edit().put(item));
  CHECK_FALSE(withRule(checker, "size/skills-items").at(0).waived);
  const auto stale = withRule(checker, "waivers/stale");
  REQUIRE(stale.size() == 1);
  CHECK(stale[0].severity == Severity::kWarning);
  CHECK(stale[0].subject.id == Waivers::kId);
  CHECK(stale[0].subject.field == "size/skills-items@" + Blueprint::idOf(level(4)).str());
  CHECK(stale[0].message ==
        "对“size/skills-items”的一条豁免已失效：豁免之后，所检查的内容有了变化。现在的结果是："
        "四级操作技能试题 1 道，少于 30 道（第六条（二）2）。");
  bank.apply(undo);
  CHECK(withRule(checker, "waivers/stale").empty());
  CHECK(withRule(checker, "size/skills-items").at(0).waived);
}

TEST_CASE("a waiver whose finding is gone is itself a finding, and that can be waived in its turn") {
  Bank bank = bankWithTwoEmptyPoints();
  Checker checker(bank, Profile::load("guizhou"));
  const Finding plan = withRule(checker, "plan/missing").at(0);
  Waivers waivers;
  waivers.waivers = {waiverOf(plan)};
  bank.apply(Edit().put(waivers));
  Blueprint mended = *bank.blueprint(level(4));
  mended.plan.minutes = 60;
  mended.plan.sections = {{ItemType::kSingleChoice, 80, Marks::whole(1)},
                          {ItemType::kTrueFalse, 20, Marks::whole(1)}};
  bank.apply(Edit().put(mended));
  const auto stale = withRule(checker, "waivers/stale");
  REQUIRE(stale.size() == 1);
  CHECK(stale[0].message ==
        "对“plan/missing”的一条豁免已失效：检查中不再有这条结果（问题已改正，或对象已删除）。");
  waivers.waivers.push_back(waiverOf(stale[0]));
  bank.apply(Edit().put(waivers));
  CHECK(withRule(checker, "waivers/stale").at(0).waived);
}

TEST_CASE("an error never hides under a warning") {
  Profile profile = Profile::load("guizhou");
  Bank bank = bankWithTwoEmptyPoints();
  const std::string xml =
      R"(<profile id="mild" version="1" point-word="考评点"><title>t</title><regulation>r</regulation>
    <rules>
      <rule id="mix/types-per-point" severity="warning" clause="甲"><figure name="true-false" value="2"/></rule>
      <rule id="size/theory-items" severity="error" clause="乙"><figure name="items" value="1"/></rule>
    </rules></profile>)";
  const std::vector<Finding> found = check(bank, Profile::parse(xml, "mild.xml"));
  CHECK(summarise(found) == Summary{1, 1, 0, 0});
  CHECK_FALSE(found.back().cause);
}

TEST_CASE("after the language changed, judging everything again says it in the new one") {
  Bank bank = bankOfLevel(4);
  Checker checker(bank, Profile::load("guizhou"));
  const std::string chinese = checker.findings().at(0).message;
  setLanguage(Language::kEnglish);
  checker.rejudgeAll();
  const std::string english = checker.findings().at(0).message;
  setLanguage(Language::kChinese);
  checker.rejudgeAll();
  CHECK(english != chinese);
  CHECK(checker.findings().at(0).message == chinese);
}
