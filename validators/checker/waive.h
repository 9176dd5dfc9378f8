#pragma once

#include <string>
#include <vector>

#include "formats/model/bank.h"
#include "validators/checker/finding.h"

namespace tiku::validators {

/// The edit that accepts findings, for a reason, in a person's name, today. An earlier waiver of the same
/// thing goes: it was of what stood there then.
[[nodiscard]] formats::Edit waiveEdit(const formats::Bank& bank, const std::vector<Finding>& findings,
                                      const std::string& reason, const std::string& person);

}  // namespace tiku::validators
