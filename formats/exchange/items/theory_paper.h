#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "formats/exchange/items/document_items.h"

namespace tiku::formats {

/// An item of a document and what it became in the bank.
struct PlacedItem {
  std::size_t section = 0;
  Id item;
};

/// A document that is a paper: a title with 试卷 and marks for the items of every section. Recognised in the
/// bank by level and printed number, else by level, title and file name: it is then brought up to date under
/// its id. Puts it into the edit where it is new or changed and counts "papers", "papers-added" ...
/// Doubts (a title without marks, sums that do not come out) are told on the units of title and headings.
void mergePaper(const Bank& bank, Level level, const std::string& file, DocumentItems& read,
                const std::vector<PlacedItem>& items, Edit& edit, std::map<std::string, int>& counts);

}  // namespace tiku::formats
