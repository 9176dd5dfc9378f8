#pragma once

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// W3 of the writing rules: the options of an item have one form: all quantities with their unit or none, all
/// ending with a full stop or none.
///
/// The full stops are mended by taking them away, or, where an option holds several sentences, by adding
/// them.
///
/// False positives met: 0 and shares of one, which need no unit; options that are programs or names in Latin
/// letters, whose stops are their own.
class OptionForm final : public PerObject<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "items/option-form";

  OptionForm(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void examine(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
