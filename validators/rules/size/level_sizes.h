#pragma once

#include <optional>

#include "validators/checker/facts.h"
#include "validators/checker/profile.h"

namespace tiku::validators {

/// How many there are of something, and how many the profile asks for.
struct SizeNeed {
  int had = 0;
  std::optional<int> needed;  ///< Empty where nothing is asked.

  [[nodiscard]] int missing() const { return needed && *needed > had ? *needed - had : 0; }
};

/// 第六条（二） of one level: what the rules `size/...` judge and the overview shows.
struct LevelSizes {
  SizeNeed theoryItems;   ///< Asked for in a theory bank of items.
  SizeNeed theoryPapers;  ///< Asked for in one of papers.
  SizeNeed skillItems;
  SizeNeed skillsPapers;
};

/// Retired items and papers do not count.
LevelSizes levelSizes(formats::Level level, const Facts& facts, const Profile& profile);

}  // namespace tiku::validators
