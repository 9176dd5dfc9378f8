#pragma once

#include <string>

#include "formats/exchange/export.h"
#include "formats/exchange/questions/losses.h"

/// One writer for each format; exportItems() picks. Each returns the file and counts what it wrote.
namespace tiku::formats {

struct Written {
  std::string bytes;
  int items = 0;
};

Written writeMoodle(const Bank& bank, const TheoryItems& items, const ExportOptions& options, Losses& losses);
Written writeGift(const Bank& bank, const TheoryItems& items, Losses& losses);
Written writeAiken(const TheoryItems& items, Losses& losses);
Written writeQti(const Bank& bank, const TheoryItems& items, const ExportOptions& options, Losses& losses);
Written writeListing(const Bank& bank, const TheoryItems& items, const ExportOptions& options,
                     Losses& losses);

/// What no system but ours keeps of an item: where it came from, and what a newer program added.
void loseOrigin(const TheoryItem& item, Losses& losses);

}  // namespace tiku::formats
