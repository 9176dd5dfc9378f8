#pragma once

#include <set>
#include <string>
#include <unordered_map>

#include "validators/checker/rule.h"
#include "validators/rules/duplicates/judged_pairs.h"

namespace tiku::validators {

/// A judgement on two items of which either was deleted, or says something else now: it no longer counts, and
/// the pair is to be judged anew. The subject is the bank's Judgements, the field the two ids.
class StaleJudgements final : public Rule {
 public:
  static constexpr std::string_view kId = "judgements/stale";

  StaleJudgements(const Profile& /*profile*/, const RuleSettings& settings) : settings_(settings) {}

  void observe(const formats::Change& change, const Facts& facts) override;
  void judge(const Facts& facts, FindingSink& sink) override;

 private:
  void judgePair(const ItemPair& pair, const Facts& facts, FindingSink& sink);

  const RuleSettings& settings_;
  JudgedPairs judged_;
  std::unordered_map<formats::Id, std::set<ItemPair>> pairsOf_;
  std::set<ItemPair> touched_;
  std::set<ItemPair> standing_;
};

}  // namespace tiku::validators
