#pragma once

#include "formats/model/records.h"
#include "validators/checker/profile.h"

namespace tiku::validators {

/// The profile that the bank names. Throws FormatError: kUsage when it names none, else as Profile::load.
[[nodiscard]] Profile profileOf(const formats::BankInfo& info);

}  // namespace tiku::validators
