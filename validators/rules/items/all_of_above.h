#pragma once

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// W4 of the writing rules: no option "以上都对", "以上都不对", "A和B都是" and the like. It tests logic, not
/// the point, and makes the order of the options part of the item.
///
/// False positives met: options that begin with 以上 as a matter of quantity ("18岁以上") and the names 均值,
/// 均方误差: an option counts only when it is such a phrase as a whole.
class AllOfAbove final : public PerObject<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "items/all-of-above";

  AllOfAbove(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void examine(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
