#pragma once

#include <unordered_map>
#include <unordered_set>
#include <vector>

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

 private:
  void keepBook(const formats::ItemSet* set, bool add);

  std::unordered_map<formats::Id, std::unordered_set<formats::Id>> setsOf_;  ///< By item.
};

}  // namespace tiku::validators
