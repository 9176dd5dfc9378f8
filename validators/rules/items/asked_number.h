#pragma once

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// W2 of the writing rules: the stem asks for as many options as the type lets choose: a 多选 does not ask
/// 哪一项, a 单选 does not ask 哪些.
///
/// False positives met: 哪一项 in the setting of the item; only the clause that asks is looked at. A note
/// "（选一项）" in the stem of a 单选 settles what is meant.
class AskedNumber final : public PerObject<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "items/asked-number";

  AskedNumber(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void examine(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
