#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "formats/model/bank.h"
#include "validators/checker/profile.h"

namespace tiku::validators {

/// Items by type.
using TypeCounts = std::map<formats::ItemType, int>;

/// One step of the ladder: a scope or a point of the theory element table.
struct LadderRow {
  formats::Id id;
  bool isPoint = false;
  int depth = 0;  ///< 0 at a top scope.
  std::string code;
  std::string name;
  std::optional<formats::Weight> weight;
  formats::Ratio ratio;             ///< Of a scope.
  std::optional<int> pointsNeeded;  ///< Of a scope with a weight, where the profile asks a ratio.
  int pointsHad = 0;                ///< Of a scope.
  TypeCounts itemsNeeded;           ///< The points below times what the profile asks at each.
  TypeCounts itemsHad;
  TypeCounts itemsMissing;  ///< Summed point by point: an excess at one point does not help another.

  [[nodiscard]] int missing() const;  ///< All types together.
};

/// 覆盖阶梯: weight -> points needed and had -> items needed, had and missing by type, for the theory table
/// of one level.
struct Ladder {
  explicit Ladder(formats::Level l) : level(l) {}
  formats::Level level;
  std::vector<LadderRow> rows;           ///< In printed order.
  LadderRow total;                       ///< Of the whole table; pointsNeeded is that of the level.
  TypeCounts itemsWithoutPoint;          ///< Live items of the level that hang on no point of the table.
  std::vector<formats::ItemType> types;  ///< Types that are asked for or there, in the order of ItemType.
};

/// Computes the ladder. A level without blueprint has no rows.
Ladder ladderOf(const formats::Bank& bank, const Profile& profile, formats::Level level);

/// How many points a scope of this weight needs at this ratio; a half rounds up.
int pointsNeeded(formats::Weight weight, formats::Weight ratio);

}  // namespace tiku::validators
