#include "validators/rules/updates/open_tasks.h"

#include <algorithm>
#include <array>

#include "formats/base/say.h"
#include "validators/checker/facts.h"

namespace tiku::validators {

using namespace formats;

void OpenTasks::observe(const Change& change, const Facts& /*facts*/) {
  if (const auto* was = change.was<StandardUpdate>()) {
    updates_.erase(was->id);
    touched_.insert(was->id);
    for (const UpdateTask& task : was->tasks) updatesOf_[task.object].erase(was->id);
  }
  if (const auto* is = change.is<StandardUpdate>()) {
    updates_.insert(is->id);
    touched_.insert(is->id);
    for (const UpdateTask& task : is->tasks) updatesOf_[task.object].insert(is->id);
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
  if (isItem && !updates_.empty()) changed_.insert(change.id);
}

void OpenTasks::lookAt(Id update, const Facts& facts) {
  auto& open = open_[update];
  open.clear();
  const auto* now = facts.bank().find<StandardUpdate>(update);
  if (now == nullptr) return;
  for (const UpdateTask& task : now->tasks) {
    if (subjects_.stateOf(task, facts.bank()) == TaskState::kOpen) open.emplace(task.object, task.kind);
  }
}

void OpenTasks::lookAtItem(Id update, Id item, const Facts& facts) {
  const auto* now = facts.bank().find<StandardUpdate>(update);
  if (now == nullptr) return;
  const auto task = std::ranges::find(now->tasks, item, &UpdateTask::object);
  if (task == now->tasks.end()) return;
  open_[update].erase(item);
  if (subjects_.stateOf(*task, facts.bank()) == TaskState::kOpen) open_[update].emplace(item, task->kind);
}

void OpenTasks::judge(const Facts& facts, FindingSink& sink) {
  std::set<Id> again = touched_;
  if (!updates_.empty() && (tablesChanged_ || !touched_.empty())) subjects_ = TaskSubjects(facts.bank());
  if (tablesChanged_) again.insert(updates_.begin(), updates_.end());
  for (const Id update : again) lookAt(update, facts);
  std::set<Id> reported = again;
  for (const Id item : changed_) {
    const auto named = updatesOf_.find(item);
    if (named == updatesOf_.end()) continue;
    for (const Id update : named->second) {
      if (!again.contains(update)) {
        lookAtItem(update, item, facts);
        reported.insert(update);
      }
    }
  }
  for (const Id update : reported) report(update, facts, sink);
  touched_.clear();
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
  finding.advice = say("用 tiku impact 查看清单，逐项修改，或确认仍然适用。");
  sink.put(std::move(finding));
}

}  // namespace tiku::validators
