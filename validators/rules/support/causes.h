#pragma once

#include <string_view>

#include "formats/model/records.h"
#include "validators/checker/finding.h"

/// Findings that those of other rules fold under, by their keys.
namespace tiku::validators {

inline constexpr std::string_view kPointsPerLevelRule = "coverage/points-per-level";
inline constexpr std::string_view kPointsPerWeightRule = "coverage/points-per-weight";
inline constexpr std::string_view kPointMissingRule = "items/point-missing";
inline constexpr std::string_view kTypesPerPointRule = "mix/types-per-point";
inline constexpr std::string_view kBlueprintMissingRule = "blueprint/missing";
inline constexpr std::string_view kStandardMissingRule = "standard/missing";

/// The finding above all theory items of the level that hang on no point.
inline FindingKey pointMissingKey(formats::Level level) {
  return {std::string(kPointMissingRule), formats::Blueprint::idOf(level), "theory"};
}

/// The finding above all points of the level that lack items.
inline FindingKey typesPerPointKey(formats::Level level) {
  return {std::string(kTypesPerPointRule), formats::Blueprint::idOf(level), {}};
}

}  // namespace tiku::validators
