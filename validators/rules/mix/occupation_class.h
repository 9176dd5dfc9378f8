#pragma once

#include <array>
#include <string_view>

#include "validators/checker/level_rule.h"

namespace tiku::validators {

/// 第四条: a bank for a 知识技能型 occupation stresses 案例分析, one for a 复合技能型 occupation has
/// integrated items (综合题). The clause gives no share, so the rule only says that there is none at all, and
/// only at levels where 第六条（三）3 allows such items: the profile names them by `asked` 1.
///
/// 方案策划, on-site operational items (技术技能型) and 情景模拟 have no type of their own and are not
/// judged.
class OccupationClassMix final : public LevelRule {
 public:
  static constexpr std::string_view kId = "mix/occupation-class";
  static constexpr std::array<std::string_view, 1> kFigures{"asked"};

  OccupationClassMix(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsTheoryItems) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
