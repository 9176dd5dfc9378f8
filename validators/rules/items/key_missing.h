#pragma once

#include "validators/rules/support/per_level.h"

namespace tiku::validators {

/// An item that nobody has answered yet cannot be marked.
///
/// Published review lists (复习题) come without keys by design: then the level has one finding, and its items
/// are folded under it.
class KeyMissing final : public PerLevel<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "items/key-missing";

  KeyMissing(const Profile& /*profile*/, const RuleSettings& settings) : PerLevel(kId, "theory", settings) {}

 private:
  std::optional<Finding> fault(const formats::TheoryItem& item, const Facts& facts) const override;
  Finding summary(formats::Level level, int faulty, int total, const Facts& facts) const override;
};

}  // namespace tiku::validators
