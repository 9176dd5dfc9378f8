#pragma once

#include <string>

#include "formats/model/bank.h"

namespace tiku::workflows {

/// The edit that records what a person found two items to be, in place of what was found
/// before; dated today. Holds until the words of either change.
formats::Edit judgementEdit(const formats::Bank& bank, formats::Id a, formats::Id b,
                            formats::Judgement::Verdict verdict, const std::string& reason,
                            const std::string& person, const std::string& title);

}  // namespace tiku::workflows
