#include "workflows/impact/update.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <unordered_map>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "validators/rules/support/standard_rows.h"
#include "workflows/deadlines/deadline.h"
#include "workflows/impact/standard_match.h"

namespace tiku::workflows {

using namespace formats;
using validators::TaskState;

namespace {

using TaskKind = UpdateTask::Kind;

// Collects the tasks that follow from what changed.
class Tasks {
 public:
  Tasks(const Bank& bank, const Standard& before, const Standard& after,
        const std::vector<EntryChange>& changes)
      : bank_(bank), before_(before), after_(after) {
    for (const EntryChange& change : changes) {
      if (change.kind == EntryChange::Kind::kAdded) added_.insert(change.entry);
      if (change.kind == EntryChange::Kind::kChanged || change.kind == EntryChange::Kind::kRemoved)
        changed_.insert(change.entry);
    }
  }

  std::vector<UpdateTask> take() && {
    addEntries();
    auto blueprints = bank_.all<Blueprint>();
    std::ranges::sort(blueprints, std::greater(), [](const auto& one) { return one->level; });
    for (const auto& blueprint : blueprints) {
      addTable(blueprint->theory);
      addTable(blueprint->skills);
      addWeights(*blueprint);
    }
    addItems();
    return std::move(tasks_);
  }

 private:
  void add(UpdateTask task) {
    const auto [known, isNew] = placeOf_.emplace(task.object, tasks_.size());
    if (isNew) tasks_.push_back(std::move(task));
  }

  // Functions and contents follow from what stands below them.
  void addEntries() {
    for (const StandardEntry& entry : entriesOf(after_)) {
      const bool asked = entry.kind == StandardEntry::Kind::kTopic ||
                         entry.kind == StandardEntry::Kind::kSkill ||
                         entry.kind == StandardEntry::Kind::kKnowledge;
      if (asked && added_.contains(entry.id)) add({entry.id, TaskKind::kEntry, {entry.id}, {}, {}, {}, {}});
    }
  }

  void addTable(const ElementTable& table) {
    walk(table, [this](const TablePlace& place) {
      const Scope& scope = *place.path.back();
      if (place.point == nullptr) {
        if (scope.requirement && changed_.contains(*scope.requirement)) {
          add({scope.id,
               TaskKind::kScope,
               {*scope.requirement},
               validators::judgedDigest(scope),
               {},
               {},
               {}});
        }
        return;
      }
      std::vector<Id> why;
      for (const Id entry : place.point->requirements) {
        if (changed_.contains(entry)) why.push_back(entry);
      }
      // In the basic part a point is traced by its scope where it has no trace of its own.
      if (why.empty() && place.part == Part::kBasic && place.point->requirements.empty()) {
        for (const Scope* above : place.path) {
          if (above->requirement && changed_.contains(*above->requirement))
            why.push_back(*above->requirement);
        }
      }
      if (why.empty()) return;
      points_.emplace(place.point->id, why);
      add({place.point->id, TaskKind::kPoint, why, validators::judgedDigest(*place.point), {}, {}, {}});
    });
  }

  void addWeights(const Blueprint& blueprint) {
    std::map<std::string, Weight> then;
    for (const auto& row : validators::rowScopes(blueprint, before_)) {
      if (row.scope != nullptr) then.emplace(row.scope->id.str(), row.weight);
    }
    for (const auto& row : validators::rowScopes(blueprint, after_)) {
      if (row.scope == nullptr) continue;
      const auto was = then.find(row.scope->id.str());
      if (was != then.end() && was->second == row.weight) continue;
      add({row.scope->id, TaskKind::kScope, {}, validators::judgedDigest(*row.scope), {}, {}, {}});
    }
  }

  void addItems() {
    std::vector<std::pair<std::string, UpdateTask>> found;  // By their codes, as people know them.
    const auto consider = [&](const Object& object, const std::string& code, const std::vector<Id>& points) {
      std::vector<Id> why;
      for (const Id point : points) {
        const auto known = points_.find(point);
        if (known == points_.end()) continue;
        for (const Id entry : known->second) {
          if (std::ranges::find(why, entry) == why.end()) why.push_back(entry);
        }
      }
      if (why.empty()) return;
      found.push_back(
          {code, {idOf(object), TaskKind::kItem, why, validators::judgedDigest(bank_, object), {}, {}, {}}});
    };
    bank_.forEach<TheoryItem>([&](const std::shared_ptr<const TheoryItem>& item) {
      if (item->status != ItemStatus::kRetired && item->point && points_.contains(*item->point))
        consider(Object(item), item->code, {*item->point});
    });
    bank_.forEach<SkillItem>([&](const std::shared_ptr<const SkillItem>& item) {
      if (item->status != ItemStatus::kRetired) consider(Object(item), item->code, item->points);
    });
    std::ranges::sort(found, {}, [](const auto& one) { return std::pair(one.first, one.second.object); });
    for (auto& [code, task] : found) add(std::move(task));
  }

