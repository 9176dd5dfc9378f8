#pragma once

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// Every operational item has a score sheet, and every row of it says by which criterion marks are given.
///
/// False positives met: sheets that state a nominal value instead of a criterion ("Φ20±0.02"): a row with
/// either is complete.
class ScoreRows final : public PerObject<formats::SkillItem> {
 public:
  static constexpr std::string_view kId = "skills/rows";

  ScoreRows(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void examine(const formats::SkillItem& item, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
