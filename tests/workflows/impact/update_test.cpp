#include "workflows/impact/update.h"

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "tests/support/bank_story.h"
#include "workflows/impact/standard_match.h"

using namespace tiku::formats;
using namespace tiku::workflows;
using tiku::test::SmallBank;
using tiku::validators::TaskState;

namespace {

// The edition of 2026, typed in anew: every id is another.
Standard newEdition(const SmallBank& small) {
  Standard standard = small.standard();
  standard.edition = "2026年版";
  LevelRequirements& level = standard.levels[0];
  Function& function = level.functions[0];
  function.id = Id::random();
  WorkContent& content = function.contents[0];
  content.id = Id::random();
  content.knowledge = {{Id::random(), "游标量具和数显量具的读数方法", false, {}},
                       {Id::random(), "量具的保养知识。", false, {}},
                       {Id::random(), "测量不确定度的基础知识", false, {}}};
  standard.theoryWeights[0].weights.at(small.level) = Weight::whole(65);
  return standard;
}

std::vector<std::string> told(const StandardUpdate& update) {
  std::vector<std::string> lines;
  for (const EntryChange& change : update.changes)
    lines.push_back(changeWord(change.kind) + " " + change.place + ": " + change.before + " -> " +
                    change.after);
  return lines;
}

struct Story {
  Story() : bank(small.bank()) {
    after = withKnownIds(*bank.standard(), newEdition(small));
    update = impactOf(bank, *bank.standard(), after,
                      {Date::parse("2026-03-01"), Date::parse("2026-02-01"), "周工"});
  }
  SmallBank small;
  Bank bank;
  Standard after;
  StandardUpdate update;
};

}  // namespace

TEST_CASE("a new edition that was typed in anew is the old one with what changed") {
  const Story story;
  CHECK(told(story.update) ==
        std::vector<std::string>{
            "修改 三级 相关知识要求 1.1.1: 游标量具的读数方法 -> 游标量具和数显量具的读数方法",
            "新增 三级 相关知识要求 1.1.3:  -> 测量不确定度的基础知识",
            "权重 理论知识权重表 测量 三级: 60 -> 65"});
  const WorkContent& content = story.after.levels[0].functions[0].contents[0];
  CHECK(content.id == story.small.content);
  CHECK(content.knowledge[0].id == story.small.entryA);
  CHECK(content.knowledge[1].id == story.small.entryB);
}

TEST_CASE("an entry that becomes a ★ is a changed one") {
  const SmallBank small;
  const Bank bank = small.bank();
  Standard after = *bank.standard();
  after.levels[0].functions[0].contents[0].knowledge[0].critical = true;
  CHECK(told(impactOf(bank, *bank.standard(), after, {{}, Date::parse("2026-02-01"), "周工"})) ==
        std::vector<std::string>{"修改 三级 相关知识要求 1.1.1: 游标量具的读数方法 -> ★游标量具的读数方法"});
  CHECK(told(impactOf(bank, after, *bank.standard(), {{}, Date::parse("2026-02-01"), "周工"})) ==
        std::vector<std::string>{"修改 三级 相关知识要求 1.1.1: ★游标量具的读数方法 -> 游标量具的读数方法"});
}

TEST_CASE("the work list has the points of what changed, their items, and the entries that came") {
  const Story story;
  std::size_t points = 0;
  std::size_t items = 0;
  for (const UpdateTask& task : story.update.tasks) {
    if (task.kind == UpdateTask::Kind::kPoint) ++points;
    if (task.kind == UpdateTask::Kind::kItem) ++items;
  }
  CHECK(points == 4);
  CHECK(items == 4);
  CHECK(story.update.tasks.front().kind == UpdateTask::Kind::kEntry);
  for (const UpdateTask& task : story.update.tasks) CHECK(task.object != story.small.items[4]);
}

TEST_CASE("a list empties as things are changed and confirmed, and a later day is counted from the edition") {
  Story story;
  story.bank.apply(beginUpdate(story.bank, story.after, story.update));
  CHECK(story.bank.standard()->edition == "2026年版");
  const auto profile = tiku::validators::Profile::load("guizhou");
  const auto status = [&] {
    return statusOf(story.bank, *story.bank.find<StandardUpdate>(story.update.id), &profile);
  };
  const std::size_t all = status().open();
  CHECK(all == story.update.tasks.size());
  CHECK(status().due.day == Date::parse("2026-09-01"));
  CHECK(status().due.clause == "第十八条（二）");
  CHECK(status().due.basis == "自实施日期 2026-03-01 起算 6 个月。");
  CHECK(status().urgency(*Date::parse("2026-08-30")) == "还有 2 天");
  CHECK(status().urgency(*Date::parse("2026-09-04")) == "已超过期限 3 天");

  TheoryItem item = story.small.item(0);
  item.stem = RichText::plain("数显卡尺的读数末位是（　）。");
  story.bank.apply(Edit().put(item));
  CHECK(status().open() == all - 1);
  story.bank.apply(confirmEdit(story.bank, {story.small.points[1], story.small.items[1]}, "周工",
                               "只改了措辞", *Date::parse("2026-04-02")));
  CHECK(status().open() == all - 3);
  CHECK(status().count(TaskState::kConfirmed) == 2);
  CHECK(status().count(TaskState::kChanged) == 1);

  CHECK_THROWS_AS(confirmEdit(story.bank, {story.small.items[4]}, "周工", "理由", *Date::parse("2026-04-02")),
                  FormatError);
  CHECK_THROWS_AS(confirmEdit(story.bank, {story.small.items[2]}, "周工", "", *Date::parse("2026-04-02")),
                  FormatError);
}

TEST_CASE("without a day on which the edition comes into force, the assumption is told") {
  Story story;
  story.update.effective.reset();
  const auto profile = tiku::validators::Profile::load("guizhou");
  const UpdateStatus status = statusOf(story.bank, story.update, &profile);
  CHECK(status.due.day == Date::parse("2026-08-03"));  // The 1st is a Saturday.
  CHECK(status.due.basis == "没有写明实施日期，暂按新标准进入题库的 2026-02-01 起算 6 个月（假定）。");
}

TEST_CASE("entries to which points are traced already keep their ids when two editions are compared") {
  const SmallBank small;
  Standard before = small.standard();
  before.levels[0].functions[0].contents[0].knowledge[0].id = Id::random();
  const Standard after = withKnownIds(before, small.standard(), {small.entryA});
  CHECK(after.levels[0].functions[0].contents[0].knowledge[0].id == small.entryA);
  const Standard renamed = withKnownIds(before, small.standard());
  CHECK(renamed.levels[0].functions[0].contents[0].knowledge[0].id ==
        before.levels[0].functions[0].contents[0].knowledge[0].id);
}
