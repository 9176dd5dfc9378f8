#pragma once

#include "validators/similarity/comparison.h"
#include "validators/similarity/statement.h"

namespace tiku::validators {

/// What speaks for and against two items asking the same.
struct PairSigns {
  double containment = 0;  ///< Content bigrams of the one statement that the other has, of the smaller set.
  double jaccard = 0;      ///< of the same sets
  double similarity = 0;   ///< Jaccard of all bigrams: the measure of selfJoin() and LiveIndex.
  std::vector<Place> places;
  /// Units of content outside of the keys that stand against each other and that no denial accounts for.
  double contrast = 0;
  double contrastInKeys = 0;  ///< The same where one side is all of its key.
  int sharp = 0;              ///< Numbers, codes and opposites among it.
  bool claimsDiffer = false;  ///< One denies its words (判断题, 错误) and the other does not.
  bool turned = false;        ///< One says the contrary of the other, by its words of negation.
  bool contradicts = false;   ///< Equal words, one affirmed and one denied.
  bool sameStem = false;      ///< Of choice items.
  bool sameOptions = false;   ///< Of choice items, in any order.
  bool keysDiffer = false;   ///< Choice items whose key texts (without keys: whose options) are not the same.
  double sharedOptions = 0;  ///< Options that both choice items have, of the fewer.
  double keyFoundA = 1;  ///< Share of the content of a's key that b's statement has; 1 without a key text.
  double keyFoundB = 1;
  bool asksMore = false;  ///< The longer one asks for what it says beyond the shorter one.
  double stemFound = 1;   ///< The least share of a stem's content that the other statement has.
};

[[nodiscard]] PairSigns signsOf(const ItemWords& a, const Statement& ofA, const ItemWords& b,
                                const Statement& ofB, const Comparison& comparison);

}  // namespace tiku::validators
