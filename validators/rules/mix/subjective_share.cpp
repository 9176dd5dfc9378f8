#include "validators/rules/mix/subjective_share.h"

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::Marks;
using formats::say;
using formats::Weight;
using formats::operator""_a;

std::optional<Finding> SubjectiveShare::fault(const Made& made) const {
  const auto least = settings().number("least", made.level);
  const auto most = settings().number("most", made.level);
  if (!least || !most) return std::nullopt;
  Marks total;
  Marks subjective;
  for (const formats::PlanSection& section : made.sections) {
    const Marks marks = section.each * section.count;
    total += marks;
    if (!formats::isObjective(section.type)) subjective += marks;
  }
  if (total.isZero()) return std::nullopt;
  // Compared without division: share of 100 = subjective / total * 100.
  const auto share = subjective.hundredths() * 10000;
  if (share >= least->hundredths() * total.hundredths() && share <= most->hundredths() * total.hundredths()) {
    return std::nullopt;
  }
  Finding finding;
  finding.measured = Weight::ofHundredths(share / total.hundredths()).str();
  finding.required = say("{least}—{most}", "least"_a = least->str(), "most"_a = most->str());
  finding.judged = subjective.str() + "/" + total.str();
  finding.message = say("{name}的主观题占 {share}%，应为 {least}%—{most}%（{clause}）。",
                        "name"_a = made.name, "share"_a = finding.measured, "least"_a = least->str(),
                        "most"_a = most->str(), "clause"_a = clause(made.level));
  finding.advice = say("调整客观题和主观题的题量或分值。");
  return finding;
}

}  // namespace tiku::validators
