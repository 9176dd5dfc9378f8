#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "formats/model/bank.h"
#include "validators/similarity/live_index.h"
#include "validators/similarity/pair.h"

namespace tiku::validators {

/// Another object of the bank that says nearly what this one says.
struct Near {
  formats::Id other;
  PairKind kind = PairKind::kSimilar;
  double likeness = 0;
  double similarity = 0;
  bool sameWords = false;  ///< Stem and options are the same: what the rules on equal words speak of.
};

/// Whether two theory items (or operational ones) that are to each other what `kind` says test the same.
/// Contrast variants, which differ by a number, a negation or a term, are different questions, and so are
/// items whose pictures differ; items that are merely similar are for a person to look through (tiku
/// duplicates).
[[nodiscard]] bool asksTheSame(PairKind kind);

/// The pairs of live theory items (T = TheoryItem), or of the tasks of live operational items (SkillItem),
/// whose statements reach a similarity: kept current change by change at the cost of what changed, a put and
/// a query of the index. The first batch is one self-join.
///
/// A bank with more than kMostPairs of them (a form letter typed a thousand times) has no pairs here, but
/// says so.
template <typename T>
class NearPairs {
 public:
  static constexpr std::size_t kMostPairs = 100'000;

  /// Only objects that are `wanted`, if it is given, take part; recheck() those for which the answer may have
  /// changed.
  explicit NearPairs(double threshold, std::function<bool(formats::Id)> wanted = {})
      : threshold_(threshold), wanted_(std::move(wanted)) {}

  void observe(const formats::Change& change);
  void recheck(formats::Id id) { changed_.insert(id); }
  /// After a batch: the objects that changed in any way, with those that are or were near them.
  std::set<formats::Id> update(const formats::Bank& bank);

  [[nodiscard]] const std::vector<Near>& of(formats::Id id) const;
  [[nodiscard]] std::size_t pairCount() const { return count_; }
  [[nodiscard]] bool tooMany() const { return tooMany_; }

 private:
  static constexpr std::size_t kMostCounted = 500'000;  ///< By a join, which keeps them; else one by one.

  [[nodiscard]] bool takesPart(const T* object) const;
  void take(formats::Id id, std::set<formats::Id>& touched);
  void enter(const T& object, const formats::Bank& bank, std::set<formats::Id>& touched);
  void enterAll(const std::set<formats::Id>& ids, const formats::Bank& bank, std::set<formats::Id>& touched);
  void link(formats::Id id, Near near, std::set<formats::Id>& touched);
  void giveUp(std::set<formats::Id>& touched);
  [[nodiscard]] std::size_t othersLike(formats::Id id) const;
  void joinAll(const formats::Bank& bank, std::set<formats::Id>& touched);

  double threshold_;
  std::function<bool(formats::Id)> wanted_;
  LiveIndex index_;
  std::set<formats::Id> known_;  ///< What the index holds.
  std::unordered_map<formats::Id, std::vector<Near>> near_;
  std::set<formats::Id> changed_;  ///< Words or life.
  std::set<formats::Id> moved_;    ///< Anything else.
  std::size_t count_ = 0;          ///< Pairs, also when they are too many to be kept.
  bool tooMany_ = false;
};

extern template class NearPairs<formats::TheoryItem>;
extern template class NearPairs<formats::SkillItem>;

}  // namespace tiku::validators
