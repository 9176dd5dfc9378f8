#pragma once

#include <string_view>

#include "validators/checker/finding_store.h"
#include "validators/checker/rule.h"

namespace tiku::validators {

/// A waiver whose finding is gone (the fault was mended or the object deleted), or whose finding now judges
/// something else than what was accepted. No Rule like the others, since it reads their findings.
inline constexpr std::string_view kStaleWaiversRule = "waivers/stale";

/// Judges the waivers that the last batch of changes touched. The subject is the bank's Waivers, the field
/// names the waived finding as FindingKey::str() does.
void judgeStaleWaivers(FindingStore& store, FindingSink& sink);

}  // namespace tiku::validators
