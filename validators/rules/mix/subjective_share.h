#pragma once

#include <array>

#include "validators/rules/support/plan_and_papers.h"

namespace tiku::validators {

/// 第六条（三）3: at 二级 and 一级 the subjective items carry 40 to 60 % of the marks (`least`, `most`).
/// Judged on the paper plan and on every theory paper; levels without figures are not judged.
class SubjectiveShare final : public PlanAndPapers {
 public:
  static constexpr std::string_view kId = "mix/subjective-share";
  static constexpr std::array<std::string_view, 2> kFigures{"least", "most"};

  SubjectiveShare(const Profile& /*profile*/, const RuleSettings& settings) : PlanAndPapers(settings) {}

 private:
  std::optional<Finding> fault(const Made& made) const override;
};

}  // namespace tiku::validators
