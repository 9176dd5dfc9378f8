#include <algorithm>

#include "validators/checker/rule.h"
#include "validators/checker/stale_waivers.h"
#include "validators/rules/coverage/points_per_weight.h"

namespace tiku::validators {
namespace {

// One line per rule, sorted by id.
constexpr RuleEntry kRules[] = {
    entry<PointsPerWeight>(),
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
