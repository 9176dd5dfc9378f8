#include "workflows/checkin/message.h"

#include <catch2/catch.hpp>

#include "formats/package/package.h"

namespace {

using namespace tiku::formats;
using tiku::workflows::objectsIn;
using tiku::workflows::proposedMessage;

Id id(int number) {
  return *Id::parse("7c9e6679-7425-40de-944b-e07fc1f9000" + std::to_string(number));
}

}  // namespace

TEST_CASE("a check-in is proposed in the field's words, an item that changed its level as one") {
  Bank bank;
  TheoryItem item(id(0), *Level::of(3), ItemType::kSingleChoice);
  item.code = "B-A-001";
  TheoryItem was = item;
  was.level = *Level::of(4);
  SkillItem skill(id(1), *Level::of(3));
  skill.title = "车削台阶轴";
  bank.apply(std::move(Edit().put(item).put(skill)));
  const auto path = [](auto object) {
    return pathOf(std::make_shared<const decltype(object)>(std::move(object)));
  };
  const Dirty moved{{path(item)}, {}, {path(was)}};
  CHECK(objectsIn(moved) == 1);
  CHECK(proposedMessage(moved, bank) == "修改理论试题 B-A-001");

  const Dirty several{{path(skill), "README.txt"},
                      {"bank.xml", "blueprints/level-3.xml", "tiku.xml", "waivers.xml"},
                      {path(TheoryItem(id(2), *Level::of(3), ItemType::kEssay)),
                       path(TheoryItem(id(3), *Level::of(3), ItemType::kEssay))}};
  CHECK(objectsIn(several) == 7);
  CHECK(proposedMessage(several, bank) ==
        "修改三级考评蓝图；新增操作技能试题“车削台阶轴”；新增其他文件 1 "
        "个；修改题库信息；修改豁免；删除理论试题 2 道");
  CHECK(objectsIn({}) == 0);
  CHECK(proposedMessage({}, bank).empty());
}
