#pragma once

#include <array>

#include "validators/rules/papers/paper_rule.h"

namespace tiku::validators {

/// 第十四条备注: on a theory paper every 单选 and 判断 counts `full` or `half` (1 or 0.5) marks, every 多选
/// `multiple` (1).
///
/// Entries whose item the bank lacks are `papers/items`.
class ObjectiveMarks final : public PaperRule {
 public:
  static constexpr std::string_view kId = "papers/objective-marks";
  static constexpr std::array<std::string_view, 3> kFigures{"full", "half", "multiple"};

  ObjectiveMarks(const Profile& /*profile*/, const RuleSettings& settings) : PaperRule(settings) {}

 private:
  void examine(const formats::Paper& paper, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
