#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"
#include "validators/rules/skills/marks.h"
#include "validators/rules/skills/module_missing.h"
#include "validators/rules/skills/point_missing.h"
#include "validators/rules/skills/rows.h"
#include "validators/rules/skills/safety.h"
#include "validators/rules/skills/score_sum.h"
#include "validators/rules/skills/time.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

ScoreRow row(const char* content, const char* criterion, int marks) {
  ScoreRow made;
  made.content = text(content);
  made.criterion = text(criterion);
  made.marks = Marks::whole(marks);
  return made;
}

/// A level's blueprint with a module of 40 marks and 30 minutes, and an item on it that is in order.
struct Workshop {
  Blueprint blueprint{level(3)};
  SkillItem item{Id::random(), level(3)};
  Standard standard;

  Workshop() {
    WorkContent content;
    content.id = Id::random();
    content.name = "制动系统检修";
    content.skills.push_back({Id::random(), "能更换制动片", false, {}});
    LevelRequirements requirements(level(3));
    requirements.functions.push_back({Id::random(), "底盘维修", {content}, {}});
    standard.levels.push_back(requirements);

    blueprint.skills = blueprintWithPoint(level(3), Part::kWork, "更换制动片").theory;
    blueprint.skills.tops[0].scope.points[0].requirements = {content.skills[0].id};
    SkillModule module;
    module.id = Id::random();
    module.name = "制动系统检修";
    module.marks = Marks::whole(40);
    module.minutes = 30;
    blueprint.structure.groups = {{1, {module}, {}}};

    item.title = "更换制动片";
    item.module = module.id;
    item.points = {blueprint.skills.tops[0].scope.points[0].id};
    item.minutes = 30;
    item.marks = Marks::whole(40);
    item.scores = {row("拆卸", "次序错误扣 5 分", 25), row("安装", "力矩不符扣 15 分", 15)};
  }

  [[nodiscard]] std::vector<Finding> found(std::string_view rule) const {
    return findingsOf(bankWith(blueprint, standard, item), rule);
  }
};

}  // namespace

TEST_CASE("an operational item in order gives no finding") {
  for (const std::string_view rule : {ScoreSum::kId, ScoreRows::kId, SkillTime::kId, SkillMarks::kId,
                                      SkillPointMissing::kId, ModuleMissing::kId, SkillSafety::kId}) {
    CHECK(Workshop().found(rule).empty());
  }
}

TEST_CASE("a score sheet that does not come to the item's marks is told with both sums") {
  Workshop workshop;
  workshop.item.scores[1].marks = *Marks::parse("14.5");
  const std::vector<Finding> found = workshop.found(ScoreSum::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kError);
  CHECK(found[0].subject.field == "scores");
  CHECK(found[0].measured == "39.5");
  CHECK(found[0].required == "40");
  CHECK(found[0].message ==
        "三级操作题《更换制动片》评分表的配分合计 39.5 分，与题分 40 分不符（默认值，非法规条文）。");
}

TEST_CASE("rows without a criterion are listed, a nominal value is one, and no sheet at all is said so") {
  Workshop workshop;
  workshop.item.scores[0].criterion = {};
  workshop.item.scores[1].criterion = {};
  workshop.item.scores[1].nominal = "Φ20±0.02";
  CHECK(messagesOf(workshop.found(ScoreRows::kId)) ==
        std::vector<std::string>{
            "三级操作题《更换制动片》的评分表有 1 行没有评分标准：1（默认值，非法规条文）。"});
  workshop.item.scores.clear();
  CHECK(messagesOf(workshop.found(ScoreRows::kId)) ==
        std::vector<std::string>{"三级操作题《更换制动片》没有评分记录表（默认值，非法规条文）。"});
  CHECK(workshop.found(ScoreSum::kId).empty());
}

TEST_CASE("time and marks are held against the module, and an item marked out of 100 is right too") {
  Workshop workshop;
  workshop.item.minutes = 45;
  workshop.item.marks = Marks::whole(50);
  CHECK(messagesOf(workshop.found(SkillTime::kId)) ==
        std::vector<std::string>{
            "三级操作题《更换制动片》的考核时间 45 分钟，超过内容结构表“制动系统检修”的 30 "
            "分钟（默认值，非法规条文）。"});
  CHECK(messagesOf(workshop.found(SkillMarks::kId)) ==
        std::vector<std::string>{"三级操作题《更换制动片》的题分是 50 分，内容结构表的“制动系统检修”配分 40 "
                                 "分（默认值，非法规条文）。"});
  workshop.item.marks = Marks::whole(100);
  CHECK(workshop.found(SkillMarks::kId).empty());
}

TEST_CASE("the module's time is judged again when the structure table changes") {
  Workshop workshop;
  Bank bank = bankWith(workshop.blueprint, workshop.item);
  Checker checker(bank, Profile::load("guizhou"));
  workshop.blueprint.structure.groups[0].modules[0].minutes = 20;
  bank.apply(Edit().put(workshop.blueprint));
  const auto found = checker.findingsOf(workshop.item.id);
  CHECK(std::ranges::count(found, SkillTime::kId, &Finding::rule) == 1);
}

TEST_CASE("items without point or module are one finding each for the level, with the items under it") {
  Workshop workshop;
  workshop.item.points = {Id::random()};
  workshop.item.module.reset();
  for (const std::string_view rule : {SkillPointMissing::kId, ModuleMissing::kId}) {
    const std::vector<Finding> found = workshop.found(rule);
    REQUIRE(found.size() == 2);
    const Finding& summary = found[0].cause ? found[1] : found[0];
    const Finding& item = found[0].cause ? found[0] : found[1];
    CHECK(summary.subject.id == Blueprint::idOf(level(3)));
    CHECK(*item.cause == summary.key());
    CHECK(summary.message ==
          (rule == SkillPointMissing::kId
               ? "三级 1 道操作题中有 1 道没有挂在操作技能要素细目表的考评点上（默认值，非法规条文）。"
               : "三级 1 道操作题中有 1 道没有归入内容结构表的模块（默认值，非法规条文）。"));
  }
}

TEST_CASE("where the standard stars a skill the item needs a veto or a row on safety") {
  Workshop workshop;
  workshop.standard.levels[0].functions[0].contents[0].skills[0].critical = true;
  CHECK(messagesOf(workshop.found(SkillSafety::kId)) ==
        std::vector<std::string>{"三级操作题《更换制动片》考查“制动系统检修”，标准在此有★关键技能，"
                                 "而试题既无否定项也无安全评分行（默认值，非法规条文）。"});
  Workshop withRow = workshop;
  withRow.item.scores[0].content = text("安全文明操作");
  CHECK(withRow.found(SkillSafety::kId).empty());
  workshop.item.vetoes = {"举升车辆未锁止即进入车下，本题零分。"};
  CHECK(workshop.found(SkillSafety::kId).empty());
}
