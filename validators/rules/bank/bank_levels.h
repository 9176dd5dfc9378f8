#pragma once

#include <map>
#include <set>
#include <string_view>

#include "validators/checker/facts.h"
#include "validators/checker/rule.h"

namespace tiku::validators {

/// The bank lists the levels that it covers, and holds nothing of any other: what is not listed would be
/// judged by no rule and filed with nothing. A bank without any level is one finding, and so is each level
/// that has a blueprint, items or papers without being listed.
class BankLevels final : public Rule {
 public:
  static constexpr std::string_view kId = "bank/levels";

  BankLevels(const Profile& /*profile*/, const RuleSettings& settings) : settings_(settings) {}

  void observe(const formats::Change& change, const Facts& facts) override;
  void judge(const Facts& facts, FindingSink& sink) override;

 private:
  const RuleSettings& settings_;
  std::map<formats::Level, int> objects_;  ///< Live ones, blueprints included.
  bool touched_ = false;
};

}  // namespace tiku::validators
