#pragma once

#include <map>
#include <string>
#include <vector>

#include "formats/model/item.h"

namespace tiku::formats {

/// Counts "items", those of each type by its key, "with-key" and "without-key".
inline void countItems(const std::vector<TheoryItem>& items, std::map<std::string, int>& counts) {
  counts["items"] = static_cast<int>(items.size());
  counts["with-key"] = 0;
  counts["without-key"] = 0;
  for (const TheoryItem& item : items) {
    ++counts[std::string(itemTypeKey(item.type))];
    ++counts[std::holds_alternative<std::monostate>(item.key) ? "without-key" : "with-key"];
  }
}

}  // namespace tiku::formats
