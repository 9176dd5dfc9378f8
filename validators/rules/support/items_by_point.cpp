#include "validators/rules/support/items_by_point.h"

#include "validators/rules/support/places.h"

namespace tiku::validators {

using namespace formats;

std::vector<Id> ItemsByPoint::follow(const Change& change) {
  const auto* was = change.was<TheoryItem>();
  const auto* is = change.is<TheoryItem>();
  if (was != nullptr && is != nullptr && was->point == is->point) return {};
  if (was != nullptr && was->point) {
    const auto found = itemsOf_.find(*was->point);
    if (found != itemsOf_.end()) {
      found->second.erase(was->id);
      if (found->second.empty()) itemsOf_.erase(found);
    }
  }
  if (is != nullptr && is->point) itemsOf_[*is->point].insert(is->id);

  std::vector<Id> items;
  for (const Id place : placesThatDiffer(change.was<Blueprint>(), change.is<Blueprint>())) {
    const auto found = itemsOf_.find(place);
    if (found != itemsOf_.end()) items.insert(items.end(), found->second.begin(), found->second.end());
  }
  return items;
}

}  // namespace tiku::validators
