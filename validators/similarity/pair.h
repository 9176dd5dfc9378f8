#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "validators/similarity/statement.h"

namespace tiku::validators {

/// What two items are to each other.
enum class PairKind {
  kSame,       ///< 相同: both ask the same, in the same or in other words.
  kSameStem,   ///< 题干相同: the options or the key differ.
  kNumber,     ///< 数值改动: the same but for a number, a unit or a grade.
  kNegation,   ///< 否定翻转: the same but for a 不, 非, 错误 or 正确.
  kTerm,       ///< 对照变式: the same but for one term (串联 / 并联).
  kContained,  ///< 包含: what one item says is a part of the other.
  kTwin,       ///< 判断与选择孪生: a true/false item and a choice item that ask the same.
  kPicture,    ///< 图不同: the same words with different pictures; not a duplicate.
  kSimilar,    ///< 相近: much is alike, but none of the above.
};

/// 相同 ...: for the user; translated.
[[nodiscard]] std::string pairKindName(PairKind kind);
/// The word in files and JSON: "same", "same-stem", "number", "negation", "term", "contained", "twin",
/// "picture", "similar".
[[nodiscard]] std::string_view pairKindKey(PairKind kind);

/// A stretch of an item's words: bytes of one of its fields.
struct Stretch {
  int field = Statement::Origin::kStem;  ///< Position of an option, or Statement::Origin::kStem, kAnswer.
  std::uint32_t at = 0;
  std::uint32_t length = 0;
  bool operator==(const Stretch&) const = default;
};

/// The words of one item of a pair: what it shares with the other and what it does not, each in the order of
/// the filled statement. What takes no part in the statement (a wrong option) is in neither.
struct PairMarks {
  std::vector<Stretch> common;
  std::vector<Stretch> different;
};

struct PairReading {
  PairKind kind = PairKind::kSimilar;
  /// How sure it is that both ask the same, 0 to 1: for ranking, and for kLikenessOfDuplicates.
  double likeness = 0;
  /// Jaccard similarity of the two statements' bigrams.
  double similarity = 0;
  /// Whether the keys of both items took part. Without them it is stems and options that were compared.
  bool keyed = true;
  /// The items ask the same words, and their keys contradict each other: one of them must be wrong.
  bool keysDisagree = false;
  PairMarks a;
  PairMarks b;
};

/// A pair with at least this likeness asks the same.
inline constexpr double kLikenessOfDuplicates = 0.5;

[[nodiscard]] PairReading readPair(const ItemWords& a, const ItemWords& b);
/// The same for statements made already (statementOf): for long lists of pairs.
[[nodiscard]] PairReading readPair(const ItemWords& a, const Statement& ofA, const ItemWords& b,
                                   const Statement& ofB);

}  // namespace tiku::validators
