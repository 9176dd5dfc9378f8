#include "validators/rules/mix/types_per_point.h"

#include <algorithm>

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::Blueprint;
using formats::Change;
using formats::Id;
using formats::ItemType;
using formats::Level;
using formats::say;
using formats::TheoryItem;
using formats::operator""_a;

void TypesPerPoint::observe(const Change& change, const Facts& /*facts*/) {
  for (const Facts::LevelPoint& touched : Facts::pointsTouchedBy(change)) {
    touchedPoints_.insert(touched.point);
    touchedLevels_.insert(touched.level);
  }
  // Loose items hang on no point, but the cause of the level's finding depends on them.
  if (Facts::movesTheoryItem(change)) {
    for (const TheoryItem* item : {change.was<TheoryItem>(), change.is<TheoryItem>()}) {
      if (item != nullptr) touchedLevels_.insert(item->level);
    }
  }
  if (const auto* blueprint = change.was<Blueprint>()) touchedLevels_.insert(blueprint->level);
  if (const auto* blueprint = change.is<Blueprint>()) touchedLevels_.insert(blueprint->level);
  if (const auto* before = change.was<formats::BankInfo>()) {
    const auto* after = change.is<formats::BankInfo>();
    if (after != nullptr && before->levels == after->levels) return;
    for (const auto& [point, level] : levelOf_) touchedPoints_.insert(point);
    for (const auto& [level, state] : levels_) touchedLevels_.insert(level);
  }
}

void TypesPerPoint::judge(const Facts& facts, FindingSink& sink) {
  for (const Id point : touchedPoints_) judgePoint(point, facts, sink);
  for (const Level level : touchedLevels_) judgeLevel(level, facts, sink);
  touchedPoints_.clear();
  touchedLevels_.clear();
}

void TypesPerPoint::judgePoint(Id point, const Facts& facts, FindingSink& sink) {
  if (const auto counted = levelOf_.find(point); counted != levelOf_.end()) {
    LevelState& state = levels_[counted->second];
    if (const auto missing = state.missing.find(point); missing != state.missing.end()) {
      state.total.add(missing->second, -1);
      state.missing.erase(missing);
    }
    --state.points;
    touchedLevels_.insert(counted->second);
    levelOf_.erase(counted);
  }
  const Facts::Place* place = facts.place(point);
  if (place == nullptr || !place->isPoint || !place->theory) {
    sink.clear(point);
    return;
  }
  const Level level = place->level;
  LevelState& state = levels_[level];
  levelOf_.emplace(point, level);
  ++state.points;
  touchedLevels_.insert(level);
  const std::vector<Level>& levels = facts.bank().info().levels;
  const bool judged = std::ranges::find(levels, level) != levels.end();
  const TypeCounts& have = facts.itemsAt(level, point);
  const TypeCounts missing = judged ? shortfall(typesNeededPerPoint(level, settings_), have) : TypeCounts();
  if (missing.total() == 0) {
    sink.clear(point);
    return;
  }
  state.missing.emplace(point, missing);
  state.total.add(missing, +1);
  sink.put(findingAt(*place, have, missing, point));
}

Finding TypesPerPoint::findingAt(const Facts::Place& place, const TypeCounts& have, const TypeCounts& missing,
                                 Id point) const {
  Finding finding;
  finding.subject = {point, Blueprint::idOf(place.level), {}, {}, place.level};
  const TypeCounts needed = typesNeededPerPoint(place.level, settings_);
  for (const ItemType type : formats::kItemTypes) {
    if (needed.of(type) == 0) continue;
    if (!finding.judged.empty()) finding.judged += " ";
    finding.judged += fmt::format("{}:{}/{}", formats::itemTypeLetter(type), have.of(type), needed.of(type));
  }
  finding.measured = countWords(have);
  finding.required = countWords(needed);
  finding.cause = typesPerPointKey(place.level);
  const std::string where = scopeWords(place.level, place.part, place.code, place.name);
  const std::string& clause = settings_.clauseFor(place.level);
  finding.message = have.total() == 0 ? say("{where}没有试题；需要{needed}（{clause}）。", "where"_a = where,
                                            "needed"_a = finding.required, "clause"_a = clause)
                                      : say("{where}还缺{missing}；需要{needed}（{clause}）。",
                                            "where"_a = where, "missing"_a = countWords(missing),
                                            "needed"_a = finding.required, "clause"_a = clause);
  finding.advice =
      say("给这个{point}补写{missing}。", "point"_a = pointWord(profile_), "missing"_a = countWords(missing));
  return finding;
}

void TypesPerPoint::judgeLevel(Level level, const Facts& facts, FindingSink& sink) const {
  const Id subject = Blueprint::idOf(level);
  const auto found = levels_.find(level);
  if (found == levels_.end() || found->second.missing.empty()) {
    sink.clear(subject);
    return;
  }
  const LevelState& state = found->second;
  Finding finding;
  finding.subject = {subject, subject, {}, {}, level};
  finding.measured = std::to_string(state.missing.size());
  finding.required = "0";
  const TypeCounts& loose = facts.counts(level).loose;
  for (const ItemType type : formats::kItemTypes) {
    finding.judged += fmt::format("{} ", state.total.of(type));
  }
  if (shortfall(state.total, loose).total() == 0) finding.cause = pointMissingKey(level);
  finding.message =
      say("{level} {points} 个{point}中，有 {short} 个的题型数量不足，共缺{missing}（{clause}）。",
          "level"_a = levelWord(level), "points"_a = state.points, "point"_a = pointWord(profile_),
          "short"_a = state.missing.size(), "missing"_a = countWords(state.total),
          "clause"_a = settings_.clauseFor(level));
  finding.advice = loose.total() == 0
                       ? say("按{point}逐个补写，先补没有试题的。", "point"_a = pointWord(profile_))
                       : say("先把没有挂{point}的 {loose} 道试题挂上，再按{point}补写。",
                             "point"_a = pointWord(profile_), "loose"_a = loose.total());
  sink.put(std::move(finding));
}

}  // namespace tiku::validators
