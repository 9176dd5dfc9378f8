#pragma once

#include <optional>
#include <string>

#include "formats/model/bank.h"
#include "validators/checker/finding.h"

namespace tiku::validators {

/// The words that a finding marks, as they stand in the bank now; nothing where it marks none, or its field
/// is shorter by now.
[[nodiscard]] std::optional<std::string> foundWords(const Finding& finding, const formats::Bank& bank);

/// The edit that puts other words in their place, in what form they were. Nothing where no words were found.
[[nodiscard]] std::optional<formats::Edit> replaceFoundWords(const Finding& finding,
                                                             const formats::Bank& bank,
                                                             const std::string& words,
                                                             const std::string& title);

}  // namespace tiku::validators
