#pragma once

#include <functional>
#include <string>
#include <vector>

#include "formats/model/bank.h"

namespace tiku::formats {

/// Why an item that came from another system is kept as it came, to be seen and not edited: a sentence. Empty
/// for an item that can be edited. Its point, code, ratings and status are the bank's and may be changed in
/// any case.
std::string keptReason(const Bank& bank, const TheoryItem& item);

/// The media files that hold the original of an item that came from another system; none for an item that did
/// not. `media` gives a file by its name, null where there is none: an import has them in its edit before the
/// bank has.
std::vector<std::string> keptFiles(const TheoryItem& item,
                                   const std::function<const Media*(const std::string& name)>& media);

}  // namespace tiku::formats
