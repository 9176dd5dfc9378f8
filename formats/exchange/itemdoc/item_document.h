#pragma once

#include "formats/exchange/document.h"
#include "formats/exchange/import.h"
#include "formats/exchange/questions/writers.h"

/// Theory items as a Word document to be edited and read back: sections by level and type, items with their
/// numbers, options and answers, and below each a small line with what has no place in its text.
namespace tiku::formats {

Written writeItemDocument(const Bank& bank, const TheoryItems& items, Losses& losses);

/// Whether the document has items as writeItemDocument() and the template write them.
bool isItemDocument(const Document& document);
ImportResult importItemDocument(const Bank& bank, const Document& document, const ImportOptions& options);

}  // namespace tiku::formats
