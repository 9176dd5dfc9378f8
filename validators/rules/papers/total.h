#pragma once

#include <array>

#include "validators/rules/papers/paper_rule.h"

namespace tiku::validators {

/// 第十四条: the full mark of a theory paper is `total` (100).
class PaperTotal final : public PaperRule {
 public:
  static constexpr std::string_view kId = "papers/total";
  static constexpr std::array<std::string_view, 1> kFigures{"total"};

  PaperTotal(const Profile& /*profile*/, const RuleSettings& settings) : PaperRule(settings) {}

 private:
  void examine(const formats::Paper& paper, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
