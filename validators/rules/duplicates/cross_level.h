#pragma once

#include "validators/rules/duplicates/same_words.h"
#include "validators/rules/support/items_by_point.h"

namespace tiku::validators {

/// 第六条（四）: theory items of the part 工作要求 must not repeat across levels; those of 基本要求 may.
///
/// Two items repeat when their folded words are the same: forms of blanks, white space, width, punctuation
/// and the order of the options make no difference, and the key is not looked at. A pair is exempt only when
/// both hang on points of 基本要求. An item whose part is unknown, since it hangs on no point of its level,
/// is judged as 工作要求, and the words say so: the exemption has to be shown, not supposed.
///
/// The subject is the later item in reading order (五级 first, then code, then id); it names the first
/// earlier one at another level. Near-duplicates are another rule's matter.
class CrossLevel final : public SameWords<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "duplicates/cross-level";

  CrossLevel(const Profile& profile, const RuleSettings& settings) : SameWords(settings), profile_(profile) {}

 private:
  void judgeSame(const std::vector<const formats::TheoryItem*>& items, const std::string& words,
                 const Facts& facts, FindingSink& sink) override;
  void follow(const formats::Change& change) override;

  const Profile& profile_;
  ItemsByPoint items_;
};

}  // namespace tiku::validators
