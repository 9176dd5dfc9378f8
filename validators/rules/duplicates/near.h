#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>

#include "validators/checker/rule.h"
#include "validators/rules/duplicates/judged_pairs.h"
#include "validators/rules/duplicates/near_pairs.h"
#include "validators/rules/support/items_by_point.h"

namespace tiku::validators {

/// Live items that ask the same in other words: theory items of one level or of several, and the tasks of
/// operational items. A default: 第六条（四） forbids items of 工作要求 to repeat across levels, and this
/// reads the repetition of the thing asked, not of the words, into it.
///
/// Compared are the filled statements (statement.h); a pair counts from `percent` per cent similarity (with
/// the same stem already from `stem-percent`, since other options make statements unlike), when the two are
/// the same, have the same stem, contain one another or are a true/false item and a choice item of one fact
/// (asksTheSame). Across levels a pair is exempt when both hang on points of 基本要求, as in CrossLevel. What
/// has equal words is the matter of the rules on equal words and left out here. A judgement 相同 makes any
/// pair count, 变式 and 不同 silence it, as long as neither item changes.
///
/// The subject is the later item in reading order (五级 first, then code, then id). It names the worst
/// earlier one (across levels first, then the most alike) and says how many more there are. Within a level a
/// twin and a containment are information only: a mix of types that a regulation asks for makes them.
///
/// False positives met: two-part questions that share a long scenario; judge those as 变式.
class NearDuplicates final : public Rule {
 public:
  static constexpr std::string_view kId = "duplicates/near";
  static constexpr std::array<std::string_view, 2> kFigures{"percent", "stem-percent"};

  NearDuplicates(const Profile& profile, const RuleSettings& settings);

  /// From which similarity a pair counts, 0.3 to 1.
  struct Thresholds {
    double any = 1;
    double sameStem = 1;  ///< Of a pair with the same stem; not above `any`.
    [[nodiscard]] bool reaches(const Near& near) const {
      return near.similarity >= any || (near.kind == PairKind::kSameStem && near.similarity >= sameStem);
    }
  };
  /// Those of the profile; empty when it gives none.
  static std::optional<Thresholds> thresholdsOf(const Profile& profile);

  void observe(const formats::Change& change, const Facts& facts) override;
  void judge(const Facts& facts, FindingSink& sink) override;

 private:
  template <typename T>
  struct Kept {
    NearPairs<T> pairs;
    std::set<formats::Id> reported;
  };

  template <typename T>
  void judgeItems(Kept<T>& kept, const Facts& facts, FindingSink& sink);
  template <typename T>
  std::optional<Finding> faultOf(const T& item, const NearPairs<T>& pairs, const Facts& facts) const;
  template <typename T>
  Finding describe(const T& item, const T& other, const Near& near, std::size_t more,
                   const Facts& facts) const;
  template <typename T>
  void judgeSize(const NearPairs<T>& pairs, FindingSink& sink);

  const RuleSettings& settings_;
  std::optional<Thresholds> thresholds_;
  Kept<formats::TheoryItem> theory_;
  Kept<formats::SkillItem> skills_;
  ItemsByPoint byPoint_;
  JudgedPairs judged_;
  std::set<formats::Id> touched_;
};

}  // namespace tiku::validators
