#include "workflows/impact/work_list.h"

#include <algorithm>
#include <numeric>

#include "formats/base/say.h"
#include "formats/model/item_sets.h"
#include "validators/rules/support/names.h"
#include "workflows/impact/standard_match.h"

namespace tiku::workflows {

using namespace formats;
using validators::TaskState;

/// What the tables and the standard say of the objects of tasks; a snapshot of them.
struct WorkList::Tables {
  struct Place {
    std::optional<Level> level;
    std::string name;
    std::size_t number = 0;
  };

  explicit Tables(const Bank& bank) : subjects(bank) {
    for (int number = 5; number >= 1; --number) {
      const Blueprint* blueprint = bank.blueprint(*Level::of(number));
      if (blueprint == nullptr) continue;
      for (const ElementTable* table : {&blueprint->theory, &blueprint->skills}) add(*blueprint, *table);
    }
    if (const Standard* standard = bank.standard()) {
      for (const StandardEntry& entry : entriesOf(*standard))
        places[entry.id] = {entry.level, placeOfEntry(entry) + " " + entry.text, places.size()};
    }
  }

  [[nodiscard]] const Place* of(Id id) const {
    const auto found = places.find(id);
    return found == places.end() ? nullptr : &found->second;
  }

  validators::TaskSubjects subjects;
  std::unordered_map<Id, Place> places;

 private:
  void add(const Blueprint& blueprint, const ElementTable& table) {
    walk(table, [&](const TablePlace& at) {
      const bool isPoint = at.point != nullptr;
      const Id id = isPoint ? at.point->id : at.path.back()->id;
      std::string name = isPoint ? translate("考评点") : translate("考评范围");
      name += " " + at.code() + " " + (isPoint ? at.point->name : at.path.back()->name);
      places.emplace(id, Place{blueprint.level, std::move(name), places.size()});
    });
  }
};

namespace {

// Names the item; false where it is none.
bool nameItem(const Bank& bank, TaskLine& line) {
  const Object* object = bank.object(line.task.object);
  if (object == nullptr) return false;
  if (const auto* theory = as<TheoryItem>(*object)) {
    line.level = theory->level;
    line.name = validators::itemName(*theory);
    line.under = theory->point.value_or(Id());
    return true;
  }
  if (const auto* skill = as<SkillItem>(*object)) {
    line.level = skill->level;
    line.name = validators::itemName(*skill);
    line.under = skill->points.empty() ? Id() : skill->points.front();
    return true;
  }
  return false;
}

bool isTable(const Change& change) {
  const auto concerns = [](const Object& object) {
    return as<Blueprint>(object) != nullptr || as<Standard>(object) != nullptr;
  };
  return concerns(change.before) || concerns(change.after);
}

}  // namespace

WorkList::WorkList(const Bank& bank, const StandardUpdate& update)
    : update_(update.id), tables_(std::make_shared<const Tables>(bank)) {
  for (const UpdateTask& task : update.tasks) {
    lineOf_.emplace(task.object, lines_.size());
    keys_.push_back({0, 0, 0, lines_.size()});
    lines_.push_back({task, {}, {}, {}, {}});
    restate(lines_.size() - 1, bank);
  }
  sort();
}

bool WorkList::restate(std::size_t number, const Bank& bank) {
  TaskLine& line = lines_[number];
  line.state = tables_->subjects.stateOf(line.task, bank);
  line.under = {};
  const Tables::Place* place = tables_->of(line.task.object);
  bool gone = false;
  if (place != nullptr) {
    line.level = place->level;
    line.name = place->name;
  } else if (nameItem(bank, line)) {
    place = tables_->of(line.under);
  } else {
    gone = true;
    line.level.reset();
    line.name = say("（已删去）{id}", "id"_a = line.task.object.str().substr(0, 8));
  }
  constexpr std::size_t kLast = 9;
  const std::size_t level = gone ? kLast : line.level ? 6U - static_cast<unsigned>(line.level->number()) : 0;
  const std::size_t kind = line.task.kind == UpdateTask::Kind::kEntry ? 0 : 1;
  const Key key{level, kind, place == nullptr ? tables_->places.size() : place->number, keys_[number][3]};
  return std::exchange(keys_[number], key) != key;
}

// An item says what it said; its point may stand elsewhere.
bool WorkList::followPoint(std::size_t item) {
  const Tables::Place* point = tables_->of(lines_[item].under);
  const std::size_t place = point == nullptr ? tables_->places.size() : point->number;
  return std::exchange(keys_[item][2], place) != place;
}

void WorkList::sort() {
  std::vector<std::size_t> order(lines_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [this](std::size_t line) { return keys_[line]; });
  std::vector<TaskLine> lines;
  std::vector<Key> keys;
  lines.reserve(order.size());
  keys.reserve(order.size());
  for (const std::size_t line : order) {
    lineOf_[lines_[line].task.object] = lines.size();
    lines.push_back(std::move(lines_[line]));
    keys.push_back(keys_[line]);
  }
  lines_ = std::move(lines);
  keys_ = std::move(keys);
}

WorkList::Followed WorkList::follow(const Bank& bank, std::span<const Change> changes) {
  std::vector<std::size_t> touched;
  bool tables = false;
  for (const Change& change : changes) {
    if (change.id == update_) {
      const auto* now = change.is<StandardUpdate>();
      // Of a thing that is asked for twice one line would stay behind.
      if (now == nullptr || now->tasks.size() != lines_.size() || lineOf_.size() != lines_.size())
        return Followed::kOther;
      for (const UpdateTask& task : now->tasks) {
        const auto known = lineOf_.find(task.object);
        if (known == lineOf_.end()) return Followed::kOther;
        if (lines_[known->second].task == task) continue;
        lines_[known->second].task = task;
        touched.push_back(known->second);
      }
    } else if (isTable(change)) {
      tables = true;
    } else {
      std::vector<Id> items = itemsOfSet(change);
      items.push_back(change.id);
      for (const Id item : items) {
        if (const auto known = lineOf_.find(item); known != lineOf_.end()) touched.push_back(known->second);
      }
    }
  }
  bool moved = false;
  if (tables) {
    tables_ = std::make_shared<const Tables>(bank);
    for (std::size_t line = 0; line < lines_.size(); ++line) {
      if (lines_[line].task.kind == UpdateTask::Kind::kItem) {
        moved = followPoint(line) || moved;
      } else {
        touched.push_back(line);
      }
    }
  }
  for (const std::size_t line : touched) moved = restate(line, bank) || moved;
  if (moved) sort();
  return moved ? Followed::kOrder : touched.empty() ? Followed::kNothing : Followed::kLines;
}

}  // namespace tiku::workflows
