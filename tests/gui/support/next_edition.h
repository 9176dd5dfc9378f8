#pragma once

#include <filesystem>

#include "formats/model/bank.h"
#include "formats/model/standard_update.h"

/// The edition of 2028 of the standard of samples/liangju, as somebody typed it in anew.
namespace tiku::tests {

/// Every entry has another id. Of level 3 two entries are said otherwise, one is new, one is gone and two
/// shares of the theory changed places; of level 2 one entry is said otherwise.
formats::Standard nextEdition(formats::Standard standard);

/// `standard.xml` by itself.
void writeStandard(const formats::Standard& standard, const std::filesystem::path& file);

/// The edit that begins the update of a bank that has the edition before it.
formats::Edit followEdit(const formats::Bank& bank, const char* effective, const char* begun);

}  // namespace tiku::tests
