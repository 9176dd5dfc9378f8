#include "validators/rules/updates/open_tasks.h"

#include <algorithm>
#include <array>

#include "formats/base/say.h"
#include "formats/model/item_sets.h"
#include "validators/checker/facts.h"

namespace tiku::validators {

using namespace formats;

namespace {

bool sameTasks(const StandardUpdate& was, const StandardUpdate& is) {
  return std::ranges::equal(was.tasks, is.tasks, {}, &UpdateTask::object, &UpdateTask::object);
}

}  // namespace

void OpenTasks::observe(const Change& change, const Facts& /*facts*/) {
  const auto* was = change.was<StandardUpdate>();
  const auto* is = change.is<StandardUpdate>();
  if (was != nullptr && is != nullptr && sameTasks(*was, *is)) {
    follow(*was, *is);
  } else {
    if (was != nullptr) {
      updates_.erase(was->id);
      touched_.insert(was->id);
      for (const UpdateTask& task : was->tasks) updatesOf_[task.object].erase(was->id);
    }
    if (is != nullptr) {
      updates_.insert(is->id);
      touched_.insert(is->id);
      for (const UpdateTask& task : is->tasks) updatesOf_[task.object].insert(is->id);
    }
  }
  const auto concerns = [&change](auto kind) {
    using T = std::remove_pointer_t<decltype(kind)>;
    return change.was<T>() != nullptr || change.is<T>() != nullptr;
  };
  if (concerns(static_cast<Blueprint*>(nullptr)) || concerns(static_cast<Standard*>(nullptr)))
    tablesChanged_ = true;
  // An update that comes later in the batch is looked at as a whole.
  const bool isItem =
      concerns(static_cast<TheoryItem*>(nullptr)) || concerns(static_cast<SkillItem*>(nullptr));
  if (updates_.empty()) return;
  if (isItem) changed_.insert(change.id);
  for (const Id item : itemsOfSet(change)) changed_.insert(item);
}

// To confirm a task costs that task, not the list.
void OpenTasks::follow(const StandardUpdate& was, const StandardUpdate& is) {
  reworded_.insert(is.id);
  for (std::size_t i = 0; i < is.tasks.size(); ++i) {
    if (!(was.tasks[i] == is.tasks[i])) changed_.insert(is.tasks[i].object);
  }
}

void OpenTasks::lookAt(Id update, const Facts& facts, bool itemsToo) {
  auto& open = open_[update];
  std::erase_if(open, [itemsToo](const auto& one) { return itemsToo || one.second != Kind::kItem; });
  const auto* now = facts.bank().find<StandardUpdate>(update);
  if (now == nullptr) return;
  for (const UpdateTask& task : now->tasks) {
    if (!itemsToo && task.kind == Kind::kItem) continue;
    if (subjects_.stateOf(task, facts.bank()) == TaskState::kOpen) open.emplace(task.object, task.kind);
  }
}

// One pass for a letter that was typed as for ten thousand tasks confirmed at once.
void OpenTasks::lookAtChanged(Id update, const Facts& facts) {
  const auto* now = facts.bank().find<StandardUpdate>(update);
  if (now == nullptr) return;
  auto& open = open_[update];
  for (const UpdateTask& task : now->tasks) {
    if (!changed_.contains(task.object)) continue;
    const bool is = subjects_.stateOf(task, facts.bank()) == TaskState::kOpen;
    const auto was = open.find(task.object);
    if (is ? was != open.end() && was->second == task.kind : was == open.end()) continue;
    if (is) {
      open[task.object] = task.kind;
    } else {
      open.erase(was);
    }
    reworded_.insert(update);
  }
}

void OpenTasks::judge(const Facts& facts, FindingSink& sink) {
  if (!updates_.empty() && (tablesChanged_ || !touched_.empty())) subjects_ = TaskSubjects(facts.bank());
  for (const Id update : touched_) lookAt(update, facts, true);
  if (tablesChanged_) {
    for (const Id update : updates_) {
      if (!touched_.contains(update)) lookAt(update, facts, false);
    }
    reworded_.insert(updates_.begin(), updates_.end());
  }
  std::set<Id> concerned;
  for (const Id object : changed_) {
    const auto named = updatesOf_.find(object);
    if (named != updatesOf_.end()) concerned.insert(named->second.begin(), named->second.end());
  }
  for (const Id update : concerned) {
    if (!touched_.contains(update)) lookAtChanged(update, facts);
  }
  reworded_.insert(touched_.begin(), touched_.end());
  for (const Id update : reworded_) report(update, facts, sink);
  touched_.clear();
  reworded_.clear();
  changed_.clear();
  tablesChanged_ = false;
}

void OpenTasks::report(Id update, const Facts& facts, FindingSink& sink) {
  sink.clear(update);
  const auto* now = facts.bank().find<StandardUpdate>(update);
  const auto& open = open_[update];
  if (now == nullptr || open.empty()) {
    if (now == nullptr) open_.erase(update);
    return;
  }
  std::array<int, 4> counts{};
  for (const auto& [object, kind] : open) ++counts[static_cast<std::size_t>(kind)];
  const auto count = [&counts](Kind kind) { return counts[static_cast<std::size_t>(kind)]; };
  Finding finding;
  finding.subject.id = update;
  finding.subject.object = update;
  finding.measured = std::to_string(open.size());
  finding.required = "0";
  for (const auto& [object, kind] : open) finding.judged += object.str() + "\n";
  finding.message =
      say("按“{edition}”更新题库，还有 {n} 项没有完成：新增要求 {entries} 条，考评范围 {scopes} 个，考评点 "
          "{points} "
          "个，试题 {items} 道（{clause}）。",
          "edition"_a = now->edition.empty() ? now->title : now->edition, "n"_a = open.size(),
          "entries"_a = count(Kind::kEntry), "scopes"_a = count(Kind::kScope),
          "points"_a = count(Kind::kPoint), "items"_a = count(Kind::kItem), "clause"_a = settings_.clause);
  finding.advice = say("在“标准修订”里（命令：tiku impact）逐项修改，或确认仍然适用。");
  sink.put(std::move(finding));
}

}  // namespace tiku::validators
