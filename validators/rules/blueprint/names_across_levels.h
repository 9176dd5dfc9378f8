#pragma once

#include <string_view>

#include "validators/checker/level_rule.h"

namespace tiku::validators {

/// 第六条（四） forbids the same items at two levels under 工作要求; two points of the same name at two
/// levels lead there. Points of 基本要求 may be shared. The finding is on the point of the higher level (the
/// smaller number), since a standard goes upwards.
class NamesAcrossLevels final : public BankRule {
 public:
  static constexpr std::string_view kId = "blueprint/names-across-levels";

  NamesAcrossLevels(const Profile& profile, const RuleSettings& settings)
      : BankRule(profile, settings, kReadsBlueprint) {}

 protected:
  void judgeBank(const Facts& facts, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
