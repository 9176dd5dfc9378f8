#pragma once

#include <map>
#include <set>
#include <string_view>
#include <unordered_map>

#include "validators/checker/facts.h"
#include "validators/checker/rule.h"
#include "validators/rules/mix/type_needs.h"
#include "validators/rules/support/causes.h"

namespace tiku::validators {

/// 第六条（三）1 and 2: every assessment point has at least so many items of each type: 4 单选 and 2 判断 at
/// 五级 and 四级, 3 单选, 2 多选 and 2 判断 at 三级.
///
/// One finding per level says how many points lack how many items; one finding per point folds under it.
/// Where items enough hang on no point, it folds under `items/point-missing`: linking them may be all that is
/// to do. Levels of which the profile asks nothing (二级, 一级) are not judged, nor is a level without an
/// element table (`blueprint/missing` speaks).
class TypesPerPoint final : public Rule {
 public:
  static constexpr std::string_view kId = kTypesPerPointRule;
  static constexpr auto kFigures = kTypeFigures;

  TypesPerPoint(const Profile& profile, const RuleSettings& settings)
      : profile_(profile), settings_(settings) {}

  void observe(const formats::Change& change, const Facts& facts) override;
  void judge(const Facts& facts, FindingSink& sink) override;

 private:
  /// The state of one level, kept point by point.
  struct LevelState {
    std::unordered_map<formats::Id, TypeCounts> missing;  ///< Of each point that lacks items.
    int points = 0;
    TypeCounts total;  ///< Sum of `missing`.
  };

  void judgePoint(formats::Id point, const Facts& facts, FindingSink& sink);
  void judgeLevel(formats::Level level, const Facts& facts, FindingSink& sink) const;
  [[nodiscard]] Finding findingAt(const Facts::Place& place, const TypeCounts& have,
                                  const TypeCounts& missing, formats::Id point) const;

  const Profile& profile_;
  const RuleSettings& settings_;
  std::map<formats::Level, LevelState> levels_;
  std::unordered_map<formats::Id, formats::Level> levelOf_;  ///< Where each judged point was counted.
  std::set<formats::Id> touchedPoints_;
  std::set<formats::Level> touchedLevels_;
};

}  // namespace tiku::validators
