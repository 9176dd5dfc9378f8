#pragma once

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// W3 of the writing rules: no two options are the same quantity in two forms: 1/2 and 50 %, 三 and 3, 1 kV
/// and 1000 V. Options of the same words are `items/options`.
///
/// False positives met: readings and rounding, where 0.5 and 0.50 are different answers (two decimals are
/// never compared), and items on the conversion of units or the form of numbers, told by their stems.
class OptionEqual final : public PerObject<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "items/option-equal";

  OptionEqual(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void examine(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
