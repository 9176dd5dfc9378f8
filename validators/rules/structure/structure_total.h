#pragma once

#include <array>
#include <string_view>

#include "validators/checker/level_rule.h"

namespace tiku::validators {

/// The operational structure table adds up: the marks of what a candidate takes come to 100 (`total`), every
/// module has its time, and the modules of a choice (抽一, N选M) weigh the same, since a candidate's draw
/// must not change what the exam is worth.
class StructureTotal final : public LevelRule {
 public:
  static constexpr std::string_view kId = "structure/total";
  static constexpr std::array<std::string_view, 1> kFigures{"total"};

  StructureTotal(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsBlueprint) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
