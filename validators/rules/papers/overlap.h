#pragma once

#include <array>

#include "validators/rules/papers/paper_pairs.h"

namespace tiku::validators {

/// 第六条（四）: of two theory papers of a level, no more than `percent` per cent (10 %, "10 分") may be the
/// same.
///
/// The clause does not say of what (domain.md C12), so both are counted, the items and their marks, each from
/// either paper's side; the largest of the four shares decides. Items with the same words are the same item.
class PaperOverlap final : public PaperPairs {
 public:
  static constexpr std::string_view kId = "papers/overlap";
  static constexpr std::array<std::string_view, 1> kFigures{"percent"};

  PaperOverlap(const Profile& /*profile*/, const RuleSettings& settings) : PaperPairs(settings) {}

 private:
  [[nodiscard]] bool compares(const formats::Paper& paper) const override;
  [[nodiscard]] bool comparable(const PaperQuestions& a, const PaperQuestions& b) const override;
  [[nodiscard]] std::optional<Finding> judgePair(const formats::Paper& later, const formats::Paper& earlier,
                                                 const PaperQuestions& laterContent,
                                                 const PaperQuestions& earlierContent) const override;
};

}  // namespace tiku::validators
