#include "validators/rules/blueprint/trace.h"

#include <catch2/catch.hpp>

#include "tests/support/table_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

/// 三级 with one function, one work content and two knowledge entries, and one topic of ethics.
Standard standardOfThree() {
  Standard standard;
  standard.basics = {{Id::random(), BasicTopic::Part::kEthics, "职业守则", {}, {}}};
  WorkContent content;
  content.id = Id::random();
  content.name = "拆装";
  content.knowledge = {{Id::random(), "拆装工具的使用方法", false, {}},
                       {Id::random(), "拆装顺序的知识", false, {}}};
  LevelRequirements requirements(level(3));
  requirements.functions = {{Id::random(), "检修", {content}, {}}};
  standard.levels = {requirements};
  return standard;
}

}  // namespace

TEST_CASE("entries without a point and points without an entry are told, each way under one finding") {
  const Standard standard = standardOfThree();
  const auto& knowledge = standard.levels[0].functions[0].contents[0].knowledge;
  Scope basic = scope("A", "基本要求", "25", 1);
  basic.requirement = standard.basics[0].id;
  Scope work = scope("B", "检修", "75", 3);
  work.points[0].requirements = {knowledge[0].id};
  work.points[1].requirements = {Id::random()};
  const auto found = findingsOf(bankWith(standard, blueprint(3, basic, work)), Trace::kId);
  REQUIRE(found.size() == 5);
  CHECK(summarise(found).warnings == 2);
  std::vector<std::string> messages = messagesOf(found);
  std::ranges::sort(messages);
  CHECK(messages == std::vector<std::string>{
                        "三级 4 个考评点中，有 2 个没有对应标准的条目（默认值，非法规条文）。",
                        "三级 · 相关知识 B-002「检修之2」没有对应标准的条目（默认值，非法规条文）。",
                        "三级 · 相关知识 B-003「检修之3」没有对应标准的条目（默认值，非法规条文）。",
                        "三级标准的 2 条相关知识要求中，有 1 条没有考评点（默认值，非法规条文）。",
                        "三级相关知识要求 1.1.2「拆装顺序的知识」没有考评点（默认值，非法规条文）。"});
}

TEST_CASE("a table that was never traced is one finding, not one per point and entry") {
  const auto found = findingsOf(
      bankWith(standardOfThree(), blueprint(3, scope("A", "基本要求", "25", 9), scope("B", "检修", "75", 9))),
      Trace::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "三级细目表的 18 个考评点都还没有与标准的条目对应（默认值，非法规条文）。");
}
