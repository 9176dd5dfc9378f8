#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "formats/model/bank.h"
#include "validators/checker/finding.h"
#include "validators/checker/profile.h"

namespace tiku::validators {

/// Whether the options of the item may change places: nothing of it may speak of them by letter or position
/// (A 项, 以上, 前两项, 选项 ...), and nothing of it may be unknown to this program.
[[nodiscard]] bool canReorderOptions(const formats::TheoryItem& item);

/// The edit that mends what the finding says, titled as its fix. Empty when the finding offers no fix, and
/// when the object has changed since so that the fix no longer says what stands there.
[[nodiscard]] std::optional<formats::Edit> editOf(const Finding& finding, const formats::Bank& bank);

/// A fix as it was made.
struct AppliedFix {
  Finding finding;
  formats::Object before;
  formats::Object after;
};

/// Makes the fixes of the bank's findings that are not waived and that `wanted` takes, checks again what
/// changed, and goes on until there is none left to make. In the order of the findings, one fix of an object
/// after the other. `progress` is told how far the work is, 0 to 1, from any thread but never from two at
/// once; what it throws ends the work, and the bank has then some of the fixes.
std::vector<AppliedFix> applyFixes(formats::Bank& bank, const Profile& profile,
                                   const std::function<bool(const Finding&)>& wanted,
                                   const std::function<void(double share)>& progress = {});

}  // namespace tiku::validators
