#pragma once

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// W12 of the writing rules: a subjective item states its marks and its 评分要点, and these add up to the
/// marks. Objective and fill-in items are marked right or wrong and need none.
class Scoring final : public PerObject<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "items/scoring";

  Scoring(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void examine(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
