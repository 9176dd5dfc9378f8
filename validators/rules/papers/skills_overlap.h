#pragma once

#include "validators/rules/papers/paper_pairs.h"

namespace tiku::validators {

/// 第六条（四）: operational papers of different levels have no item in common.
///
/// Items with the same task are the same item.
class SkillsOverlap final : public PaperPairs {
 public:
  static constexpr std::string_view kId = "papers/skills-overlap";

  SkillsOverlap(const Profile& /*profile*/, const RuleSettings& settings) : PaperPairs(settings) {}

 private:
  [[nodiscard]] bool compares(const formats::Paper& paper) const override;
  [[nodiscard]] bool comparable(const PaperQuestions& a, const PaperQuestions& b) const override;
  [[nodiscard]] std::optional<Finding> judgePair(const formats::Paper& later, const formats::Paper& earlier,
                                                 const PaperQuestions& laterContent,
                                                 const PaperQuestions& earlierContent) const override;
};

}  // namespace tiku::validators
