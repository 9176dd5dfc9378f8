#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/model/bank.h"
#include "validators/checker/facts.h"
#include "validators/checker/profile.h"

namespace tiku::validators {

/// One row of the ladder: a scope or a point of the theory element table.
struct LadderRow {
  formats::Id id;
  bool isPoint = false;
  int depth = 0;  ///< 0 at a top scope.
  std::string code;
  std::string name;
  std::optional<formats::Weight> weight;
  formats::Ratio ratio;             ///< Of a scope.
  std::optional<int> pointsNeeded;  ///< Of a scope whose weight the profile's ratio speaks of.
  int pointsHad = 0;                ///< Of a scope.
  TypeCounts itemsNeeded;           ///< What the profile asks at a point, times the points below.
  TypeCounts itemsHad;
  TypeCounts itemsMissing;  ///< Summed point by point: an excess at one point does not help another.
};

/// 覆盖阶梯 of one level: weight -> points needed and had -> items needed, had and missing by type. The same
/// figures as the rules `coverage/points-per-weight` and `mix/types-per-point` judge by.
struct TableLadder {
  explicit TableLadder(formats::Level l) : level(l) {}

  formats::Level level;
  std::vector<LadderRow> rows;           ///< In printed order.
  LadderRow total;                       ///< Of the whole table; pointsNeeded is that of the level.
  TypeCounts loose;                      ///< Live items of the level that hang on no point of the table.
  std::vector<formats::ItemType> types;  ///< What is asked for or there, in the order of ItemType.
};

/// A level without blueprint has no rows.
TableLadder tableLadder(const Facts& facts, const Profile& profile, formats::Level level);
/// The same for a bank of which no facts are at hand: looks at every object.
TableLadder tableLadder(const formats::Bank& bank, const Profile& profile, formats::Level level);

}  // namespace tiku::validators
