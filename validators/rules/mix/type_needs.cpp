#include "validators/rules/mix/type_needs.h"

#include <algorithm>

#include "formats/base/say.h"
#include "validators/rules/support/causes.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::Blueprint;
using formats::ItemType;
using formats::Level;
using formats::say;
using formats::operator""_a;

TypeCounts typesNeededPerPoint(Level level, const RuleSettings& settings) {
  TypeCounts needed;
  for (const ItemType type : formats::kItemTypes)
    needed.add(type, settings.count(typeFigure(type), level).value_or(0));
  return needed;
}

TypeCounts shortfall(const TypeCounts& needed, const TypeCounts& have) {
  TypeCounts missing;
  for (const ItemType type : formats::kItemTypes)
    missing.add(type, std::max(0, needed.of(type) - have.of(type)));
  return missing;
}

std::string countWords(const TypeCounts& counts) {
  std::string words;
  for (const ItemType type : formats::kItemTypes) {
    if (counts.of(type) == 0) continue;
    const std::string word = say("{type} {count} 道", "type"_a = typeWord(type), "count"_a = counts.of(type));
    words = words.empty() ? word : say("{before}、{next}", "before"_a = words, "next"_a = word);
  }
  return words;
}

int itemsMissingFromMix(Level level, const Facts& facts, const Profile& profile) {
  const RuleSettings* settings = profile.rule(kTypesPerPointRule);
  const Blueprint* blueprint = facts.bank().blueprint(level);
  if (settings == nullptr || blueprint == nullptr) return 0;
  const TypeCounts needed = typesNeededPerPoint(level, *settings);
  int missing = 0;
  walk(blueprint->theory, [&](const formats::TablePlace& at) {
    if (at.point != nullptr) missing += shortfall(needed, facts.itemsAt(level, at.point->id)).total();
  });
  return missing;
}

}  // namespace tiku::validators
