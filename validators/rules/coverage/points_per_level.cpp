#include "validators/rules/coverage/points_per_level.h"

#include "formats/base/say.h"
#include "validators/rules/coverage/ladder.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::Level;
using formats::say;
using formats::operator""_a;

void PointsPerLevel::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  const formats::Blueprint* blueprint = facts.bank().blueprint(level);
  // Without any table there is nothing to count: blueprint/missing speaks.
  if (blueprint == nullptr || blueprint->theory.empty()) return;
  const CoverageLadder ladder = coverageLadder(*blueprint, facts, profile());
  if (ladder.missing() == 0) return;

  Finding finding;
  finding.measured = std::to_string(ladder.points);
  finding.required = std::to_string(*ladder.needed);
  finding.judged = finding.measured + "/" + finding.required;
  finding.cause = ladder.causeOfLevel();
  finding.message =
      say("{level}理论知识{point}共 {points} 个，少于 {needed} 个（{clause}）。",
          "level"_a = levelWord(level), "point"_a = pointWord(profile()), "points"_a = ladder.points,
          "needed"_a = *ladder.needed, "clause"_a = settings().clauseFor(level));
  finding.advice = say("补 {missing} 个{point}；先补少于权重倍数的考评范围。", "missing"_a = ladder.missing(),
                       "point"_a = pointWord(profile()));
  found.push_back(std::move(finding));
}

}  // namespace tiku::validators
