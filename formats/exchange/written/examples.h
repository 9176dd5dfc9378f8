#pragma once

#include <vector>

#include "formats/model/item.h"

namespace tiku::formats::written {

/// One item of each type as an author would write it, for templates.
std::vector<TheoryItem> exampleItems(Level level);

}  // namespace tiku::formats::written
