#pragma once

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// An item without a question: its stem prints nothing but, at most, the place for the answer.
///
/// A stem that is only a picture or a table is a stem.
class StemEmpty final : public PerObject<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "items/stem-empty";

  StemEmpty(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void examine(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
