#include "validators/rules/support/places.h"

#include <string>
#include <unordered_map>

namespace tiku::validators {

using namespace formats;

namespace {

/// What findings say of a place, in one string.
std::unordered_map<Id, std::string> placesOf(const Blueprint* blueprint) {
  std::unordered_map<Id, std::string> places;
  if (blueprint == nullptr) return places;
  const auto add = [&places](const ElementTable& table, char kind) {
    walk(table, [&places, kind](const TablePlace& place) {
      const bool isPoint = place.point != nullptr;
      const std::string& name = isPoint ? place.point->name : place.path.back()->name;
      places[isPoint ? place.point->id : place.path.back()->id] =
          std::string{kind, isPoint ? 'p' : 's', place.part == Part::kBasic ? 'b' : 'w'} + place.code() +
          ' ' + name;
    });
  };
  add(blueprint->theory, 't');
  add(blueprint->skills, 'k');
  return places;
}

}  // namespace

std::vector<Id> placesThatDiffer(const Blueprint* before, const Blueprint* after) {
  std::vector<Id> differ;
  if (before == nullptr && after == nullptr) return differ;
  const auto was = placesOf(before);
  const auto is = placesOf(after);
  for (const auto& [id, text] : is) {
    const auto found = was.find(id);
    if (found == was.end() || found->second != text) differ.push_back(id);
  }
  for (const auto& [id, text] : was) {
    if (!is.contains(id)) differ.push_back(id);
  }
  return differ;
}

}  // namespace tiku::validators
