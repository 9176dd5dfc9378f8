#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/model/bank.h"
#include "validators/checker/facts.h"
#include "validators/checker/profile.h"

namespace tiku::validators {

/// A scope of a theory table with the number of points that its weight asks for.
struct WeighedScope {
  const formats::Scope* scope = nullptr;
  formats::Part part = formats::Part::kWork;
  std::string code;
  int points = 0;
  int needed = 0;
  /// Whether "对应权重" of 第六条（一） is this scope's: the standard's weight table names it.
  bool binding = false;
  /// The binding scope above a deeper one; empty when there is none.
  formats::Id bindingAbove;

  [[nodiscard]] int missing() const { return needed > points ? needed - points : 0; }
};

/// The first steps of the coverage ladder at one level, and which shortfall follows from which.
///
/// One missing point must not be told over and over. Points that items still name and the table lacks explain
/// the points that are short (`items/point-missing`); a single scope that lacks as many points as the whole
/// level explains the level; else the level's shortfall stands above those of its scopes.
struct CoverageLadder {
  /// Every scope with a weight, in printed order, but for those above a binding one.
  ///
  /// Binding are the scopes that the standard's theory weight table names: 职业道德, 基础知识 and the level's
  /// functions. Where there is no such table, the main scopes (support/standard_rows.h). A half weight rounds
  /// up: 2.5 with ratio 2 needs 5 points. Empty when the profile has no `coverage/points-per-weight`.
  std::vector<WeighedScope> scopes;
  int points = 0;
  std::optional<int> needed;  ///< Of the whole level.

  [[nodiscard]] int missing() const { return needed && *needed > points ? *needed - points : 0; }
  [[nodiscard]] std::optional<FindingKey> causeOf(const WeighedScope& scope) const;
  [[nodiscard]] std::optional<FindingKey> causeOfLevel() const;
  /// Whether the points missing under the scope, or under one above it, explain a gap there: its finding.
  [[nodiscard]] std::optional<FindingKey> shortfallAt(const std::vector<const formats::Scope*>& path) const;

  formats::Level level;
  int strayPoints = 0;
};

/// The blueprint must be of a level of the facts' bank.
CoverageLadder coverageLadder(const formats::Blueprint& blueprint, const Facts& facts,
                              const Profile& profile);

}  // namespace tiku::validators
