#include <catch2/catch.hpp>

#include "tests/support/table_stories.h"
#include "validators/rules/standard/counts.h"
#include "validators/rules/standard/skill_wording.h"
#include "validators/rules/standard/standard_missing.h"
#include "validators/rules/standard/standard_weights.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

Requirement skill(const char* words) {
  return {Id::random(), words, false, {}};
}

Bank bankOf(const Standard& standard) {
  Bank bank = bankOfLevel(3);
  bank.apply(Edit().put(standard));
  return bank;
}

Standard standardWith(std::vector<Requirement> skills) {
  WorkContent content;
  content.id = Id::random();
  content.name = "拆装";
  content.skills = std::move(skills);
  LevelRequirements requirements(level(3));
  requirements.functions = {{Id::random(), "检修", {content}, {}}};
  Standard standard;
  standard.levels = {requirements};
  return standard;
}

}  // namespace

TEST_CASE("第四条: a bank holds the standard that it is built on, with every one of its levels") {
  Bank bank = bankOfLevel(3);
  auto found = findingsOf(bank, StandardMissing::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kWarning);
  CHECK(found[0].message == "题库里没有所依据的国家职业标准或评价规范（第四条）。");
  bank.apply(Edit().put(Standard()));
  CHECK(messagesOf(findingsOf(bank, StandardMissing::kId)) ==
        std::vector<std::string>{"所依据的标准没有三级的工作要求（第四条）。"});
  bank.apply(Edit().put(standardWith({})));
  CHECK(findingsOf(bank, StandardMissing::kId).empty());
}

TEST_CASE("each level's column of both weight tables comes to 100") {
  Standard standard;
  standard.theoryWeights = {row(WeightRow::Kind::kEthics, "职业道德", 3, 5),
                            row(WeightRow::Kind::kFunction, "检修", 3, 90)};
  standard.skillsWeights = {row(WeightRow::Kind::kFunction, "检修", 3, 100)};
  CHECK(
      messagesOf(findingsOf(bankOf(standard), StandardWeightsSum::kId)) ==
      std::vector<std::string>{"标准的理论知识权重表中，三级一列合计 95，不是 100（默认值，非法规条文）。"});
}

TEST_CASE("too few functions, work contents and skills are reminders that something may be left out") {
  const Bank bank = bankOf(standardWith({skill("能拆卸轴承")}));
  CHECK(messagesOf(findingsOf(bank, StandardFunctions::kId)) ==
        std::vector<std::string>{"标准的三级有 1 个职业功能，少于 3 个（默认值，非法规条文）。"});
  CHECK(messagesOf(findingsOf(bank, StandardContents::kId)) ==
        std::vector<std::string>{
            "标准的三级职业功能「检修」有 1 个工作内容，少于 2 个（默认值，非法规条文）。"});
  CHECK(messagesOf(findingsOf(bank, StandardSkills::kId)) ==
        std::vector<std::string>{
            "标准的三级工作内容「拆装」有 1 条技能要求，少于 2 条（默认值，非法规条文）。"});
}

TEST_CASE("a skill begins with 能 and names something that can be seen") {
  const Standard standard =
      standardWith({skill("能拆卸轴承"), skill("掌握轴承的拆卸"), skill("能了解轴承的种类")});
  const auto& skills = standard.levels[0].functions[0].contents[0].skills;
  const auto found = findingsOf(bankOf(standard), SkillWording::kId);
  REQUIRE(found.size() == 3);
  CHECK(std::ranges::none_of(found,
                             [&](const Finding& finding) { return finding.subject.id == skills[0].id; }));
  CHECK(found[0].message == "三级技能要求「掌握轴承的拆卸」不是以“能”开头（默认值，非法规条文）。");
  CHECK(std::ranges::count(found, skills[2].id, [](const Finding& finding) { return finding.subject.id; }) ==
        1);
}
