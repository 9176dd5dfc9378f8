#include <algorithm>

#include "validators/checker/rule.h"
#include "validators/checker/stale_waivers.h"
#include "validators/rules/coverage/points_per_weight.h"
#include "validators/rules/items/absolute_words.h"
#include "validators/rules/items/all_of_above.h"
#include "validators/rules/items/blank.h"
#include "validators/rules/items/code.h"
#include "validators/rules/items/key_in_stem.h"
#include "validators/rules/items/key_invalid.h"
#include "validators/rules/items/key_missing.h"
#include "validators/rules/items/media_missing.h"
#include "validators/rules/items/negative_stem.h"
#include "validators/rules/items/option_length.h"
#include "validators/rules/items/options.h"
#include "validators/rules/items/point_missing.h"
#include "validators/rules/items/rating.h"
#include "validators/rules/items/scoring.h"
#include "validators/rules/items/stem_empty.h"

namespace tiku::validators {
namespace {

// One line per rule, sorted by id.
constexpr RuleEntry kRules[] = {
    entry<PointsPerWeight>(),
    entry<AbsoluteWords>(),
    entry<AllOfAbove>(),
    entry<Blank>(),
    entry<Code>(),
    entry<Consistency>(),
    entry<Difficulty>(),
    entry<KeyInStem>(),
    entry<KeyInvalid>(),
    entry<KeyMissing>(),
    entry<MediaMissing>(),
    entry<NegativeStem>(),
    entry<OptionLength>(),
    entry<Options>(),
    entry<PointMissing>(),
    entry<Scoring>(),
    entry<StemEmpty>(),
    {kStaleWaiversRule, {}, nullptr},
};

}  // namespace

std::span<const RuleEntry> allRules() {
  return kRules;
}

const RuleEntry* findRule(std::string_view id) {
  const auto found = std::ranges::lower_bound(kRules, id, {}, &RuleEntry::id);
  return found != std::end(kRules) && found->id == id ? &*found : nullptr;
}

}  // namespace tiku::validators
