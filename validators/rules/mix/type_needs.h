#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "validators/checker/facts.h"
#include "validators/checker/profile.h"

namespace tiku::validators {

/// Names of the figures that speak of item types, in the order of ItemType: "single-choice" ... as in the
/// files of a package.
inline constexpr std::array<std::string_view, formats::kItemTypes.size()> kTypeFigures{
    "single-choice", "multiple-choice", "true-false", "fill-in",       "short-answer",
    "calculation",   "essay",           "drawing",    "case-analysis", "comprehensive"};

[[nodiscard]] constexpr std::string_view typeFigure(formats::ItemType type) {
  return kTypeFigures[static_cast<std::size_t>(type)];
}

/// What a profile asks of every point of a level, 第六条（三）1 and 2; all zero where it asks nothing.
TypeCounts typesNeededPerPoint(formats::Level level, const RuleSettings& settings);

/// Type by type what is needed and not had.
TypeCounts shortfall(const TypeCounts& needed, const TypeCounts& have);

/// "单选题 3 道、判断题 1 道"
std::string countWords(const TypeCounts& counts);

/// How many items it would take to fill the mix of every point of the level. Looks at all points of the
/// table.
int itemsMissingFromMix(formats::Level level, const Facts& facts, const Profile& profile);

}  // namespace tiku::validators
