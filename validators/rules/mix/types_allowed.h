#pragma once

#include "validators/rules/mix/type_needs.h"
#include "validators/rules/support/per_level.h"

namespace tiku::validators {

/// 第六条（三）1 and 2: 五级 and 四级 have 单选 and 判断 only, 三级 has 多选 as well. A profile names the
/// types that a level may have by figures of 1; a level of which it names none may have all (二级, 一级).
class TypesAllowed final : public PerLevel<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "mix/types-allowed";
  static constexpr auto kFigures = kTypeFigures;

  TypesAllowed(const Profile& /*profile*/, const RuleSettings& settings)
      : PerLevel(kId, "theory", settings) {}

 private:
  std::optional<Finding> fault(const formats::TheoryItem& item, const Facts& facts) const override;
  Finding summary(formats::Level level, int faulty, int total, const Facts& facts) const override;
};

}  // namespace tiku::validators
