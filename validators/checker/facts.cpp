#include "validators/checker/facts.h"

#include <algorithm>

namespace tiku::validators {

using formats::Blueprint;
using formats::Change;
using formats::ElementTable;
using formats::Id;
using formats::Level;
using formats::Paper;
using formats::SkillItem;
using formats::TablePlace;
using formats::TheoryItem;

void TypeCounts::add(formats::ItemType type, int by) {
  counts_[static_cast<std::size_t>(type)] += by;
  total_ += by;
}

void TypeCounts::add(const TypeCounts& other, int times) {
  for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i] * times;
  total_ += other.total_ * times;
}

void Facts::update(const Change& change) {
  if (const auto* item = change.was<TheoryItem>(); isLive(item)) count(*item, -1);
  if (const auto* item = change.is<TheoryItem>(); isLive(item)) count(*item, +1);
  if (const auto* item = change.was<SkillItem>(); isLive(item)) count(*item, -1);
  if (const auto* item = change.is<SkillItem>(); isLive(item)) count(*item, +1);
  const auto countPaper = [this](const Paper* paper, int by) {
    if (!isLive(paper)) return;
    LevelCounts& counts = counts_[paper->level];
    (paper->kind == Paper::Kind::kTheory ? counts.theoryPapers : counts.skillsPapers) += by;
  };
  countPaper(change.was<Paper>(), -1);
  countPaper(change.is<Paper>(), +1);
  if (const auto* blueprint = change.was<Blueprint>()) count(*blueprint, -1);
  if (const auto* blueprint = change.is<Blueprint>()) count(*blueprint, +1);
}

const Facts::Place* Facts::place(Id pointOrScope) const {
  const auto found = places_.find(pointOrScope);
  return found == places_.end() ? nullptr : &found->second.front();
}

bool Facts::hasTheoryPoint(Level level, Id point) const {
  const auto found = points_.find({level, point});
  return found != points_.end() && found->second.inTable > 0;
}

const TypeCounts& Facts::itemsAt(Level level, Id point) const {
  static const TypeCounts kNone;
  const auto found = points_.find({level, point});
  return found == points_.end() ? kNone : found->second.items;
}

int Facts::itemsOfModule(Level level, Id module) const {
  const auto found = moduleItems_.find({level, module});
  return found == moduleItems_.end() ? 0 : found->second;
}

const Facts::LevelCounts& Facts::counts(Level level) const {
  static const LevelCounts kNone;
  const auto found = counts_.find(level);
  return found == counts_.end() ? kNone : found->second;
}

bool Facts::movesTheoryItem(const Change& change) {
  const auto* was = change.was<TheoryItem>();
  const auto* is = change.is<TheoryItem>();
  if (was == nullptr || is == nullptr) return was != is;
  return was->level != is->level || was->type != is->type || was->point != is->point ||
         isLive(was) != isLive(is);
}

std::vector<Facts::LevelPoint> Facts::pointsTouchedBy(const Change& change) {
  std::vector<LevelPoint> touched;
  if (movesTheoryItem(change)) {
    for (const TheoryItem* item : {change.was<TheoryItem>(), change.is<TheoryItem>()}) {
      if (isLive(item) && item->point) touched.push_back({item->level, *item->point});
    }
  }
  for (const Blueprint* blueprint : {change.was<Blueprint>(), change.is<Blueprint>()}) {
    if (blueprint == nullptr) continue;
    walk(blueprint->theory, [&touched, blueprint](const TablePlace& place) {
      if (place.point != nullptr) touched.push_back({blueprint->level, place.point->id});
    });
  }
  return touched;
}

/// Changes what is known at one point and keeps the level's loose items and stray points in step.
template <typename Change>
void Facts::alter(const LevelPoint& key, const Change& change) {
  LevelCounts& counts = counts_[key.level];
  AtPoint& at = points_[key];
  const auto settle = [&counts, &at](int by) {
    if (at.inTable > 0 || at.items.total() == 0) return;
    counts.loose.add(at.items, by);
    counts.strayPoints += by;
  };
  settle(-1);
  change(at);
  settle(+1);
  if (at.inTable == 0 && at.items.total() == 0) points_.erase(key);
}

void Facts::count(const TheoryItem& item, int by) {
  LevelCounts& counts = counts_[item.level];
  counts.theory.add(item.type, by);
  if (!item.point) {
    counts.loose.add(item.type, by);
    return;
  }
  alter({item.level, *item.point}, [&item, by](AtPoint& at) { at.items.add(item.type, by); });
}

void Facts::count(const SkillItem& item, int by) {
  counts_[item.level].skills += by;
  if (!item.module) return;
  const LevelPoint key{item.level, *item.module};
  if ((moduleItems_[key] += by) == 0) moduleItems_.erase(key);
}

void Facts::count(const Blueprint& blueprint, int by) {
  enter(blueprint.theory, blueprint.level, true, by);
  enter(blueprint.skills, blueprint.level, false, by);
}

void Facts::enter(const ElementTable& table, Level level, bool theory, int by) {
  walk(table, [this, level, theory, by](const TablePlace& at) {
    Place place(level);
    place.theory = theory;
    place.part = at.part;
    place.code = at.code();
    place.isPoint = at.point != nullptr;
    place.name = place.isPoint ? at.point->name : at.path.back()->name;
    if (place.isPoint) {
      place.scope = at.path.back()->id;
    } else if (at.path.size() > 1) {
      place.scope = at.path[at.path.size() - 2]->id;
    }
    const Id id = place.isPoint ? at.point->id : at.path.back()->id;
    std::vector<Place>& places = places_[id];
    const auto where = std::lower_bound(places.begin(), places.end(), place);
    if (by > 0) {
      places.insert(where, std::move(place));
    } else if (where != places.end() && *where == place) {
      places.erase(where);
    }
    if (places.empty()) places_.erase(id);
    if (theory && at.point != nullptr) {
      alter({level, id}, [by](AtPoint& known) { known.inTable += by; });
    }
  });
}

}  // namespace tiku::validators
