#include "validators/rules/updates/open_tasks.h"

#include <catch2/catch.hpp>

#include "tests/support/bank_story.h"
#include "validators/checker/checker.h"

using namespace tiku::formats;
using namespace tiku::validators;
using tiku::test::SmallBank;

namespace {

struct UpdateStory {
  UpdateStory() : bank(small.bank()), checker(bank, Profile::load("guizhou")) {
    const TheoryItem item = small.item(0);
    const Point& point = bank.blueprint(small.level)->theory.tops[0].scope.points[0];
    update.id = Id::wellKnown(0x900);
    update.edition = "2026年版";
    update.tasks = {{point.id, UpdateTask::Kind::kPoint, {small.entryA}, judgedDigest(point), {}, {}, {}},
                    {item.id,
                     UpdateTask::Kind::kItem,
                     {small.entryA},
                     judgedDigest(bank, Object(std::make_shared<const TheoryItem>(item))),
                     {},
                     {},
                     {}},
                    {small.entryB, UpdateTask::Kind::kEntry, {small.entryB}, {}, {}, {}, {}}};
    bank.apply(Edit().put(update));
  }
  [[nodiscard]] std::vector<std::string> found() const {
    std::vector<std::string> messages;
    for (const Finding& one : checker.findings()) {
      if (one.rule == OpenTasks::kId) messages.push_back(one.message);
    }
    return messages;
  }

  SmallBank small;
  Bank bank;
  Checker checker;
  StandardUpdate update;
};

}  // namespace

TEST_CASE("an update is open until each point and item was changed, retired or confirmed", "[update]") {
  UpdateStory story;
  // The added entry is traced to already.
  CHECK(story.found() ==
        std::vector<std::string>{
            "按“2026年版”更新题库，还有 2 项没有完成：新增要求 0 条，考评范围 0 个，考评点 1 "
            "个，试题 1 道（第十八条（二））。"});

  // Another code is no change.
  TheoryItem item = story.small.item(0);
  item.code = "A-009-001";
  Blueprint blueprint = story.small.blueprint();
  blueprint.theory.tops[0].scope.points[0].code = "009";
  story.bank.apply(Edit().put(item).put(blueprint));
  CHECK(story.found().size() == 1);

  blueprint.theory.tops[0].scope.points[0].name = "数显卡尺的读数";
  story.bank.apply(Edit().put(blueprint));
  CHECK(story.found().front().find("考评点 0 个，试题 1 道") != std::string::npos);

  story.update.tasks[1].date = Date::parse("2026-04-01");
  story.update.tasks[1].person = "周工";
  story.bank.apply(Edit().put(story.update));
  CHECK(story.found().empty());

  story.update.tasks[1].date.reset();
  item.status = ItemStatus::kRetired;
  story.bank.apply(Edit().put(story.update).put(item));
  CHECK(story.found().empty());
}

TEST_CASE("an added entry waits until a point is traced to it", "[update]") {
  UpdateStory story;
  Blueprint blueprint = story.small.blueprint();
  blueprint.theory.tops[1].scope.points[0].requirements.clear();
  story.bank.apply(Edit().put(blueprint));
  CHECK(story.found().front().find("新增要求 1 条") != std::string::npos);
}

TEST_CASE("an item is changed, too, when what its set prints above it is", "[update]") {
  UpdateStory story;
  ItemSet set(Id::wellKnown(0x901), story.small.level, ItemSet::Kind::kSharedStem);
  set.stem = RichText::plain("用一把 0-150 mm 的数显卡尺测量阶梯轴。");
  set.items = {story.small.item(0).id};
  story.bank.apply(Edit().put(set));
  CHECK(story.found().front().find("考评点 1 个，试题 0 道") != std::string::npos);
  story.bank.apply(Edit().remove(set.id));
  CHECK(story.found().front().find("考评点 1 个，试题 1 道") != std::string::npos);
}
