#pragma once

#include "formats/model/bank.h"

namespace tiku::editor {

/// The standard of a bank that has none, in the national form: the sections 1.1 to 1.9, the bank's levels
/// without functions yet, and the two rows of the theory weight table that every standard has.
[[nodiscard]] formats::Standard newStandard(const formats::BankInfo& info);

}  // namespace tiku::editor
