#pragma once

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// W3 of the writing rules: options that are numbers stand in order, rising or falling, so that nobody has to
/// look for the one that he has found.
///
/// Judged where all options are quantities (quantity.h) of one unit. The fix puts them in rising order and
/// the key with them; it is not offered where something speaks of options by their letters.
///
/// False positives met: items that ask for an order themselves, and options of different units, where the
/// order of the numbers is not that of the quantities: both are left alone.
class OptionOrderRule final : public PerObject<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "items/option-order";

  OptionOrderRule(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void examine(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
