#pragma once

#include <cstdint>
#include <vector>

#include "validators/similarity/alignment.h"
#include "validators/similarity/statement.h"

namespace tiku::validators {

/// Two statements laid side by side.
struct Comparison {
  std::vector<Difference> differences;
  /// One for each unit: 1 where the other statement has the same words, in place or moved.
  std::vector<std::uint8_t> commonA;
  std::vector<std::uint8_t> commonB;
  /// One for each unit: whether it carries content (markContent()).
  std::vector<std::uint8_t> contentA;
  std::vector<std::uint8_t> contentB;
};

[[nodiscard]] Comparison compare(const Statement& a, const Statement& b);

/// What it means for the question that two statements differ in a place.
enum class Change {
  kNothing,   ///< Words that only bind or frame: 应 / 应当, 下列 / 以下.
  kNegation,  ///< One has a 不 or 非 and nothing else.
  kNumber,    ///< Numbers and their units: 5 mm / 8 mm, 三年 / 五年.
  kCode,      ///< Letters: KM / KA, B 级 / E 级.
  kOpposite,  ///< Terms that stand against each other: 串联 / 并联.
  kReplaced,  ///< Other content stands for content.
  kAdded,     ///< Content that only one has.
};

/// A number, a code or an opposite: however short, it makes another question.
[[nodiscard]] constexpr bool isSharp(Change change) {
  return change == Change::kNumber || change == Change::kCode || change == Change::kOpposite;
}

/// A place where the statements differ.
struct Place {
  Change change = Change::kNothing;
  std::size_t difference = 0;  ///< Position in Comparison::differences.
  double units = 0;            ///< Of content that was replaced; of the shorter side.
  double longer = 0;           ///< The same of the longer side.
  bool late = false;           ///< In the latter half of both: rather what is said than of what.
  bool negated = false;        ///< One side has a word of negation more than the other.
  bool inKeyA = false;         ///< All that a has there is of its key.
  bool inKeyB = false;
  /// Another place has the same words the other way round: 上级 ... 下级, 下级 ... 上级.
  bool exchanged = false;
};

/// The places where two statements differ, in the order of their words, without those that mean nothing.
[[nodiscard]] std::vector<Place> placesOf(const Statement& a, const Statement& b,
                                          const Comparison& comparison);

}  // namespace tiku::validators
