#pragma once

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// W3 of the writing rules: the options of a 单选 do not overlap: none is the others taken together
/// ("甲、乙、丙" beside "甲" and "乙"), and ranges that divide a scale do not cut into each other.
///
/// False positives met: ranges that are each a claim of their own (18~60 岁, 16~60 岁), which do not divide a
/// scale: only ranges of which some meet end to end are judged.
class OptionOverlap final : public PerObject<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "items/option-overlap";

  OptionOverlap(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void examine(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
