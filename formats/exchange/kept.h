#pragma once

#include <string>

#include "formats/model/bank.h"

namespace tiku::formats {

/// Why an item that came from another system is kept as it came, to be seen and not edited: a sentence. Empty
/// for an item that can be edited. Its point, code, ratings and status are the bank's and may be changed in
/// any case.
std::string keptReason(const Bank& bank, const TheoryItem& item);

}  // namespace tiku::formats
