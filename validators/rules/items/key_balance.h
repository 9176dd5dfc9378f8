#pragma once

#include <array>
#include <map>
#include <set>

#include "formats/model/bank.h"
#include "validators/checker/facts.h"
#include "validators/checker/rule.h"
#include "validators/rules/support/key_share.h"

namespace tiku::validators {

/// W9 of the writing rules: the keys of a level's items are spread over the positions: of the 单选 with four
/// options each of A to D has `single-low` to `single-high` per cent, of the judgements the right ones are
/// `judgement-low` to `judgement-high` per cent.
///
/// Judged from `min-items` keyed items of the type on, and only beyond what chance explains (key_share.h).
///
/// False positives met: with the bare band one position of 200 items whose keys were drawn at random fell
/// outside about every third time; with the deviation about every tenth time, hence an information.
class KeyBalance final : public Rule {
 public:
  static constexpr std::string_view kId = "items/key-balance";
  static constexpr std::array<std::string_view, 5> kFigures{"min-items", "single-low", "single-high",
                                                            "judgement-low", "judgement-high"};

  KeyBalance(const Profile& /*profile*/, const RuleSettings& settings) : settings_(settings) {}

  void observe(const formats::Change& change, const Facts& facts) override;
  void judge(const Facts& facts, FindingSink& sink) override;

 private:
  void count(const formats::TheoryItem* item, int by);
  void judgeSingle(formats::Level level, const KeyTally& tally, FindingSink& sink) const;
  void judgeJudgement(formats::Level level, const KeyTally& tally, FindingSink& sink) const;

  const RuleSettings& settings_;
  std::map<formats::Level, KeyTally> tallies_;
  std::set<formats::Level> touched_;
};

}  // namespace tiku::validators
