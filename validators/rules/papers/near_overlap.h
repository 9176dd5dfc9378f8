#pragma once

#include <array>
#include <map>
#include <optional>

#include "validators/checker/level_rule.h"
#include "validators/rules/duplicates/judged_pairs.h"
#include "validators/rules/duplicates/near.h"
#include "validators/rules/papers/paper_rule.h"

namespace tiku::validators {

/// What two theory papers of a level have in common when items count as well that ask the same in other
/// words: the same, or a true/false item and a choice item of one fact, or judged 相同. A default, beside
/// papers/overlap, which counts equal words alone: the clause speaks of repeated items.
///
/// Like there, items and marks are counted from either paper's side and the largest share decides; pairs of
/// papers without any such item are left to that rule. The similarity from which items are compared is the
/// `percent` of duplicates/near.
class NearOverlap final : public Rule {
 public:
  static constexpr std::string_view kId = "papers/near-overlap";
  static constexpr std::array<std::string_view, 1> kFigures{"percent"};

  NearOverlap(const Profile& profile, const RuleSettings& settings);

  void observe(const formats::Change& change, const Facts& facts) override;
  void judge(const Facts& facts, FindingSink& sink) override;

 private:
  struct Tally {
    int same = 0;
    int near = 0;
    formats::Marks marks;
  };
  /// What one paper finds again on each other paper of its level.
  using Tallies = std::map<formats::Id, Tally>;

  [[nodiscard]] Tallies talliesOf(const formats::Paper& paper, const Facts& facts) const;
  [[nodiscard]] bool countsAsRepeated(formats::Id item, const Near& near, const formats::Bank& bank) const;
  [[nodiscard]] std::optional<Finding> faultOf(const formats::Paper& later, const formats::Paper& earlier,
                                               const Tally& ofLater, const Tally& ofEarlier) const;

  const RuleSettings& settings_;
  std::optional<NearDuplicates::Thresholds> thresholds_;
  PaperUses uses_;
  NearPairs<formats::TheoryItem> pairs_;
  JudgedPairs judged_;
  bool touched_ = false;
  FindingGroup standing_;
};

}  // namespace tiku::validators
