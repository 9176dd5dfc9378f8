#pragma once

#include "validators/rules/duplicates/same_words.h"

namespace tiku::validators {

/// Two theory items of one level that say the same count as two and test as one. A default: no regulation
/// that we hold forbids it in so many words, but the sizes it asks for mean different items.
///
/// The subject is the later item by code, then id; it names the first one of the level. 单选 and 多选 with
/// the same stem and options are the same item here, whatever their keys.
class SameLevel final : public SameWords<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "duplicates/same-level";

  SameLevel(const Profile& /*profile*/, const RuleSettings& settings) : SameWords(settings) {}

 private:
  void judgeSame(const std::vector<const formats::TheoryItem*>& items, const std::string& words,
                 const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
