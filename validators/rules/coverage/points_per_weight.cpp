#include "validators/rules/coverage/points_per_weight.h"

#include "formats/base/say.h"
#include "validators/rules/coverage/ladder.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::Level;
using formats::say;
using formats::operator""_a;

void PointsPerWeight::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  const formats::Blueprint* blueprint = facts.bank().blueprint(level);
  if (blueprint == nullptr) return;

  const CoverageLadder ladder = coverageLadder(*blueprint, facts, profile());
  for (const WeighedScope& at : ladder.scopes) {
    if (at.missing() == 0) continue;
    Finding finding;
    finding.subject.id = at.scope->id;
    finding.cause = ladder.causeOf(at);
    finding.measured = std::to_string(at.points);
    finding.required = std::to_string(at.needed);
    finding.judged = finding.measured + "/" + finding.required;
    if (!at.binding) finding.severity = Severity::kInfo;
    finding.message =
        say("{scope}权重 {weight}，{point} {points} 个，少于 {needed} 个（{clause}）。",
            "scope"_a = scopeWords(level, at.part, at.code, at.scope->name),
            "weight"_a = at.scope->weight->str(), "point"_a = pointWord(profile()), "points"_a = at.points,
            "needed"_a = at.needed, "clause"_a = settings().clauseFor(level));
    finding.advice = say("补 {missing} 个{point}，或核对权重。", "missing"_a = at.missing(),
                         "point"_a = pointWord(profile()));
    found.push_back(std::move(finding));
  }
}

}  // namespace tiku::validators
