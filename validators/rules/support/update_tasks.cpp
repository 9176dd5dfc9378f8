#include "validators/rules/support/update_tasks.h"

#include "formats/base/digest.h"
#include "formats/package/reviewed.h"
#include "validators/checker/facts.h"

namespace tiku::validators {

using namespace formats;

std::string judgedDigest(const Scope& scope) {
  std::string text = "scope\n" + scope.name + "\n\n";
  text += (scope.weight ? scope.weight->str() : "") + "\n";
  if (scope.requirement) text += scope.requirement->str() + "\n";
  return sha256(text);
}

std::string judgedDigest(const Point& point) {
  std::string text = "point\n" + point.name + "\n";
  if (point.importance) text += "XYZ"[static_cast<int>(*point.importance)];
  text += "\n" + (point.weight ? point.weight->str() : "") + "\n";
  for (const Id id : point.requirements) text += id.str() + "\n";
  return sha256(text);
}

std::string judgedDigest(const Bank& bank, const Object& item) {
  return reviewedDigest(bank, item);
}

TaskSubjects::TaskSubjects(const Bank& bank) {
  // In one order on every machine: an id may stand in two tables of a bank that is not well.
  for (int number = 5; number >= 1; --number) {
    if (const Blueprint* blueprint = bank.blueprint(*Level::of(number))) add(*blueprint);
  }
  const Standard* standard = bank.standard();
  if (standard == nullptr) return;
  for (const BasicTopic& topic : standard->basics) entries_.insert(topic.id);
  for (const LevelRequirements& level : standard->levels) {
    for (const Function& function : level.functions) {
      for (const WorkContent& content : function.contents) {
        for (const auto* column : {&content.skills, &content.knowledge}) {
          for (const Requirement& requirement : *column) entries_.insert(requirement.id);
        }
      }
    }
  }
}

void TaskSubjects::add(const Blueprint& blueprint) {
  for (const ElementTable* table : {&blueprint.theory, &blueprint.skills}) {
    walk(*table, [this](const TablePlace& place) {
      if (place.point != nullptr) {
        digests_.emplace(place.point->id, judgedDigest(*place.point));
        traced_.insert(place.point->requirements.begin(), place.point->requirements.end());
      } else {
        const Scope& scope = *place.path.back();
        digests_.emplace(scope.id, judgedDigest(scope));
        if (scope.requirement) traced_.insert(*scope.requirement);
      }
    });
  }
}

TaskState TaskSubjects::stateOf(const UpdateTask& task, const Bank& bank) const {
  std::string digest;
  switch (task.kind) {
    case UpdateTask::Kind::kEntry:
      if (!entries_.contains(task.object)) return TaskState::kGone;
      if (traced_.contains(task.object)) return TaskState::kChanged;
      return task.date ? TaskState::kConfirmed : TaskState::kOpen;
    case UpdateTask::Kind::kScope:
    case UpdateTask::Kind::kPoint: {
      const auto found = digests_.find(task.object);
      if (found == digests_.end()) return TaskState::kGone;
      digest = found->second;
      break;
    }
    case UpdateTask::Kind::kItem: {
      const Object* item = bank.object(task.object);
      if (item == nullptr) return TaskState::kGone;
      const auto* theory = as<TheoryItem>(*item);
      const auto* skill = as<SkillItem>(*item);
      if (!isLive(theory) && !isLive(skill)) return TaskState::kGone;
      digest = judgedDigest(bank, *item);
      break;
    }
  }
  if (digest != task.judged) return TaskState::kChanged;
  return task.date ? TaskState::kConfirmed : TaskState::kOpen;
}

}  // namespace tiku::validators
