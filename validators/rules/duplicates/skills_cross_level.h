#pragma once

#include "validators/rules/duplicates/same_words.h"

namespace tiku::validators {

/// 第六条（四）: operational items must not repeat across levels; nothing is exempt.
///
/// Two items repeat when the folded words of their tasks are the same, whatever their titles.
///
/// False positives met: none yet. Items whose task is only a picture are told apart by the picture.
class SkillsCrossLevel final : public SameWords<formats::SkillItem> {
 public:
  static constexpr std::string_view kId = "duplicates/skills-cross-level";

  SkillsCrossLevel(const Profile& /*profile*/, const RuleSettings& settings) : SameWords(settings) {}

 private:
  void judgeSame(const std::vector<const formats::SkillItem*>& items, const std::string& words,
                 const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
