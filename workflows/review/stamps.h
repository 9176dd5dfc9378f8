#pragma once

#include <string>
#include <unordered_map>
#include <vector>

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

/// What the last round that approved it approved of each object, as reviewedDigest(). Costs what the rounds
/// hold.
std::unordered_map<formats::Id, std::string> approvedDigests(const formats::Bank& bank);

/// Whether the object, as it is now, needs no other approval than this one: it says what was approved, or it
/// was retired and is left alone.
bool saysApproved(const formats::Bank& bank, const formats::Object& object, const std::string& approved);

/// The objects that say something else than what was approved, or are gone; those that were retired are left
/// alone. Ascending. Costs what was approved.
std::vector<formats::Id> changedSinceApproval(const formats::Bank& bank);

/// Where an object stands, by the last round that approved it.
Approval approvalOf(const formats::Bank& bank, formats::Id object);

}  // namespace tiku::workflows
