#pragma once

#include <string>
#include <string_view>

#include "formats/exchange/import.h"

namespace tiku::formats {

/// Theory items written as text: rows of a table with a head, apart by commas, semicolons or tabs, or else
/// lines as the Word importer reads them. `text` is UTF-8; `name` is the file's, for the report and as the
/// source of the items. Throws FormatError as importFile() does.
ImportResult importItemsText(const Bank& bank, const std::string& text, const std::string& name,
                             const ImportOptions& options);

/// The lines of the text that became no part of the bank and that a person must look at: the items that were
/// not taken, and what was not understood. Of a table its head as well. What was rightly skipped is gone, but
/// for numbered lines.
/// Empty when nothing is left.
std::string leftOf(std::string_view text, const ImportResult& result);

}  // namespace tiku::formats
