#include "validators/rules/support/item_place.h"

#include "formats/base/say.h"
#include "validators/checker/facts.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using namespace formats;

std::optional<Part> partOf(const TheoryItem& item, const Facts& facts) {
  if (!item.point || !facts.hasTheoryPoint(item.level, *item.point)) return std::nullopt;
  return facts.place(*item.point)->part;
}

std::string placeWords(const TheoryItem& item, const Facts& facts) {
  const auto part = partOf(item, facts);
  if (!part) return {};
  const Facts::Place& place = *facts.place(*item.point);
  return place.code.empty() ? say("{part}「{name}」", "part"_a = partWord(*part), "name"_a = place.name)
                            : say("{part} {code}「{name}」", "part"_a = partWord(*part),
                                  "code"_a = place.code, "name"_a = place.name);
}

}  // namespace tiku::validators
