#pragma once

#include <optional>

#include "formats/model/bank.h"

/// 通过评审的印记: what a round approved, by the hash of what it said.
namespace tiku::workflows {

/// Stamps every object of the round as it is in the bank now, but for those that are gone, retired, or that
/// more than half of the experts who gave a verdict would drop.
void stampApproved(formats::Round& round, const formats::Bank& bank);

enum class Approval {
  kNone,     ///< No round has approved it.
  kHolds,    ///< It says what was approved.
  kChanged,  ///< It says something else now.
};

/// Where an object stands, by the last round that approved it.
Approval approvalOf(const formats::Bank& bank, formats::Id object);

}  // namespace tiku::workflows
