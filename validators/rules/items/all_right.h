#pragma once

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// W2 of the writing rules: a 多选 has a wrong option too. Where all are right, choosing everything is as
/// good as knowing.
///
/// False positives met: none; that an item lists "all of them" on purpose is the fault itself.
class AllRight final : public PerObject<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "items/all-right";

  AllRight(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void examine(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
