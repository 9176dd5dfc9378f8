#pragma once

#include <map>
#include <set>
#include <unordered_map>
#include <vector>

#include "validators/checker/facts.h"
#include "validators/checker/rule.h"

namespace tiku::validators {

/// One thing has one name in the bank: not 摇表 in one item and 兆欧表 in another. Judged for the terms of
/// terms.xml with their allowed variants, and for the groups of schemas/language/names.xml, which hold only
/// words that mean the same wherever they stand.
///
/// One finding per group, on the bank: which names are used how often, and where the rarer ones stand.
///
/// False positives met: names inside longer ones (内径千分尺): excepted in the list.
class TwoNames final : public Rule {
 public:
  static constexpr std::string_view kId = "language/two-names";

  TwoNames(const Profile& /*profile*/, const RuleSettings& settings) : settings_(settings) {}

  void observe(const formats::Change& change, const Facts& facts) override;
  void judge(const Facts& facts, FindingSink& sink) override;

 private:
  void count(formats::Id id, const Facts& facts);
  void judgeGroup(int group, const Facts& facts, FindingSink& sink);

  const RuleSettings& settings_;
  bool termsChanged_ = true;
  std::set<formats::Id> touched_;
  std::set<int> touchedGroups_;
  std::map<int, std::map<int, std::map<formats::Id, int>>> uses_;         ///< Group, name, object: how often.
  std::unordered_map<formats::Id, std::vector<std::pair<int, int>>> of_;  ///< Groups and names of an object.
  std::vector<std::string> standing_;                                     ///< Fields of the findings put.
};

}  // namespace tiku::validators
