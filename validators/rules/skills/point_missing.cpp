#include "validators/rules/skills/point_missing.h"

#include "formats/base/say.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using namespace formats;

namespace {

/// How many of the item's points the level's operational table does not have.
int strayPoints(const SkillItem& item, const Blueprint* blueprint) {
  std::unordered_set<Id> known;
  if (blueprint != nullptr) {
    walk(blueprint->skills, [&known](const TablePlace& place) {
      if (place.point != nullptr) known.insert(place.point->id);
    });
  }
  return static_cast<int>(
      std::ranges::count_if(item.points, [&known](Id point) { return !known.contains(point); }));
}

}  // namespace

std::optional<Finding> SkillPointMissing::fault(const SkillItem& item, const Facts& facts) const {
  const int stray = strayPoints(item, facts.bank().blueprint(item.level));
  if (!item.points.empty() && stray == 0) return std::nullopt;
  Finding finding = findingOn(item, "points");
  finding.measured = std::to_string(static_cast<int>(item.points.size()) - stray);
  finding.required = item.points.empty() ? "1" : std::to_string(item.points.size());
  finding.message = item.points.empty()
                        ? say("{item}没有挂在任何操作技能{point}上（{clause}）。", "item"_a = itemName(item),
                              "point"_a = pointWord(profile_), "clause"_a = clause(item.level))
                        : say("{item}所挂的{point}有 {stray} 个不在{level}操作技能要素细目表中（{clause}）。",
                              "item"_a = itemName(item), "point"_a = pointWord(profile_), "stray"_a = stray,
                              "level"_a = levelWord(item.level), "clause"_a = clause(item.level));
  finding.advice = say("给这道题选操作技能要素细目表的{point}。", "point"_a = pointWord(profile_));
  return finding;
}

Finding SkillPointMissing::summary(Level level, int faulty, int total, const Facts& facts) const {
  Finding finding;
  finding.measured = std::to_string(faulty);
  finding.required = "0";
  const Blueprint* blueprint = facts.bank().blueprint(level);
  const bool noTable = blueprint == nullptr || blueprint->skills.empty();
  finding.message =
      noTable
          ? say("{level}还没有操作技能要素细目表，{total} 道操作题中有 {faulty} "
                "道没有挂在{point}上（{clause}）。",
                "level"_a = levelWord(level), "total"_a = total, "faulty"_a = faulty,
                "point"_a = pointWord(profile_), "clause"_a = clause(level))
          : say("{level} {total} 道操作题中有 {faulty} 道没有挂在操作技能要素细目表的{point}上（{clause}）。",
                "level"_a = levelWord(level), "total"_a = total, "faulty"_a = faulty,
                "point"_a = pointWord(profile_), "clause"_a = clause(level));
  finding.advice = noTable
                       ? say("先编制或导入{level}操作技能要素细目表，再给试题选{point}。",
                             "level"_a = levelWord(level), "point"_a = pointWord(profile_))
                       : say("给这些试题选操作技能要素细目表的{point}。", "point"_a = pointWord(profile_));
  return finding;
}

void SkillPointMissing::followOther(const Change& change, const Facts& /*facts*/) {
  const auto level = book_.follow(change);
  if (!level) return;
  touchLevel(*level);
  for (const Id item : book_.at(*level)) touch(item);
}

}  // namespace tiku::validators
