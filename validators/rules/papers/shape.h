#pragma once

#include "validators/rules/support/plan_and_papers.h"

namespace tiku::validators {

/// 第十四条: the paper plan and every theory paper have one of the structures that the profile lists for the
/// level: so many minutes, so many items of each type at so many marks. Levels without a structure (二级,
/// 一级) are free.
///
/// The message compares with the structure of the same time, or else of the next time up.
class PaperShapeRule final : public PlanAndPapers {
 public:
  static constexpr std::string_view kId = "papers/shape";

  PaperShapeRule(const Profile& profile, const RuleSettings& settings)
      : PlanAndPapers(settings), profile_(profile) {}

 private:
  std::optional<Finding> fault(const Made& made) const override;

  const Profile& profile_;
};

}  // namespace tiku::validators
