// A new edition of the standard that says every entry otherwise: every point and every item is to be looked
// at. What the list costs to make, to follow a keystroke and a confirmation, and what the rule adds.
#include <functional>
#include <memory>
#include <utility>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "bench/generated_bank.h"
#include "validators/checker/checker.h"
#include "workflows/impact/update.h"

namespace {

using namespace tiku::formats;
using namespace tiku::workflows;
using tiku::validators::Checker;
using tiku::validators::Profile;

constexpr std::size_t kConfirmed = 1000;

void trace(Scope& scope, WorkContent& content) {
  for (Scope& below : scope.scopes) trace(below, content);
  for (Point& point : scope.points) {
    content.knowledge.push_back({Id::random(), point.name + "的知识", false, {}});
    point.requirements = {content.knowledge.back().id};
  }
}

/// The bank on its way to the new edition.
struct Revised {
  explicit Revised(int items) : bank(tiku::bench::generatedBank(items, 1)) {
    Standard before;
    before.title = "量具检校员国家职业标准";
    before.edition = "2021年版";
    Edit edit;
    for (const auto& blueprint : bank.all<Blueprint>()) {
      Blueprint traced = *blueprint;
      WorkContent content{Id::random(), "工作内容", {}, {}, {}};
      for (auto& top : traced.theory.tops) trace(top.scope, content);
      LevelRequirements level(blueprint->level);
      level.functions.push_back({Id::random(), "职业功能", {content}, {}});
      before.levels.push_back(level);
      edit.put(std::move(traced));
    }
    Standard after = before;
    after.edition = "2026年版";
    for (LevelRequirements& level : after.levels) {
      for (Requirement& one : level.functions[0].contents[0].knowledge) one.text += "和应用";
    }
    bank.apply(edit.put(before));
    update = impactOf(bank, before, after, {Date::parse("2026-03-01"), Date::parse("2026-03-01"), "周工"});
    bank.apply(beginUpdate(bank, after, update));
    bank.forEach<TheoryItem>([this](const auto& one) { item = std::min(item, one->id); });
  }

  // The next letter of the stem.
  Edit letter() {
    TheoryItem typed = *bank.find<TheoryItem>(item);
    typed.stem = RichText::plain(fmt::format("第 {} 次修改：水泵启动前应当检查（　）。", ++letters));
    return Edit().put(std::move(typed));
  }
  Edit point() {
    Blueprint renamed = *bank.all<Blueprint>().front();
    Scope* scope = &renamed.theory.tops.front().scope;
    while (scope->points.empty()) scope = &scope->scopes.front();
    scope->points.front().name = fmt::format("水泵的启动 {}", ++letters);
    return Edit().put(std::move(renamed));
  }
  Edit confirmation() {
    std::vector<Id> objects;
    for (const UpdateTask& task : update.tasks) {
      if (task.kind == UpdateTask::Kind::kItem && objects.size() < kConfirmed) objects.push_back(task.object);
    }
    return confirmEdit(bank, objects, "周工", "只改了措辞", *Date::parse("2026-04-01"));
  }

  Bank bank;
  StandardUpdate update;
  Id item = *Id::parse("ffffffff-ffff-4fff-bfff-ffffffffffff");
  int letters = 0;
};

void workListMade(benchmark::State& state) {
  const Revised at(static_cast<int>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(WorkList(at.bank, at.update).lines().size());
  state.counters["tasks"] = static_cast<double>(at.update.tasks.size());
}

// Only what the list does with the change; `edit` makes one and is followed by its undo.
void followed(benchmark::State& state, const std::function<Edit(Revised&)>& edit) {
  Revised at(static_cast<int>(state.range(0)));
  WorkList list(at.bank, at.update);
  std::vector<Change> changes;
  const auto listening =
      at.bank.listen([&changes](std::span<const Change> all) { changes.assign(all.begin(), all.end()); });
  for (auto _ : state) {
    state.PauseTiming();
    const Edit undo = at.bank.apply(edit(at));
    state.ResumeTiming();
    benchmark::DoNotOptimize(list.follow(at.bank, changes));
    state.PauseTiming();
    at.bank.apply(undo);
    list.follow(at.bank, changes);
    state.ResumeTiming();
  }
}
void workListFollowsLetter(benchmark::State& state) {
  followed(state, [](Revised& at) { return at.letter(); });
}
void workListFollowsTable(benchmark::State& state) {
  followed(state, [](Revised& at) { return at.point(); });
}
void workListFollowsThousandConfirmed(benchmark::State& state) {
  followed(state, [](Revised& at) { return at.confirmation(); });
}

// With all rules of the profile, of which one follows the update.
void checked(benchmark::State& state, const std::function<Edit(Revised&)>& edit) {
  Revised at(static_cast<int>(state.range(0)));
  const Checker checker(at.bank, Profile::load("guizhou"));
  for (auto _ : state) {
    state.PauseTiming();
    const Edit next = edit(at);
    state.ResumeTiming();
    const Edit undo = at.bank.apply(next);
    state.PauseTiming();
    at.bank.apply(undo);
    state.ResumeTiming();
  }
}
// The first letter does the task, and the finding counts anew; those after it do not.
void checkedFirstLetter(benchmark::State& state) {
  checked(state, [](Revised& at) { return at.letter(); });
}
void checkedFurtherLetter(benchmark::State& state) {
  bool begun = false;
  checked(state, [&begun](Revised& at) {
    if (!std::exchange(begun, true)) at.bank.apply(at.letter());
    return at.letter();
  });
}
void checkedThousandConfirmed(benchmark::State& state) {
  checked(state, [](Revised& at) { return at.confirmation(); });
}

constexpr std::int64_t kItems = 100'000;

BENCHMARK(workListMade)->Arg(kItems)->Unit(benchmark::kMillisecond);
BENCHMARK(workListFollowsLetter)->Arg(kItems)->Unit(benchmark::kMillisecond)->Iterations(50);
BENCHMARK(workListFollowsTable)->Arg(kItems)->Unit(benchmark::kMillisecond)->Iterations(20);
BENCHMARK(workListFollowsThousandConfirmed)->Arg(kItems)->Unit(benchmark::kMillisecond)->Iterations(10);
BENCHMARK(checkedFirstLetter)->Arg(kItems)->Unit(benchmark::kMillisecond)->Iterations(20);
BENCHMARK(checkedFurtherLetter)->Arg(kItems)->Unit(benchmark::kMillisecond)->Iterations(50);
BENCHMARK(checkedThousandConfirmed)->Arg(kItems)->Unit(benchmark::kMillisecond)->Iterations(5);

}  // namespace
