#include <catch2/catch.hpp>

#include "tests/support/table_stories.h"
#include "validators/rules/structure/modules_items.h"
#include "validators/rules/structure/structure_standard.h"
#include "validators/rules/structure/structure_total.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

Blueprint structured(std::vector<SkillGroup> groups) {
  Blueprint blueprint(level(3));
  blueprint.structure.groups = std::move(groups);
  return blueprint;
}

}  // namespace

TEST_CASE("the marks a candidate takes come to 100, a choice counted once") {
  const SkillGroup choice{1, {module("1", "拆装", 60, 30), module("2", "装配", 60, 30)}, {}};
  CHECK(
      findingsOf(bankWith(structured({choice, {1, {module("3", "调试", 40, 20)}, {}}})), StructureTotal::kId)
          .empty());
  const auto found =
      findingsOf(bankWith(structured({choice, {1, {module("3", "调试", 30, 20)}, {}}})), StructureTotal::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "三级操作技能内容结构表的配分合计 90，不是 100（默认值，非法规条文）。");
}

TEST_CASE("a module without time and a choice between unequal modules are told on the module") {
  const SkillGroup choice{1, {module("1", "拆装", 100, 30), module("2", "装配", 90, 0)}, {}};
  CHECK(messagesOf(findingsOf(bankWith(structured({choice})), StructureTotal::kId)) ==
        std::vector<std::string>{
            "三级操作技能模块 2「装配」配分 90，与同组选考的「拆装」配分 100 不等（默认值，非法规条文）。",
            "三级操作技能模块 2「装配」没有考核时间（默认值，非法规条文）。"});
}

TEST_CASE("every module has the items that the table plans, or at least one") {
  SkillModule planned = module("1", "拆装", 50, 30);
  planned.bankItems = 3;
  const SkillModule other = module("2", "装配", 50, 30);
  SkillItem item(Id::random(), level(3));
  item.module = planned.id;
  const auto found =
      findingsOf(bankWith(structured({{1, {planned}, {}}, {1, {other}, {}}}), item), ModulesItems::kId);
  REQUIRE(found.size() == 2);
  std::vector<std::string> messages = messagesOf(found);
  std::ranges::sort(messages);
  CHECK(messages ==
        std::vector<std::string>{"三级操作技能模块 1「拆装」有试题 1 道，少于 3 道（默认值，非法规条文）。",
                                 "三级操作技能模块 2「装配」有试题 0 道，少于 1 道（默认值，非法规条文）。"});
}

TEST_CASE("compulsory modules weigh together what the standard's skill weight table gives their function") {
  Standard standard;
  standard.skillsWeights = {row(WeightRow::Kind::kFunction, "检修", 3, 60),
                            row(WeightRow::Kind::kFunction, "培训与指导", 3, 40)};
  SkillModule first = module("1", "检修", 30, 30);
  SkillModule second = module("2", "检修", 20, 30);
  const Blueprint table =
      structured({{1, {first}, {}}, {1, {second}, {}}, {1, {module("3", "管理", 50, 30)}, {}}});
  CHECK(messagesOf(findingsOf(bankWith(standard, table), StructureStandard::kId)) ==
        std::vector<std::string>{
            "标准的技能要求权重表中，三级「培训与指导」占 "
            "40，内容结构表里没有这个职业功能（默认值，非法规条文）。",
            "三级操作技能「检修」配分 50，标准的技能要求权重表为 60（默认值，非法规条文）。",
            "三级内容结构表的「管理」在标准的技能要求权重表中没有（默认值，非法规条文）。"});
  // With a choice between them the share depends on the draw, so nothing is said.
  CHECK(
      findingsOf(bankWith(standard, structured({{1, {first, second}, {}}})), StructureStandard::kId).empty());
}