  const Bank& bank_;
  const Standard& before_;
  const Standard& after_;
  std::set<Id> added_;
  std::set<Id> changed_;
  std::unordered_map<Id, std::vector<Id>> points_;  // With what leads there.
  std::unordered_map<Id, std::size_t> placeOf_;
  std::vector<UpdateTask> tasks_;
};

}  // namespace

StandardUpdate impactOf(const Bank& bank, const Standard& before, const Standard& after,
                        const UpdateOrder& order) {
  StandardUpdate update;
  update.id = Id::random();
  update.title = after.title;
  update.edition = after.edition;
  update.previous = before.edition;
  update.effective = order.effective;
  update.begun = order.begun;
  update.by = order.by;
  update.changes = changesOfStandard(before, after);
  update.tasks = Tasks(bank, before, after, update.changes).take();
  return update;
}

std::unordered_set<Id> tracedEntries(const Bank& bank) {
  std::unordered_set<Id> traced;
  for (const auto& blueprint : bank.all<Blueprint>()) {
    for (const ElementTable* table : {&blueprint->theory, &blueprint->skills}) {
      walk(*table, [&traced](const TablePlace& place) {
        if (place.point != nullptr) {
          traced.insert(place.point->requirements.begin(), place.point->requirements.end());
        } else if (place.path.back()->requirement) {
          traced.insert(*place.path.back()->requirement);
        }
      });
    }
  }
  return traced;
}

Edit beginUpdate(const Bank& bank, const Standard& after, StandardUpdate update) {
  Edit edit(
      say("按“{edition}”更新题库", "edition"_a = update.edition.empty() ? update.title : update.edition));
  if (bank.standard() == nullptr || !(*bank.standard() == after)) edit.put(after);
  edit.put(std::move(update));
  return edit;
}

Edit confirmEdit(const Bank& bank, const std::vector<Id>& objects, const std::string& person,
                 const std::string& reason, const Date& date) {
  if (person.empty() || reason.empty()) {
    throw FormatError(ErrorCode::kUsage, translate("确认要写明由谁确认，为什么仍然适用。"), {},
                      translate("用 --by 写姓名，--reason 写理由。"));
  }
  Edit edit(say("确认 {n} 项仍然适用", "n"_a = objects.size()));
  const std::unordered_set<Id> wanted(objects.begin(), objects.end());
  std::set<Id> waiting(objects.begin(), objects.end());
  const validators::TaskSubjects subjects(bank);
  for (const auto& update : bank.all<StandardUpdate>()) {
    StandardUpdate changed = *update;
    bool any = false;
    for (UpdateTask& task : changed.tasks) {
      if (!wanted.contains(task.object)) continue;
      waiting.erase(task.object);
      if (subjects.stateOf(task, bank) != TaskState::kOpen) continue;
      task.person = person;
      task.reason = reason;
      task.date = date;
      any = true;
    }
    if (any) edit.put(std::move(changed));
  }
  if (!waiting.empty()) {
    throw FormatError(ErrorCode::kUsage, say("标准更新的清单里没有 {id}。", "id"_a = waiting.begin()->str()),
                      {}, translate("用 tiku impact 查看清单。"));
  }
  return edit;
}

UpdateDue dueOf(const StandardUpdate& update, const validators::Profile* profile) {
  UpdateDue due;
  const auto* limit = profile == nullptr ? nullptr : profile->deadline("standard-update");
  if (limit == nullptr) {
    due.basis = translate("规则文件没有规定更新的期限。");
    return due;
  }
  due.clause = limit->clause;
  const std::optional<Date>& from = update.effective ? update.effective : update.begun;
  if (!from) {
    due.basis = translate("不知道新标准的实施日期，不能计算期限；用 --effective 写明。");
    return due;
  }
  const Deadline deadline = deadlineAfter(WorkCalendar::china(), *from, limit->period);
  due.day = deadline.day;
  due.basis = update.effective ? say("自实施日期 {date} 起算 {n} 个月。", "date"_a = from->str(),
                                     "n"_a = limit->period.count)
                               : say("没有写明实施日期，暂按新标准进入题库的 {date} 起算 {n} 个月（假定）。",
                                     "date"_a = from->str(), "n"_a = limit->period.count);
  if (const std::string caveat = deadline.caveat(); !caveat.empty())
    due.basis += (language() == Language::kEnglish ? " " : "") + caveat;
  return due;
}

UpdateStatus statusOf(const Bank& bank, const StandardUpdate& update, const validators::Profile* profile) {
  return {update, dueOf(update, profile), WorkList(bank, update).lines()};
}

std::optional<int> UpdateDue::daysLeft(const Date& today) const {
  if (!day) return std::nullopt;
  return static_cast<int>((dayOf(*day) - dayOf(today)).count());
}

std::size_t UpdateStatus::count(TaskState state) const {
  return static_cast<std::size_t>(std::ranges::count(tasks, state, &TaskLine::state));
}

std::size_t UpdateStatus::open() const {
  return count(TaskState::kOpen);
}

std::string UpdateStatus::urgency(const Date& today) const {
  const auto left = due.daysLeft(today);
  if (!left || open() == 0) return {};
  if (*left < 0) return say("已超过期限 {n} 天", "n"_a = -*left);
  return say("还有 {n} 天", "n"_a = *left);
}

std::string stateWord(TaskState state) {
  switch (state) {
    case TaskState::kOpen:
      return translate("待处理");
    case TaskState::kChanged:
      return translate("已修改");
    case TaskState::kGone:
      return translate("已删去或停用");
    case TaskState::kConfirmed:
      break;
  }
  return translate("已确认");
}

std::string changeWord(EntryChange::Kind kind) {
  switch (kind) {
    case EntryChange::Kind::kAdded:
      return translate("新增");
    case EntryChange::Kind::kRemoved:
      return translate("删去");
    case EntryChange::Kind::kChanged:
      return translate("修改");
    case EntryChange::Kind::kWeight:
      break;
  }
  return translate("权重");
}

}  // namespace tiku::workflows
