#pragma once

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// A set of items (题组) does not hold together: it shares nothing, has fewer than two items in use, names
/// items that are gone, of another level or in another set as well, or its items' own options are not the
/// shared ones.
///
/// Follows the items: retiring or changing one is seen at its set.
class SetItems final : public PerObject<formats::ItemSet> {
 public:
  static constexpr std::string_view kId = "sets/items";

  SetItems(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 protected:
  void examine(const formats::ItemSet& set, const Facts& facts, FindingSink& sink) override;
  void follow(const formats::Change& change, const Facts& facts) override;
};

}  // namespace tiku::validators
