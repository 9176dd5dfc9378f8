#pragma once

#include <string_view>

#include "validators/checker/level_rule.h"

namespace tiku::validators {

/// The theory element table and the standard cover each other: every 相关知识要求 of the level has a point,
/// and every point is traced to an entry: under 相关知识 to a 相关知识要求 of its level, under 基本要求 to a
/// topic of chapter 2, by itself or through a scope above it.
///
/// Two findings per level at most, one for each direction, with one per entry and one per point under them.
/// A table of which no point is traced at all is one finding and nothing else: tracing has not begun.
class Trace final : public LevelRule {
 public:
  static constexpr std::string_view kId = "blueprint/trace";

  Trace(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsBlueprint | kReadsStandard | kReadsStrayPoints) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
