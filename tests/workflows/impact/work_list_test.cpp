#include "workflows/impact/work_list.h"

#include <catch2/catch.hpp>

#include "tests/support/bank_story.h"
#include "workflows/impact/standard_match.h"
#include "workflows/impact/update.h"

using namespace tiku::formats;
using namespace tiku::workflows;
using tiku::test::SmallBank;
using tiku::validators::TaskState;
using Followed = WorkList::Followed;

namespace {

/// An edition that says one entry otherwise, and a list that listens to the bank.
struct FollowedList {
  FollowedList() : bank(small.bank()) {
    Standard after = *bank.standard();
    auto& knowledge = after.levels[0].functions[0].contents[0].knowledge;
    knowledge[0].text = "游标量具和数显量具的读数方法";
    knowledge.push_back({added, "测量不确定度的基础知识", false, {}});
    update = impactOf(bank, *bank.standard(), after, {{}, Date::parse("2026-02-01"), "周工"});
    bank.apply(beginUpdate(bank, after, update));
    list.emplace(bank, update);
    listening = bank.listen([this](std::span<const Change> changes) { told = list->follow(bank, changes); });
  }

  [[nodiscard]] const StandardUpdate& now() const { return *bank.find<StandardUpdate>(update.id); }
  Followed apply(const Edit& edit) {
    told = Followed::kNothing;
    undo = bank.apply(edit);
    return told;
  }
  [[nodiscard]] std::size_t open() const {
    return static_cast<std::size_t>(std::ranges::count(list->lines(), TaskState::kOpen, &TaskLine::state));
  }

  SmallBank small;
  Bank bank;
  Id added = Id::random();
  StandardUpdate update;
  std::optional<WorkList> list;
  Followed told = Followed::kNothing;
  Edit undo;
  Bank::Subscription listening;
};

}  // namespace

TEST_CASE("points stand with their items below them, after what the level has to take up", "[update]") {
  const FollowedList story;
  const auto& lines = story.list->lines();
  REQUIRE(lines.size() == 9);
  CHECK(lines[0].task.object == story.added);
  for (std::size_t i = 1; i < lines.size(); i += 2) {
    CHECK(lines[i].task.object == story.small.points[i / 2]);
    CHECK(lines[i + 1].under == lines[i].task.object);
  }
}

TEST_CASE("a work list that follows the bank is the one that is made anew", "[update]") {
  FollowedList story;
  const auto same = [&] { return story.list->lines() == WorkList(story.bank, story.now()).lines(); };
  CHECK(story.open() == 9);

  TheoryItem item = story.small.item(0);
  item.stem = RichText::plain("数显卡尺的读数末位是（　）。");
  CHECK(story.apply(Edit().put(item)) == Followed::kLines);
  CHECK(same());
  CHECK(story.open() == 8);

  Blueprint blueprint = *story.bank.blueprint(story.small.level);
  auto& points = blueprint.theory.tops[0].scope.points;
  points[1].name = "数显卡尺的读数";
  CHECK(story.apply(Edit().put(blueprint)) == Followed::kLines);
  CHECK(same());
  std::swap(points[0], points[3]);
  CHECK(story.apply(Edit().put(blueprint)) == Followed::kOrder);
  CHECK(same());
  points[2].requirements.push_back(story.added);
  CHECK(story.apply(Edit().put(blueprint)) == Followed::kLines);
  CHECK(same());
  CHECK(story.open() == 5);

  const std::vector<Id> held{story.small.points[0], story.small.items[1]};
  CHECK(story.apply(confirmEdit(story.bank, held, "周工", "只改了措辞", *Date::parse("2026-04-02"))) ==
        Followed::kLines);
  CHECK(same());
  CHECK(story.open() == 3);
  CHECK(story.apply(story.undo) == Followed::kLines);
  CHECK(same());
  CHECK(story.open() == 5);

  item.point = story.small.points[3];
  CHECK(story.apply(Edit().put(item)) == Followed::kOrder);
  CHECK(same());
  CHECK(story.apply(Edit().remove(story.small.items[2])) == Followed::kOrder);
  CHECK(same());
  CHECK(story.list->lines().back().state == TaskState::kGone);

  ItemSet set(Id::wellKnown(0x4951), story.small.level, ItemSet::Kind::kSharedStem);
  set.stem = RichText::plain("用一把数显卡尺测量阶梯轴。");
  set.items = {story.small.items[3]};
  CHECK(story.apply(Edit().put(set)) == Followed::kLines);
  CHECK(same());

  // What no task speaks of is nothing to the list.
  TheoryItem other = story.small.item(4);
  other.stem = RichText::plain("千分尺的测微螺杆螺距为（　）。");
  CHECK(story.apply(Edit().put(other)) == Followed::kNothing);

  StandardUpdate fewer = story.now();
  fewer.tasks.pop_back();
  CHECK(story.apply(Edit().put(fewer)) == Followed::kOther);
  CHECK(story.apply(Edit().remove(fewer.id)) == Followed::kOther);
}
