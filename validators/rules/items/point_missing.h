#pragma once

#include "validators/rules/support/items_by_point.h"
#include "validators/rules/support/per_level.h"

namespace tiku::validators {

/// 第六条（一）（三）: items are written point by point, so every theory item hangs on a point of the theory
/// element table of its level.
///
/// The cause of much else: an item without a point fills no point's mix and has no part of the standard. The
/// summary per level (subject: the level's blueprint, field "theory") is what those findings fold under.
class PointMissing final : public PerLevel<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "items/point-missing";
  static constexpr std::string_view kSummaryField = "theory";

  PointMissing(const Profile& profile, const RuleSettings& settings)
      : PerLevel(kId, kSummaryField, settings), profile_(profile) {}

 private:
  std::optional<Finding> fault(const formats::TheoryItem& item, const Facts& facts) const override;
  Finding summary(formats::Level level, int faulty, int total, const Facts& facts) const override;
  void followOther(const formats::Change& change, const Facts& facts) override;

  const Profile& profile_;
  ItemsByPoint items_;
};

}  // namespace tiku::validators
