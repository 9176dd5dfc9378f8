#pragma once

#include <array>
#include <map>
#include <set>

#include "formats/model/bank.h"
#include "validators/checker/facts.h"
#include "validators/checker/rule.h"

namespace tiku::validators {

/// W11 of the writing rules: a level's theory items use all difficulties 1 to 5, most of them 3.
///
/// Judged from `min-items` items with a difficulty on; items without one are `items/difficulty`.
class DifficultySpread final : public Rule {
 public:
  static constexpr std::string_view kId = "items/difficulty-spread";
  static constexpr std::array<std::string_view, 1> kFigures{"min-items"};

  DifficultySpread(const Profile& /*profile*/, const RuleSettings& settings) : settings_(settings) {}

  void observe(const formats::Change& change, const Facts& facts) override;
  void judge(const Facts& facts, FindingSink& sink) override;

 private:
  using Tally = std::array<int, 5>;

  void count(const formats::TheoryItem* item, int by);
  void judgeLevel(formats::Level level, const Tally& tally, FindingSink& sink) const;

  const RuleSettings& settings_;
  std::map<formats::Level, Tally> tallies_;
  std::set<formats::Level> touched_;
};

}  // namespace tiku::validators
