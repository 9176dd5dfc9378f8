#pragma once

#include <string_view>

#include "validators/checker/level_rule.h"

namespace tiku::validators {

/// The theory element table carries the weights of the standard's theory weight table: every row of it
/// (职业道德, 基础知识, each 职业功能) has its scope, with the same weight, and no other main scope of
/// 相关知识 has one.
///
/// False positives met: a row whose scope has no weight yet (`blueprint/weights-missing` speaks).
class WeightsStandard final : public LevelRule {
 public:
  static constexpr std::string_view kId = "blueprint/weights-standard";

  WeightsStandard(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsBlueprint | kReadsStandard) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
