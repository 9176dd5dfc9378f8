#include "validators/rules/papers/skills_overlap.h"

#include "formats/base/say.h"
#include "validators/rules/support/names.h"

namespace tiku::validators {

using namespace formats;

bool SkillsOverlap::compares(const Paper& paper) const {
  return paper.kind == Paper::Kind::kSkills;
}

bool SkillsOverlap::comparable(const PaperQuestions& a, const PaperQuestions& b) const {
  return a.level != b.level;
}

std::optional<Finding> SkillsOverlap::judgePair(const Paper& later, const Paper& earlier,
                                                const PaperQuestions& laterContent,
                                                const PaperQuestions& earlierContent) const {
  const Shared shared = sharedOf(laterContent, earlierContent);
  if (shared.items == 0) return std::nullopt;
  Finding finding;
  finding.measured = std::to_string(shared.items);
  finding.required = "0";
  finding.message =
      say("{paper}与{other}有 {items} 道题相同，不同等级操作技能试卷之间试题不应重复（{clause}）。",
          "paper"_a = paperName(later), "other"_a = paperName(earlier), "items"_a = shared.items,
          "clause"_a = settings().clauseFor(later.level));
  finding.advice = say("更换其中一套试卷的重复试题。");
  return finding;
}

}  // namespace tiku::validators
