#include "validators/rules/items/point_missing.h"

#include "formats/base/say.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using namespace formats;

std::optional<Finding> PointMissing::fault(const TheoryItem& item, const Facts& facts) const {
  Finding finding = findingOn(item, "point");
  finding.required = "1";
  finding.measured = "0";
  if (!item.point) {
    finding.message = say("{item}没有挂在任何{point}上（{clause}）。", "item"_a = itemName(item),
                          "point"_a = pointWord(profile_), "clause"_a = clause(item.level));
    finding.advice = say("给这道题选一个{point}。", "point"_a = pointWord(profile_));
    return finding;
  }
  finding.judged = item.point->str();
  const Facts::Place* place = facts.place(*item.point);
  if (facts.hasTheoryPoint(item.level, *item.point)) return std::nullopt;
  if (place == nullptr) {
    finding.message = say("{item}所挂的{point}已不在{level}理论知识要素细目表中（{clause}）。",
                          "item"_a = itemName(item), "point"_a = pointWord(profile_),
                          "level"_a = levelWord(item.level), "clause"_a = clause(item.level));
    finding.advice =
        say("给这道题另选一个{point}，或把删去的{point}补回细目表。", "point"_a = pointWord(profile_));
    return finding;
  }
  finding.message = say("{item}挂在“{code} {name}”上，那不是{level}理论知识要素细目表的{point}（{clause}）。",
                        "item"_a = itemName(item), "code"_a = place->code, "name"_a = place->name,
                        "level"_a = levelWord(item.level), "point"_a = pointWord(profile_),
                        "clause"_a = clause(item.level));
  finding.advice = say("给这道题改选{level}理论知识要素细目表的{point}。", "level"_a = levelWord(item.level),
                       "point"_a = pointWord(profile_));
  return finding;
}

Finding PointMissing::summary(Level level, int faulty, int total, const Facts& facts) const {
  Finding finding;
  finding.measured = std::to_string(faulty);
  finding.required = "0";
  const Blueprint* blueprint = facts.bank().blueprint(level);
  if (blueprint == nullptr || blueprint->theory.empty()) {
    finding.message = say(
        "{level}还没有理论知识要素细目表，{total} 道理论题中有 {faulty} 道没有挂在{point}上（{clause}）。",
        "level"_a = levelWord(level), "total"_a = total, "faulty"_a = faulty, "point"_a = pointWord(profile_),
        "clause"_a = clause(level));
    finding.advice = say("先编制或导入{level}要素细目表，再给试题选{point}。", "level"_a = levelWord(level),
                         "point"_a = pointWord(profile_));
    return finding;
  }
  finding.message = say("{level} {total} 道理论题中有 {faulty} 道没有挂在细目表的{point}上（{clause}）。",
                        "level"_a = levelWord(level), "total"_a = total, "faulty"_a = faulty,
                        "point"_a = pointWord(profile_), "clause"_a = clause(level));
  finding.advice = say("给这些试题选{point}；按题号或章节成批对应最快。", "point"_a = pointWord(profile_));
  return finding;
}

void PointMissing::followOther(const Change& change, const Facts& /*facts*/) {
  for (const Id item : items_.follow(change)) touch(item);
  // The summary says whether there is an element table.
  if (const auto* blueprint = change.was<Blueprint>()) touchLevel(blueprint->level);
  if (const auto* blueprint = change.is<Blueprint>()) touchLevel(blueprint->level);
}

}  // namespace tiku::validators
