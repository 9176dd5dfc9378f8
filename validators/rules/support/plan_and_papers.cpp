#include "validators/rules/support/plan_and_papers.h"

#include "formats/base/say.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::Blueprint;
using formats::Paper;
using formats::say;
using formats::operator""_a;

void PlanAndPapers::examine(const Paper& paper, const Facts& facts, FindingSink& sink) {
  if (paper.kind != Paper::Kind::kTheory) return;
  const PaperContent content = contentOf(paper, facts.bank());
  // A paper that names items which are not there cannot be measured; another rule says so.
  if (content.unknown > 0 || content.sections.empty()) return;
  auto finding = fault({paper.level, paperName(paper), paper.minutes, content.sections, false});
  if (!finding) return;
  finding->subject = {paper.id, paper.id, {}, {}, paper.level};
  report(sink, std::move(*finding));
}

void PlanAndPapers::follow(const formats::Change& change, const Facts& /*facts*/) {
  items_.observe(change);
  for (const formats::Id paper : items_.papersTouchedBy(change)) touch(paper);
  if (const auto* blueprint = change.was<Blueprint>()) plans_.insert(blueprint->level);
  if (const auto* blueprint = change.is<Blueprint>()) plans_.insert(blueprint->level);
}

void PlanAndPapers::finish(const Facts& facts, FindingSink& sink) {
  for (const formats::Level level : plans_) {
    const formats::Id subject = Blueprint::idOf(level);
    const Blueprint* blueprint = facts.bank().blueprint(level);
    std::optional<Finding> finding;
    if (blueprint != nullptr && !blueprint->plan.empty()) {
      finding = fault({level, say("{level}组卷方案", "level"_a = levelWord(level)), blueprint->plan.minutes,
                       blueprint->plan.sections, true});
    }
    if (!finding) {
      sink.clear(subject, "plan");
      continue;
    }
    finding->subject = {subject, subject, "plan", {}, level};
    sink.put(std::move(*finding));
  }
  plans_.clear();
}

}  // namespace tiku::validators
