#pragma once

#include <string_view>

#include "validators/checker/level_rule.h"
#include "validators/rules/support/causes.h"

namespace tiku::validators {

/// 第四条: a bank is built on a 国家职业标准 or 评价规范. The package holds it, and it has the bank's levels;
/// without it the weights and the trace of the blueprint cannot be judged.
class StandardMissing final : public BankRule {
 public:
  static constexpr std::string_view kId = kStandardMissingRule;

  StandardMissing(const Profile& profile, const RuleSettings& settings)
      : BankRule(profile, settings, kReadsStandard) {}

 protected:
  void judgeBank(const Facts& facts, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
