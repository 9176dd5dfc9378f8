#pragma once

#include <array>

#include "validators/rules/papers/paper_rule.h"

namespace tiku::validators {

/// W9 of the writing rules, on a paper: the keys of its 单选 with four options are spread over A to D and
/// those of its judgements over right and wrong, as `items/key-balance` asks of a level.
///
/// False positives met: with chance alone at work about every tenth paper (support/key_share.h), hence an
/// information.
class PaperKeyBalance final : public PaperRule {
 public:
  static constexpr std::string_view kId = "papers/key-balance";
  static constexpr std::array<std::string_view, 5> kFigures{"min-items", "single-low", "single-high",
                                                            "judgement-low", "judgement-high"};

  PaperKeyBalance(const Profile& /*profile*/, const RuleSettings& settings) : PaperRule(settings) {}

 private:
  void examine(const formats::Paper& paper, const Facts& facts, FindingSink& sink) override;
};

/// W9: no long run of one key on a paper: not more than `single-run` 单选 one after the other with the same
/// letter, not more than `judgement-run` judgements.
///
/// False positives met: chance makes a run of six letters on every twentieth paper of 80 单选, one of eight
/// judgements on every seventh of 40; hence the figures.
class PaperKeyRuns final : public PaperRule {
 public:
  static constexpr std::string_view kId = "papers/key-runs";
  static constexpr std::array<std::string_view, 2> kFigures{"single-run", "judgement-run"};

  PaperKeyRuns(const Profile& /*profile*/, const RuleSettings& settings) : PaperRule(settings) {}

 private:
  void examine(const formats::Paper& paper, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
