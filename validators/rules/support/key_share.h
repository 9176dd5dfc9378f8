#pragma once

#include <array>
#include <optional>
#include <string>

#include "formats/model/item.h"
#include "validators/checker/profile.h"

namespace tiku::validators {

/// How the keys of some items are spread: those of 单选 with four options over A to D, those of judgements
/// over wrong and right.
struct KeyTally {
  std::array<int, 4> single{};     ///< By position of the key.
  std::array<int, 2> judgement{};  ///< Wrong, right.

  /// Counts the item's key `by` times; false when it is none of those counted.
  bool count(const formats::TheoryItem& item, int by);
  [[nodiscard]] int singles() const { return single[0] + single[1] + single[2] + single[3]; }
  [[nodiscard]] int judgements() const { return judgement[0] + judgement[1]; }
};

/// A share outside of the band that the settings give.
struct UnevenKeys {
  std::string measured;  ///< "A 38% B 24% C 27% D 11%", "71%"
  std::string required;  ///< "20–30%"
};

/// Judged from `min-items` on by `single-low` and `single-high` per cent, and only beyond what chance
/// explains: the band is one standard deviation of a random draw wider on either side, which matters for few
/// items and vanishes with many.
std::optional<UnevenKeys> unevenSingles(const KeyTally& tally, const RuleSettings& settings,
                                        formats::Level level);
/// Likewise by `judgement-low` and `judgement-high`: the share of the right ones.
std::optional<UnevenKeys> unevenJudgements(const KeyTally& tally, const RuleSettings& settings,
                                           formats::Level level);

}  // namespace tiku::validators
