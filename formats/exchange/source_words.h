#pragma once

#include "formats/exchange/document.h"
#include "formats/exchange/import.h"
#include "formats/exchange/workbook.h"

/// What stands in the source at each unit of a report, so that a person need not open the file to see what a
/// verdict speaks of.
namespace tiku::formats {

/// Fills in SourceVerdict::words. Units that the source does not have stay without.
void addWords(ImportReport& report, const Document& document);
void addWords(ImportReport& report, const Workbook& workbook);

}  // namespace tiku::formats
